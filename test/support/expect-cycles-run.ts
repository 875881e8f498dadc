import { expect } from 'vitest'
import { keeperAccount } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { fewestCalls } from '../../src/protocol/dual-stacking/planner/index.ts'
import { lateCaptures, printed } from './keeper-faults.ts'

interface CyclesRun {
  network: Network
  contracts: readonly string[]
  cycle: { snapshots: number; blocksPerSnapshot: number }
  cycles: number
}

/** Those of the demo, in every programme. */
const participants = 10

/** Calls of a programme in its cycles: those made, the fewest that would do, those that failed. */
export interface CallsOfCycles {
  contract: string
  made: number
  needed: number
  failed: number
}

/**
 * Every window was captured in time, everybody was paid once, and at most 5 % more calls were made
 * than the fewest.
 */
export function expectCyclesRun({ network, contracts, cycle, cycles }: CyclesRun): CallsOfCycles[] {
  const fewest = fewestCalls({ participants, snapshots: cycle.snapshots })
  const needed = Object.values(fewest).reduce((sum, count) => sum + count, 0) * cycles
  return contracts.map((contract) => {
    const made = network.node.ledger.transactions.filter(
      ({ sender, action }) =>
        sender === keeperAccount.address && action.kind === 'call' && action.contract === contract,
    )
    // What the next cycle already had by then is not waste.
    const opened = made.findLastIndex(
      ({ action, status }) =>
        action.kind === 'call' && action.method === 'advance-to-next-cycle' && status === 'success',
    )
    const ofCycles = made.slice(0, opened + 1)
    const { 'advance-to-next-cycle': advances = 0 } = fewest
    expect(lateCaptures(network, contract, cycle)).toEqual([])
    const captured = printed(network, contract, 'compute-current-snapshot-balance').filter(
      (text) => Number(text.split(' ')[0]) < cycles * advances,
    )
    expect(new Set(captured).size).toBe(participants * cycle.snapshots * cycles)
    const paid = printed(network, contract, 'distribute-rewards')
    expect(new Set(paid).size).toBe(paid.length)
    expect(paid).toHaveLength(participants * cycles)
    expect(ofCycles.length).toBeLessThanOrEqual(Math.ceil(needed * 1.05))
    const failed = ofCycles.filter(({ status }) => status !== 'success').length
    return { contract, made: ofCycles.length, needed, failed }
  })
}

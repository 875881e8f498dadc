import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFaultTable, playsAllFaults } from '../../src/dev/faults/fault-table.ts'
import { keeperAccount } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { fewestCalls } from '../../src/protocol/dual-stacking/planner/index.ts'
import { lateCaptures, playFaults, printed } from '../support/keeper-faults.ts'
import { openSecondProgramme } from '../support/second-programme.ts'

const cycle = { snapshots: 3, blocksPerSnapshot: 12 }
const participants = 10
/** All of it by `npm run load`, a part here. */
const run = playsAllFaults ? { cycles: 3, kills: 50 } : { cycles: 1, kills: 8 }

let network: Network
let contracts: string[]

beforeAll(async () => {
  network = await createNetwork({
    demo: cycle,
    keeper: false,
    blockIntervalMs: 0,
    contract: 'live',
  })
  contracts = [network.contracts.dualStacking, await openSecondProgramme(network, cycle)]
})
afterAll(() => network?.close())

it('runs two programmes through every fault, and wastes next to nothing', async () => {
  const seed = 20_261_129
  const played = await playFaults({ network, contracts, cycle, ...run, seed, chance: 0.35 })
  expect(played.kills).toBe(run.kills)
  const fewest = fewestCalls({ participants, snapshots: cycle.snapshots })
  const needed = Object.values(fewest).reduce((sum, count) => sum + count, 0) * run.cycles

  const table = createFaultTable()
  for (const [name, times] of Object.entries(played.faults)) table.add(name, `${times} times`, '')
  for (const contract of contracts) {
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
    const failed = ofCycles.filter(({ status }) => status !== 'success').length
    const { 'advance-to-next-cycle': advances = 0 } = fewest
    table.add(
      contract.split('.')[1]!,
      `${run.cycles} cycles, ${played.kills} kills`,
      `${ofCycles.length} calls, ${needed} at least, ${failed} failed`,
    )
    expect(lateCaptures(network, contract, cycle)).toEqual([])
    const captured = printed(network, contract, 'compute-current-snapshot-balance').filter(
      (text) => Number(text.split(' ')[0]) < run.cycles * advances,
    )
    expect(new Set(captured).size).toBe(participants * cycle.snapshots * run.cycles)
    const paid = printed(network, contract, 'distribute-rewards')
    expect(new Set(paid).size).toBe(paid.length)
    expect(paid).toHaveLength(participants * run.cycles)
    expect(ofCycles.length).toBeLessThanOrEqual(Math.ceil(needed * 1.05))
  }
  table.print()
})

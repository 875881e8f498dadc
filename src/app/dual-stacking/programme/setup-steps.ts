import { FIRST_CYCLE_BITCOIN_HEIGHT } from '../../../protocol/dual-stacking/constants.ts'
import { setupCalls, type SetupCall } from '../../../wallet/stacks/setup-requests.ts'
import type { WantedProgramme } from './plan-budget.ts'

/** How far a contract is on its way to its first cycle, by the chain. */
export interface SetupReading {
  isActive: boolean
  snapshots: number
  blocksPerSnapshot: number
  /** Scaled by 10^8. */
  apr: bigint
  countsLiquid: boolean
  /** Bitcoin height of the first cycle. */
  startHeight: number
  /** It would start before the contract was there, which the contract refuses. */
  startsTooEarly: boolean
  poolSats: bigint
}

/** `wait`: comes after others. */
export interface SetupStep {
  call: SetupCall
  state: 'done' | 'todo' | 'wait'
  /** The first cycle can start without it. */
  isOptional: boolean
}

const optional: ReadonlySet<SetupCall> = new Set(['set-liquid-stacking', 'transfer'])

/**
 * What is left until a programme runs as planned, in order; the chain alone says what is done. The
 * lengths and the start can be set until the first cycle has begun, and no longer. A plan that is
 * not complete is null.
 */
export function setupSteps(reading: SetupReading, plan: WantedProgramme | null): SetupStep[] {
  const done: Record<SetupCall, boolean> = {
    'update-cycle-data-before-initialized':
      reading.isActive ||
      (reading.snapshots === plan?.snapshots &&
        reading.blocksPerSnapshot === plan.blocksPerSnapshot),
    'update-APR': reading.apr === plan?.apr,
    'set-liquid-stacking': !reading.countsLiquid,
    'update-initialize-block': reading.isActive || hasStart(reading),
    transfer: plan !== null && reading.poolSats >= plan.budgetSats,
    'initialize-contract': reading.isActive,
  }
  const isReady = setupCalls.every(
    (call) => call === 'initialize-contract' || optional.has(call) || done[call],
  )
  const stateOf = (call: SetupCall): SetupStep['state'] => {
    if (done[call]) return 'done'
    return call === 'initialize-contract' && !isReady ? 'wait' : 'todo'
  }
  return setupCalls.map((call) => ({
    call,
    state: stateOf(call),
    isOptional: optional.has(call),
  }))
}

/** A start that the contract was not deployed with, and that it accepts. */
export const hasStart = ({ startHeight, startsTooEarly }: SetupReading): boolean =>
  BigInt(startHeight) !== FIRST_CYCLE_BITCOIN_HEIGHT && !startsTooEarly

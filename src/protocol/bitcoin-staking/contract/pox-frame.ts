import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import { rewardCycleAt, isPreparing } from '../cycle-clock.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { poxErrors } from './pox-errors.ts'
import type { PoxState } from './pox-state.ts'

/** A running function of pox-5. */
export type PoxFrame = ContractFrame<PoxState>

/** The present cycle; aborts below the first height. */
export const currentCycle = ({ state, burnHeight }: PoxFrame): bigint =>
  rewardCycleAt(state.clock, burnHeight)

/** Whether next cycle's shares are frozen. */
export const isInPreparePhase = (frame: PoxFrame): boolean =>
  isPreparing(frame.state.clock, currentCycle(frame), frame.burnHeight)

/** Refuses while a manager is being asked: error 49. */
export function requireNoCallback({ state }: PoxFrame): void {
  if (state.variables.isManagerAsked) throw new ContractRefusal(poxErrors.REENTRANT_CALL)
}

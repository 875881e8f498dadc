import {
  bondCycle,
  bondEndCycle,
  rewardCycleAt,
  halfAt,
  halfStart,
  isBondTime,
} from '../cycle-clock.ts'
import { inPaymentOrder } from '../projection/bond-payments.ts'
import type { OperatorState, PlannedBond } from './operator-state.ts'
import type { PlannedStep } from './planned-step.ts'

/** The calculation of the half that ended last, with the right list [bitcoin-staking 6.1]. */
export function planCalculation(state: OperatorState): PlannedStep {
  const { clock, burnHeight, lastComputeHeight, bonds } = state
  const half = halfAt(clock, burnHeight)
  const height = halfStart(clock, half) - 1n
  // In the first half of the chain there is no half before it.
  const isDue = half > 0n && height > lastComputeHeight
  const active = bonds.filter(({ index }) => isBondTime(clock, index, height))
  return {
    kind: 'calculate',
    contract: state.pox,
    functionName: 'calculate-rewards',
    args: [inPaymentOrder(active).map(({ index }) => index)],
    sender: null,
    moves: [],
    cycle: half > 0n ? rewardCycleAt(clock, height) : 0n,
    bond: null,
    sats: state.arrivedSats,
    costMicroStx: null,
    obstacle: isDue
      ? undefined
      : { code: 'half-is-calculated', untilHeight: halfStart(clock, half + 1n) },
  }
}

/** Bonds that run in a cycle, as a manager's claim lists them. */
export const bondsOfCycle = ({ clock, bonds }: OperatorState, cycle: bigint): PlannedBond[] =>
  inPaymentOrder(
    bonds.filter(
      ({ index }) => bondCycle(clock, index) <= cycle && cycle < bondEndCycle(clock, index),
    ),
  )

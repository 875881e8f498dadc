import {
  rewardCycleAt,
  cycleStart,
  halfAt,
  halfStart,
  isPreparing,
  type CycleClock,
} from '../cycle-clock.ts'
import type { ActiveBond } from './bond-payments.ts'
import { mapByIncome, type ByIncome } from './by-income.ts'
import { heldSats } from './cost-of-late-calculation.ts'

/** Where the chain is, and what was calculated last. */
export interface CalculationState {
  clock: CycleClock
  burnHeight: bigint
  /** `get-last-reward-compute-height`. */
  lastComputeHeight: bigint
}

/** Sats that are taken out of a bond of the running cycle. */
export interface BondExit extends CalculationState {
  bonds: readonly ActiveBond[]
  bondIndex: bigint
  sats: bigint
  /** `get-new-rewards`. */
  arrivedSats: bigint
  /** Income expected in a half; null is unknown. */
  income: ByIncome<bigint> | null
}

/** What leaving a bond now gives up, in gross sats, and when it gives up least. */
export interface BondExitCost {
  /** A half that is over but not calculated, if it is of the running cycle; else 0. */
  endedHalfSats: bigint
  /** The running half; null while the income is unknown. */
  runningHalfSats: ByIncome<bigint> | null
  /** Whether a calculation now would save the half that is over. */
  isCalculationDue: boolean
  /** Bitcoin height of the next boundary: leave after the calculation that follows it. */
  nextBoundary: bigint
  /** Null outside the prepare phase, in which nothing can be taken out; else its end. */
  blockedUntil: bigint | null
}

/** Whether the half that ended last is still to be calculated. */
export function isCalculationDue({ clock, burnHeight, lastComputeHeight }: CalculationState) {
  return halfStart(clock, halfAt(clock, burnHeight)) - 1n > lastComputeHeight
}

/** Weighs taking sats out of a bond now [bitcoin-staking 6.2]. */
export function costOfLeavingBond(exit: BondExit): BondExitCost {
  const { clock, burnHeight, bonds, bondIndex, sats, arrivedSats, income } = exit
  const half = halfAt(clock, burnHeight)
  const cycle = rewardCycleAt(clock, burnHeight)
  const due = isCalculationDue(exit)
  // The second half of the cycle before is safe: its shares stay.
  const isOfThisCycle = halfStart(clock, half) > cycleStart(clock, cycle)
  const shares = { bonds, held: { bondIndex, sats } }
  return {
    endedHalfSats: due && isOfThisCycle ? heldSats(shares, arrivedSats) : 0n,
    runningHalfSats: income && mapByIncome(income, (each) => heldSats(shares, each)),
    isCalculationDue: due,
    nextBoundary: halfStart(clock, half + 1n),
    blockedUntil: isPreparing(clock, cycle, burnHeight) ? cycleStart(clock, cycle + 1n) : null,
  }
}

/** When a stake can be left, and what of it ends. */
export interface StakeExit {
  /** Bitcoin height at which the STX unlock when it is left in time. */
  unlockHeight: bigint
  /** Last Bitcoin height at which it can be left for that. */
  lastHeight: bigint
  /** Whether it is too late in this cycle. */
  isTooLate: boolean
}

/**
 * When a running stake ends if it is left now: the running cycle earns to its end, so nothing is
 * given up but the cycles after it [bitcoin-staking 4.3].
 */
export function stakeExit(clock: CycleClock, burnHeight: bigint): StakeExit {
  const cycle = rewardCycleAt(clock, burnHeight)
  const isTooLate = isPreparing(clock, cycle, burnHeight)
  const unlockHeight = cycleStart(clock, cycle + (isTooLate ? 2n : 1n))
  return { unlockHeight, lastHeight: unlockHeight - clock.prepareBlocks - 1n, isTooLate }
}

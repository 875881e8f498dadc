import {
  DEFAULT_BLOCKS_PER_YEAR,
  MAX_APR_SCALED,
  MIN_APR_SCALED,
  SCALE,
} from '../../../protocol/dual-stacking/constants.ts'
import { cyclePercentageRate, cyclesPerYear } from '../../../protocol/dual-stacking/math/reward.ts'
import { captureWindowEnd } from '../../../protocol/dual-stacking/planner/capture-window.ts'

/** What an operator wants of a programme; `apr` scaled by 10^8, of those with the full boost. */
export interface WantedProgramme {
  snapshots: number
  blocksPerSnapshot: number
  apr: bigint
  /** SBTC that takes part, and sBTC for rewards, sats. */
  heldSats: bigint
  budgetSats: bigint
}

/** What follows from that: lengths in Bitcoin blocks. */
export interface ProgrammeBudget {
  cycleBlocks: number
  windowBlocks: number
  /** From the end of the last window until the next cycle begins. */
  closingBlocks: number
  /** The most that a cycle pays, when everyone has the full boost, sats. */
  mostSats: bigint
  /** Whole cycles that the budget pays at the least; null: nothing is to be paid. */
  cycles: bigint | null
}

/**
 * What the parameters of a programme mean, by the contract's own formulas [dual-stacking 6.4]. Null
 * where the contract would refuse them: 1 to 100 snapshots, 1 to 2100 blocks apart, at least one
 * cycle a year, and a rate from 1% to 20%.
 */
export function planBudget(wanted: WantedProgramme): ProgrammeBudget | null {
  const { snapshots, blocksPerSnapshot, apr, heldSats, budgetSats } = wanted
  const isWithin = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most
  if (!isWithin(snapshots, 100) || !isWithin(blocksPerSnapshot, 2100)) return null
  const perYear = cyclesPerYear(
    DEFAULT_BLOCKS_PER_YEAR,
    BigInt(blocksPerSnapshot),
    BigInt(snapshots),
  )
  if (perYear === 0n || apr < MIN_APR_SCALED || apr > MAX_APR_SCALED) return null
  const mostSats = (cyclePercentageRate(apr, perYear) * heldSats) / SCALE
  const windowBlocks = captureWindowEnd(0, blocksPerSnapshot)
  return {
    cycleBlocks: snapshots * blocksPerSnapshot,
    windowBlocks,
    closingBlocks: blocksPerSnapshot - windowBlocks,
    mostSats,
    cycles: mostSats === 0n ? null : budgetSats / mostSats,
  }
}

import { halfBlocks, type CycleClock } from '../cycle-clock.ts'
import type { ByIncome } from './by-income.ts'

/** One calculation of the past: its height and what had arrived since the one before. */
export interface PastIncome {
  /** `calculation-height`: the last block of the half that it was booked to. */
  height: bigint
  /** `gross-accrued-rewards`. */
  sats: bigint
}

/** Sats that arrive in half a cycle: the slowest, the median and the fastest measured. */
export interface MeasuredIncome extends ByIncome<bigint> {
  /** Calculations that were measured, and the heights that they span. */
  calculations: number
  from: bigint
  to: bigint
}

/**
 * Measures the income of a half from past calculations, whatever their order; a late one is spread
 * over its halves. Null when there are fewer than two: the first only marks where the second begins
 * [bitcoin-staking 6.6].
 */
export function measureIncome(
  clock: CycleClock,
  past: readonly PastIncome[],
): MeasuredIncome | null {
  const sorted = past.toSorted((left, right) => (left.height < right.height ? -1 : 1))
  const perHalf = sorted
    .slice(1)
    .map(({ height, sats }, index) => (sats * halfBlocks(clock)) / (height - sorted[index]!.height))
    .toSorted((left, right) => (left < right ? -1 : 1))
  if (perHalf.length === 0) return null
  return {
    low: perHalf[0]!,
    middle: perHalf[(perHalf.length - 1) >> 1]!,
    high: perHalf.at(-1)!,
    calculations: perHalf.length,
    from: sorted[0]!.height + 1n,
    to: sorted.at(-1)!.height,
  }
}

import { SCALE } from '../constants.ts'
import { microStxOf, satsOf, type RatioColumns } from './columns.ts'

export const RATIO_SCALE = Number(SCALE)

/**
 * Float64 estimate e of the ratio d = floor(uSTX·10^8 / sats), one too high so that it is never
 * below 1: |e - d| <= 2 + e·2^-50 after five roundings. Meaningless without sats, where it only
 * needs to be finite.
 */
export function estimateRatio(sats: number, microStx: number): number {
  return (microStx * RATIO_SCALE) / (sats === 0 ? 1 : sats) + 1
}

/** A bound of |e - d| with room to spare, for estimates and ratios near `ratio`. */
export function estimateMargin(ratio: number): number {
  return 3 + ratio * 2 ** -49
}

/**
 * The estimates to gather so that every ratio from `lowest` to `highest` is certainly complete,
 * when the one searched for lies among estimates [low, high).
 */
export function candidateRange(
  low: number,
  high: number,
): { from: number; to: number; lowest: number; highest: number } {
  return {
    from: low - 2 * estimateMargin(low),
    to: high + 2 * estimateMargin(high),
    lowest: low - estimateMargin(low),
    highest: high + estimateMargin(high),
  }
}

/** The exact ratio of a row with sBTC [dual-stacking 6.1]. */
export function exactRatio(columns: RatioColumns, row: number): bigint {
  const small = exactSmallRatio(columns.sats[row]!, columns.microStx[row]!)
  return small === undefined
    ? (microStxOf(columns, row) * SCALE) / satsOf(columns, row)
    : BigInt(small)
}

/**
 * The exact ratio without bigint, which would cost too much where a million rows lie at one ratio:
 * for sats and ratios below 2^51 and uSTX below 2^53; undefined beyond. The remainder uSTX·10^8 -
 * ratio·sats is off by less than 2^31 in floats (products below 2^80); its value modulo 2^32, which
 * is exact, completes it.
 */
export function exactSmallRatio(sats: number, microStx: number): number | undefined {
  let ratio = Math.floor((microStx * RATIO_SCALE) / sats)
  if (sats >= 2 ** 51 || microStx >= 2 ** 53 || ratio >= 2 ** 51) return undefined
  const estimate = microStx * RATIO_SCALE - ratio * sats
  const modulo = (Math.imul(microStx, RATIO_SCALE) - Math.imul(ratio, sats)) | 0
  let remainder = estimate + ((modulo - (estimate | 0)) | 0)
  for (; remainder < 0; ratio--) remainder += sats
  for (; remainder >= sats; ratio++) remainder -= sats
  return ratio
}

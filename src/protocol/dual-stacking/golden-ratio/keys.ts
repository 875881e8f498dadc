import { microStxOf, satsOf } from './columns.ts'
import type { RatioColumns } from './columns.ts'

/** Key of an address without sBTC: it takes no part in the ratio. */
export const ABSENT = -1

const WORD = 2 ** 32
const RATIO_SCALE = 100_000_000

/**
 * Float64 estimate of an address's ratio d = uSTX·10^8 / sats: an integer with |key - d| <= 1 + d·2^-51 (four roundings, then a floor).
 * 0 stands for "no STX at all" alone, where d is exactly 0.
 */
export function estimateRatio(satsLow: number, satsHigh: number, microStxLow: number, microStxHigh: number): number {
  const sats = satsHigh * WORD + satsLow
  if (sats === 0) return ABSENT
  const microStx = microStxHigh * WORD + microStxLow
  return microStx === 0 ? 0 : Math.max(1, Math.floor(microStx * RATIO_SCALE / sats))
}

/** A bound of |key - d| with room to spare, for keys and ratios near `ratio`. */
export function margin(ratio: number): number {
  return 2 + ratio * 2 ** -50
}

/** The exact ratio d = floor(uSTX·10^8 / sats) of a row with sBTC whose key is known (spec 6.1). */
export function exactRatio(columns: RatioColumns, row: number, key: number): bigint {
  const small = smallRatio(columns, row, key)
  return small === undefined ? microStxOf(columns, row) * 100_000_000n / satsOf(columns, row) : BigInt(small)
}

/**
 * The exact ratio without bigint, for amounts below 2^53 and ratios below 2^51; undefined beyond. Many rows may lie at one ratio, and bigint division of each costs too much.
 * The remainder uSTX·10^8 - key·sats is off by less than 2^31 in floats (products below 2^80), so its value modulo 2^32, which is exact, completes it.
 */
export function smallRatio(columns: RatioColumns, row: number, key: number): number | undefined {
  const satsHigh = columns.satsHigh[row]!
  const microStxHigh = columns.microStxHigh[row]!
  if (satsHigh >= 2 ** 21 || microStxHigh >= 2 ** 21 || key >= 2 ** 51) return undefined
  const satsLow = columns.satsLow[row]!
  const microStxLow = columns.microStxLow[row]!
  const sats = satsHigh * WORD + satsLow
  const estimate = (microStxHigh * WORD + microStxLow) * RATIO_SCALE - key * sats
  const modulo = Math.imul(microStxLow, RATIO_SCALE) - Math.imul(key | 0, satsLow) | 0
  let remainder = estimate + (modulo - (estimate | 0) | 0)
  let ratio = key
  for (; remainder < 0; ratio--) remainder += sats
  for (; remainder >= sats; ratio++) remainder -= sats
  return ratio
}

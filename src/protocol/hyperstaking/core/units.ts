/** One DUSK in LUX, the unit of every amount here [hyperstaking 1.1]. */
export const LUX_PER_DUSK = 1_000_000_000n

/** The largest amount that the contracts can hold: amounts are u64. */
export const U64_MAX = 2n ** 64n - 1n

/** Rates and fees are integers scaled by 10^8: 5_000_000n is 5%. */
export const RATE_SCALE = 100_000_000n

/** Whole DUSK as LUX. @example dusk(1000n) // 1_000_000_000_000n */
export const dusk = (whole: bigint): bigint => whole * LUX_PER_DUSK

/** Whether a value is an amount of LUX that fits u64. */
export const isU64 = (value: unknown): value is bigint =>
  typeof value === 'bigint' && value >= 0n && value <= U64_MAX

/**
 * A part of an amount, rounded down. `rate` is scaled by 10^8. @example part(1000n, 5_000_000n) //
 * 50n
 */
export const applyRate = (amount: bigint, rate: bigint): bigint => (amount * rate) / RATE_SCALE

/** Integer division rounded up, for non-negative numbers. */
export const ceilDiv = (numerator: bigint, denominator: bigint): bigint =>
  (numerator + denominator - 1n) / denominator

export const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Order of two integers, for sorting from small to large. */
export const compareBigints = (a: bigint, b: bigint): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}

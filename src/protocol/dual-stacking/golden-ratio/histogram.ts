/**
 * Sums of sats by bucket as [low, high] pairs: high is a multiple of 2^32, low the signed rest, so
 * that no float sum loses a unit.
 */
export type Histogram = Float64Array

// Adding and subtracting this rounds a float below 2^83 to a multiple of 2^32.
export const ROUNDER = 1.5 * 2 ** 84
const EXACT = 1 + 2 ** -50

/** Fewer rows than this may be added between two calls of `carry`. */
export const ROWS_PER_CARRY = 2 ** 20

export function createHistogram(buckets: number): Histogram {
  return new Float64Array(2 * buckets)
}

/** Adds an amount, `sats + rest`, or removes it where both are negative. */
export function addTo(sums: Histogram, bucket: number, sats: number, rest = 0): void {
  const high = sats + ROUNDER - ROUNDER
  sums[2 * bucket]! += sats - high + rest
  sums[2 * bucket + 1]! += high
}

/**
 * Moves what exceeds 2^32 from the low to the high sums, so that sums over many buckets stay exact.
 */
export function carrySums(sums: Histogram): void {
  for (let at = 0; at < sums.length; at += 2) {
    const over = sums[at]! + ROUNDER - ROUNDER
    sums[at]! -= over
    sums[at + 1]! += over
  }
}

/** Sats in one bucket. */
export function sumOf(sums: Histogram, bucket: number): bigint {
  return BigInt(sums[2 * bucket]!) + BigInt(sums[2 * bucket + 1]!)
}

/** Sats in all buckets (after `carry`). */
export function totalOf(sums: Histogram): bigint {
  let low = 0
  let high = 0
  for (let at = 0; at < sums.length; at += 2) {
    low += sums[at]!
    high += sums[at + 1]!
  }
  return BigInt(low) + BigInt(high)
}

/**
 * The highest bucket at which the sum from the top reaches `target`, with the sum above it;
 * undefined when all together do not. `above` is what lies above the whole histogram. Floats
 * compare until the sum comes near; bigint decides.
 */
export function reachBucket(
  sums: Histogram,
  above: bigint,
  target: bigint,
): { bucket: number; above: bigint } | undefined {
  if (above >= target) return undefined
  const near = Number(target - above) / EXACT
  let low = 0
  let high = 0
  for (let bucket = sums.length / 2 - 1; bucket >= 0; bucket--) {
    const lowWithin = low + sums[2 * bucket]!
    const highWithin = high + sums[2 * bucket + 1]!
    if (
      highWithin + lowWithin >= near &&
      above + BigInt(lowWithin) + BigInt(highWithin) >= target
    ) {
      return { bucket, above: above + BigInt(low) + BigInt(high) }
    }
    low = lowWithin
    high = highWithin
  }
  return undefined
}

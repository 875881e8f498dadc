import type { RatioColumns } from './columns.ts'
import { estimateRatio } from './estimate.ts'
import { ROUNDER, ROWS_PER_CARRY, addTo, carry, histogram } from './histogram.ts'
import type { Histogram } from './histogram.ts'

// A bucket is the exponent and 6 bits of mantissa of the estimate. Bucket 0 holds estimates below 1 + 1/64, whose exact ratio is 0; estimates stay below 2^108.
const SHIFT = 14
const FIRST = 0x3ff00000 >>> SHIFT
const HIGH_WORD = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1

export const BUCKETS = 108 << (20 - SHIFT)

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

/** The bucket of an estimate of 1 or more. */
export function bucketOf(estimate: number): number {
  float[0] = estimate
  return (words[HIGH_WORD]! >>> SHIFT) - FIRST
}

/** The smallest estimate of a bucket. */
export function bucketStart(bucket: number): number {
  words.fill(0)
  words[HIGH_WORD] = (bucket + FIRST) << SHIFT
  return float[0]!
}

/** Sorts every row into its bucket; gives the bucket of each row and the exact sats of each bucket. */
export function fillBuckets(columns: RatioColumns): { buckets: Uint16Array, sums: Histogram } {
  const { sats, microStx, satsRest } = columns
  const buckets = new Uint16Array(sats.length)
  const sums = histogram(BUCKETS)
  for (let start = 0; start < sats.length; start += ROWS_PER_CARRY) {
    fillRows(sats, microStx, buckets, sums, start, Math.min(start + ROWS_PER_CARRY, sats.length))
    carry(sums)
  }
  satsRest?.forEach((rest, row) => rest !== 0 && addTo(sums, buckets[row]!, 0, rest))
  return { buckets, sums }
}

// The one loop over everything: written out, with locals, because calls and fields cost more here than the work.
function fillRows(sats: Float64Array, microStx: Float64Array, buckets: Uint16Array, sums: Histogram, start: number, end: number): void {
  const f = float
  const w = words
  for (let row = start; row < end; row++) {
    const amount = sats[row]!
    f[0] = estimateRatio(amount, microStx[row]!)
    const bucket = (w[HIGH_WORD]! >>> SHIFT) - FIRST
    buckets[row] = bucket
    const high = amount + ROUNDER - ROUNDER
    sums[2 * bucket]! += amount - high
    sums[2 * bucket + 1]! += high
  }
}

/** Rows with sBTC whose estimate lies within the bounds, bucket 0 apart: its sum says all. */
export function gatherRows({ sats, microStx }: RatioColumns, buckets: Uint16Array, from: number, to: number): Uint32Array {
  const first = Math.max(1, from <= 1 ? 1 : bucketOf(from))
  const span = bucketOf(to) - first
  let rows = new Uint32Array(1024)
  let count = 0
  for (let row = 0; row < buckets.length; row++) {
    if ((buckets[row]! - first) >>> 0 > span) continue
    const amount = sats[row]!
    const estimate = estimateRatio(amount, microStx[row]!)
    if (amount === 0 || estimate < from || estimate > to) continue
    if (count === rows.length) {
      const longer = new Uint32Array(4 * count)
      longer.set(rows)
      rows = longer
    }
    rows[count++] = row
  }
  return rows.subarray(0, count)
}

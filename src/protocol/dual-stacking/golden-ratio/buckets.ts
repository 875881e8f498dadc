import type { RatioColumns } from './columns.ts'
import { estimateRatio } from './estimate.ts'
import {
  ROUNDER,
  ROWS_PER_CARRY,
  addTo,
  carrySums,
  createHistogram,
  type Histogram,
} from './histogram.ts'

// A bucket is the exponent and 6 bits of mantissa of the estimate. Bucket 0 holds estimates below 1
// + 1/64, whose exact ratio is 0; estimates stay below 2^108.
const SHIFT = 14
const FIRST = 0x3ff00000 >>> SHIFT
const HIGH_WORD = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1

// Short calls, so that the engine optimizes the function itself early and not a loop that it is in
// the middle of.
const ROWS_PER_CALL = 2 ** 13

export const BUCKETS = 108 << (20 - SHIFT)

const estimates = new Float64Array(4)
const words = new Uint32Array(estimates.buffer)

/** The bucket of an estimate of 1 or more. */
export function bucketOf(estimate: number): number {
  estimates[0] = estimate
  return (words[HIGH_WORD]! >>> SHIFT) - FIRST
}

/** The smallest estimate of a bucket. */
export function bucketStart(bucket: number): number {
  words.fill(0)
  words[HIGH_WORD] = (bucket + FIRST) << SHIFT
  return estimates[0]!
}

/** The exact sats of each bucket. */
export function fillBuckets(columns: RatioColumns): Histogram {
  const { sats, microStx, satsRest } = columns
  const sums = createHistogram(BUCKETS)
  const whole = sats.length & -4
  for (let start = 0; start < whole; start += ROWS_PER_CALL) {
    fillRows(columns, sums, start, Math.min(start + ROWS_PER_CALL, whole))
    if (start % ROWS_PER_CARRY === 0) carrySums(sums)
  }
  for (let row = whole; row < sats.length; row++)
    addTo(sums, bucketOf(estimateRatio(sats[row]!, microStx[row]!)), sats[row]!)
  carrySums(sums)
  if (satsRest) {
    for (let row = 0; row < satsRest.length; row++) {
      if (satsRest[row] !== 0)
        addTo(sums, bucketOf(estimateRatio(sats[row]!, microStx[row]!)), 0, satsRest[row]!)
    }
  }
  return sums
}

/**
 * The loop over everything. Four rows at a time, because looking up the arrays themselves costs
 * more than the work on one row.
 */
function fillRows(
  { sats, microStx }: RatioColumns,
  sums: Histogram,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row += 4) {
    const sats0 = sats[row]!
    const sats1 = sats[row + 1]!
    const sats2 = sats[row + 2]!
    const sats3 = sats[row + 3]!
    estimates[0] = estimateRatio(sats0, microStx[row]!)
    estimates[1] = estimateRatio(sats1, microStx[row + 1]!)
    estimates[2] = estimateRatio(sats2, microStx[row + 2]!)
    estimates[3] = estimateRatio(sats3, microStx[row + 3]!)
    const at0 = 2 * ((words[HIGH_WORD]! >>> SHIFT) - FIRST)
    const at1 = 2 * ((words[HIGH_WORD + 2]! >>> SHIFT) - FIRST)
    const at2 = 2 * ((words[HIGH_WORD + 4]! >>> SHIFT) - FIRST)
    const at3 = 2 * ((words[HIGH_WORD + 6]! >>> SHIFT) - FIRST)
    const high0 = sats0 + ROUNDER - ROUNDER
    const high1 = sats1 + ROUNDER - ROUNDER
    const high2 = sats2 + ROUNDER - ROUNDER
    const high3 = sats3 + ROUNDER - ROUNDER
    sums[at0]! += sats0 - high0
    sums[at0 + 1]! += high0
    sums[at1]! += sats1 - high1
    sums[at1 + 1]! += high1
    sums[at2]! += sats2 - high2
    sums[at2 + 1]! += high2
    sums[at3]! += sats3 - high3
    sums[at3 + 1]! += high3
  }
}

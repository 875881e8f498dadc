import { bucketOf } from './buckets.ts'
import type { RatioColumns } from './columns.ts'
import { estimateRatio } from './estimate.ts'
import { ROWS_PER_CARRY, addTo, carry, histogram } from './histogram.ts'
import type { Histogram } from './histogram.ts'

/** Rows with sBTC whose estimates lie in a range. */
export interface Candidates {
  rows: Uint32Array
  estimates: Float64Array
  count: number
}

/** The rows with estimates within the bounds, bucket 0 apart: its sum says all about it. */
export function gather({ sats, microStx }: RatioColumns, buckets: Uint16Array, from: number, to: number): Candidates {
  const first = from <= 1 ? 1 : Math.max(1, bucketOf(from))
  const span = bucketOf(to) - first
  let found: Candidates = { rows: new Uint32Array(1024), estimates: new Float64Array(1024), count: 0 }
  for (let row = next(buckets, 0, first, span); row < buckets.length; row = next(buckets, row + 1, first, span)) {
    if (found.count === found.rows.length) found = longer(found)
    found.rows[found.count] = row
    // Without sBTC a row has no ratio; NaN is in no range.
    found.estimates[found.count++] = sats[row] === 0 ? NaN : estimateRatio(sats[row]!, microStx[row]!)
  }
  keep(found, from, to)
  return found
}

/** Drops the candidates outside the bounds. */
export function keep(candidates: Candidates, from: number, to: number): void {
  const { rows, estimates, count } = candidates
  let kept = 0
  for (let index = 0; index < count; index++) {
    const estimate = estimates[index]!
    if (!(estimate >= from && estimate <= to)) continue
    rows[kept] = rows[index]!
    estimates[kept++] = estimate
  }
  candidates.count = kept
}

/** The smallest and largest estimate in [low, high). */
export function extent({ estimates, count }: Candidates, low: number, high: number): { least: number, most: number } {
  let least = Infinity
  let most = -Infinity
  for (let index = 0; index < count; index++) {
    const estimate = estimates[index]!
    if (estimate < low || estimate >= high) continue
    if (estimate < least) least = estimate
    if (estimate > most) most = estimate
  }
  return { least, most }
}

/** Exact sums of the candidates in [low, high), by so many equal parts. */
export function divide({ sats, satsRest }: RatioColumns, { rows, estimates, count }: Candidates, low: number, high: number, parts: number): Histogram {
  const sums = histogram(parts)
  const scale = parts / (high - low)
  for (let index = 0; index < count; index++) {
    if (index % ROWS_PER_CARRY === 0) carry(sums)
    const estimate = estimates[index]!
    if (estimate < low || estimate >= high) continue
    const part = Math.min(Math.floor((estimate - low) * scale), parts - 1)
    addTo(sums, part, sats[rows[index]!]!, satsRest?.[rows[index]!])
  }
  carry(sums)
  return sums
}

/** The next row from `row` on whose bucket lies in [first, first + span]; four at a time while none does. */
function next(buckets: Uint16Array, row: number, first: number, span: number): number {
  let at = row
  while (
    at + 3 < buckets.length &&
    (buckets[at]! - first) >>> 0 > span && (buckets[at + 1]! - first) >>> 0 > span &&
    (buckets[at + 2]! - first) >>> 0 > span && (buckets[at + 3]! - first) >>> 0 > span
  ) at += 4
  while (at < buckets.length && (buckets[at]! - first) >>> 0 > span) at++
  return at
}

function longer({ rows, estimates, count }: Candidates): Candidates {
  const found = { rows: new Uint32Array(4 * count), estimates: new Float64Array(4 * count), count }
  found.rows.set(rows)
  found.estimates.set(estimates)
  return found
}

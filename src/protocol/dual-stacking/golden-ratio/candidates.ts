import { bucketStart } from './buckets.ts'
import type { RatioColumns } from './columns.ts'
import { RATIO_SCALE, estimateRatio } from './estimate.ts'
import { ROWS_PER_CARRY, addTo, carrySums, createHistogram, type Histogram } from './histogram.ts'

/** Rows with sBTC whose estimates lie in a range. */
export interface Candidates {
  rows: Uint32Array
  estimates: Float64Array
  count: number
}

/**
 * The rows with sBTC and estimates within the bounds, bucket 0 apart: its sum says all about it.
 */
export function gatherCandidates(columns: RatioColumns, from: number, to: number): Candidates {
  const { sats, microStx } = columns
  const least = Math.max(from, bucketStart(1))
  const middle = (least + to) / 2 - 1
  const half = (to - least) / 2 + to * 2 ** -45
  let found: Candidates = {
    rows: new Uint32Array(1024),
    estimates: new Float64Array(1024),
    count: 0,
  }
  for (
    let row = nextNear(columns, 0, middle, half);
    row < sats.length;
    row = nextNear(columns, row + 1, middle, half)
  ) {
    const estimate = estimateRatio(sats[row]!, microStx[row]!)
    if (estimate < least || estimate > to || sats[row] === 0) continue
    if (found.count === found.rows.length) found = enlarge(found)
    found.rows[found.count] = row
    found.estimates[found.count++] = estimate
  }
  return found
}

/** Drops the candidates outside the bounds. */
export function dropOutside(candidates: Candidates, from: number, to: number): void {
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
export function estimateExtent(
  { estimates, count }: Candidates,
  low: number,
  high: number,
): { least: number; most: number } {
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

/** Exact sums of the candidates in [low, high), split into this many equal parts. */
export function sumByPart(
  { sats, satsRest }: RatioColumns,
  { rows, estimates, count }: Candidates,
  { low, high, parts }: { low: number; high: number; parts: number },
): Histogram {
  const sums = createHistogram(parts)
  const scale = parts / (high - low)
  for (let index = 0; index < count; index++) {
    if (index % ROWS_PER_CARRY === 0) carrySums(sums)
    const estimate = estimates[index]!
    if (estimate < low || estimate >= high) continue
    const part = Math.min(Math.floor((estimate - low) * scale), parts - 1)
    addTo(sums, part, sats[rows[index]!]!, satsRest?.[rows[index]!])
  }
  carrySums(sums)
  return sums
}

/**
 * The next row from `row` on that may lie within `half` of the ratio `middle`; four at a time while
 * none does.
 */
function nextNear(
  { sats, microStx }: RatioColumns,
  row: number,
  middle: number,
  half: number,
): number {
  let at = row
  const last = sats.length - 4
  while (
    at <= last &&
    isFar(sats[at]!, microStx[at]!, middle, half) &&
    isFar(sats[at + 1]!, microStx[at + 1]!, middle, half) &&
    isFar(sats[at + 2]!, microStx[at + 2]!, middle, half) &&
    isFar(sats[at + 3]!, microStx[at + 3]!, middle, half)
  )
    at += 4
  while (at < sats.length && isFar(sats[at]!, microStx[at]!, middle, half)) at++
  return at
}

// Without dividing, and with one comparison that nearly always ends the same way.
const isFar = (sats: number, microStx: number, middle: number, half: number): boolean =>
  Math.abs(microStx * RATIO_SCALE - middle * sats) > half * sats

function enlarge({ rows, estimates, count }: Candidates): Candidates {
  const found = { rows: new Uint32Array(4 * count), estimates: new Float64Array(4 * count), count }
  found.rows.set(rows)
  found.estimates.set(estimates)
  return found
}

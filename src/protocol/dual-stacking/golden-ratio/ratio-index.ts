import { BUCKETS, bucketOf, bucketStart, fillBuckets, gatherRows } from './buckets.ts'
import { satsOf, setRow } from './columns.ts'
import type { RatioColumns } from './columns.ts'
import { estimateRatio, exactRatio, margin, rangeOf } from './estimate.ts'
import { ROWS_PER_CARRY, addTo, carry, histogram, reachBucket, sumOf, totalOf } from './histogram.ts'
import type { Histogram } from './histogram.ts'
import { addSats, groupRows, reachInWindow, splitInWindow } from './window.ts'
import type { RatioWindow } from './window.ts'

const FEW = 128
const PARTS = 256
const WINDOWS = 2

/**
 * All tracking addresses ordered by ratio, well enough to answer exactly: floats choose a bucket, integers decide inside it. Holds the columns, 2 bytes an address and 0.1 MB.
 * The columns become its own: change them through `change` only.
 */
export class RatioIndex {
  readonly columns: RatioColumns
  /** Sats of all addresses. */
  total: bigint
  readonly #buckets: Uint16Array
  readonly #sums: Histogram
  #windows: RatioWindow[] = []
  #stacked: boolean | undefined

  constructor(columns: RatioColumns) {
    this.columns = columns
    const { buckets, sums } = fillBuckets(columns)
    this.#buckets = buckets
    this.#sums = sums
    this.total = totalOf(sums)
  }

  /** Whether any address has STX, with or without sBTC. */
  get stacked(): boolean {
    this.#stacked ??= sumOf(this.#sums, 0) < this.total || this.columns.microStx.some((amount) => amount > 0)
    return this.#stacked
  }

  /** The largest ratio at which the sats at or above it reach `target` (1 or more); undefined when all sats together do not. */
  reach(target: bigint): bigint | undefined {
    for (const window of this.#windows) {
      const ratio = reachInWindow(window, target)
      if (ratio !== undefined) return ratio
    }
    const window = this.#open(target)
    if (window === undefined) return undefined
    this.#windows = [window, ...this.#windows].slice(0, WINDOWS)
    return reachInWindow(window, target)
  }

  /** Sats strictly above and exactly at a ratio. */
  split(ratio: bigint): { above: bigint, equal: bigint } {
    for (const window of this.#windows) {
      const split = splitInWindow(window, ratio)
      if (split !== undefined) return split
    }
    const near = Math.max(1, Math.min(Number(ratio), 2 ** 107))
    return splitInWindow(this.#openAt(near), ratio)!
  }

  /** Replaces one address's sums; the index stays exact and, while the answer's bucket stands, ready. */
  change(row: number, sats: bigint, microStx: bigint): void {
    const { columns } = this
    this.#count(row, -1)
    const had = columns.microStx[row]! > 0
    setRow(columns, row, sats, microStx)
    this.#buckets[row] = bucketOf(estimateRatio(columns.sats[row]!, columns.microStx[row]!))
    this.#count(row, 1)
    if (microStx > 0n) this.#stacked = true
    else if (had) this.#stacked = undefined
  }

  /** The nearest ratio that some address has strictly above (`1`) or below (`-1`) the given one; one pass. */
  neighbour(ratio: bigint, side: 1 | -1): bigint | undefined {
    const { sats, microStx } = this.columns
    const near = Number(ratio)
    const nearest = side * (near - side * 2 * margin(near))
    let best: bigint | undefined
    let farthest = Infinity
    for (let row = 0; row < sats.length; row++) {
      const estimate = side * estimateRatio(sats[row]!, microStx[row]!)
      if (estimate < nearest || estimate > farthest || sats[row] === 0) continue
      const exact = exactRatio(this.columns, row)
      if (side === 1 ? exact <= ratio : exact >= ratio) continue
      if (best !== undefined && (side === 1 ? exact >= best : exact <= best)) continue
      best = exact
      farthest = side * Number(exact) + 2 * margin(Number(exact))
    }
    return best
  }

  #count(row: number, sign: 1 | -1): void {
    const { columns } = this
    const sats = columns.sats[row]!
    if (sats === 0) return
    const bucket = this.#buckets[row]!
    addTo(this.#sums, bucket, sats, columns.satsRest?.[row], sign)
    const signed = BigInt(sign) * satsOf(columns, row)
    this.total += signed
    const estimate = estimateRatio(sats, columns.microStx[row]!)
    for (const window of this.#windows) {
      if (estimate > window.to) window.above += signed
      else if (estimate >= window.from) addSats(window.groups, bucket === 0 ? 0n : exactRatio(columns, row), signed)
    }
  }

  /** Finds the bucket in which the sum from the top reaches the target and narrows it until few addresses remain. */
  #open(target: bigint): RatioWindow | undefined {
    const found = reachBucket(this.#sums, 0n, target)
    if (found === undefined) return undefined
    let { above } = found
    let low = bucketStart(found.bucket)
    let high = bucketStart(found.bucket + 1)
    const found = gather(this.columns, this.#buckets, rangeOf(low, high).from, rangeOf(low, high).to)
    while (found.count > FEW) {
      // What the range does not contain need not be divided: many rows at one ratio are done at once.
      const { least, most } = extent(found, low, high)
      low = least
      high = most * (1 + 2 ** -52)
      if (high - low > 8 * margin(high)) {
        const width = (high - low) / PARTS
        const part = reachBucket(divide(this.columns, found, low, width, PARTS), above, target)!
        above = part.above
        low += part.bucket * width
        high = low + width
      }
      const { from, to } = rangeOf(low, high)
      if (high - low <= 8 * margin(high)) ...
    }
  /** The window around an estimate, wherever the sums lie. */
  #openAt(near: number): RatioWindow {
    const bucket = bucketOf(near)
    let above = 0n
    for (let other = bucket + 1; other < BUCKETS; other++) above += sumOf(this.#sums, other)
    const high = bucketStart(bucket + 1)
    const range = rangeOf(bucketStart(bucket), high)
    return this.#window(range, gatherRows(this.columns, this.#buckets, range.from, range.to), above, high)
  }

  /** `above` is the sum at estimates of `high` and more; rows of the window that lie there are taken off it. */
  #window(range: ReturnType<typeof rangeOf>, rows: Uint32Array, above: bigint, high: number): RatioWindow {
    const groups = groupRows(this.columns, rows)
    if (range.from <= 1) addSats(groups, 0n, sumOf(this.#sums, 0))
    for (const row of rows) if (this.#estimate(row) >= high) above -= satsOf(this.columns, row)
    return { ...range, above, groups }
  }

  /** Sums of the rows in [low, low + 256·width), by parts of one width. */
  #divide(rows: Uint32Array, low: number, width: number): Histogram {
    const parts = histogram(PARTS)
    rows.forEach((row, index) => {
      if (index % ROWS_PER_CARRY === 0) carry(parts)
      const part = Math.floor((this.#estimate(row) - low) / width)
      if (part >= 0 && part < PARTS) addTo(parts, part, this.columns.sats[row]!, this.columns.satsRest?.[row])
    })
    carry(parts)
    return parts
  }

  #estimate(row: number): number {
    return estimateRatio(this.columns.sats[row]!, this.columns.microStx[row]!)
  }
}

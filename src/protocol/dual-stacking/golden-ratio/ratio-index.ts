import { BUCKETS, bucketOf, bucketStart, fillBuckets } from './buckets.ts'
import {
  sumByPart,
  estimateExtent,
  gatherCandidates,
  dropOutside,
  type Candidates,
} from './candidates.ts'
import { satsOf, setRow, type RatioColumns } from './columns.ts'
import { estimateRatio, exactRatio, estimateMargin, candidateRange } from './estimate.ts'
import { addTo, reachBucket, sumOf, totalOf, type Histogram } from './histogram.ts'
import {
  addSats,
  groupRows,
  reachInWindow,
  splitInWindow,
  type RatioWindow,
} from './ratio-window.ts'

const FEW = 128
const PARTS = 256
const WINDOWS = 2

/**
 * All tracking addresses ordered by ratio, well enough to answer exactly: floats choose a bucket,
 * integers decide inside it. Holds the columns and 0.1 MB. The columns become its own: change them
 * through `change` only.
 */
export class RatioIndex {
  readonly columns: RatioColumns
  /** Sats of all addresses. */
  total: bigint
  readonly #sums: Histogram
  #windows: RatioWindow[] = []
  #stacked: boolean | undefined

  constructor(columns: RatioColumns) {
    this.columns = columns
    this.#sums = fillBuckets(columns)
    this.total = totalOf(this.#sums)
  }

  /** Whether any address has STX, with or without sBTC. */
  get stacked(): boolean {
    this.#stacked ??=
      sumOf(this.#sums, 0) < this.total || this.columns.microStx.some((amount) => amount > 0)
    return this.#stacked
  }

  /**
   * The largest ratio at which the sats at or above it reach `target` (1 or more); undefined when
   * all sats together do not.
   */
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
  split(ratio: bigint): { above: bigint; equal: bigint } {
    for (const window of this.#windows) {
      const split = splitInWindow(window, ratio)
      if (split !== undefined) return split
    }
    // No amount that columns can hold has a ratio of 2^107.
    if (ratio >= 2n ** 107n) return { above: 0n, equal: 0n }
    return splitInWindow(this.#openAt(Math.max(1, Number(ratio))), ratio)!
  }

  /**
   * Replaces one address's sums; the index stays exact and, while the answer's bucket is valid,
   * ready.
   */
  change(row: number, sats: bigint, microStx: bigint): void {
    const { columns } = this
    this.#count(row, -1)
    const had = columns.microStx[row]! > 0
    setRow(columns, row, sats, microStx)
    this.#count(row, 1)
    if (microStx > 0n) this.#stacked = true
    else if (had) this.#stacked = undefined
  }

  /**
   * The nearest ratio that some address has strictly above (`1`) or below (`-1`) the given one; one
   * pass.
   */
  neighbour(ratio: bigint, side: 1 | -1): bigint | undefined {
    const { sats, microStx } = this.columns
    const near = Number(ratio)
    const nearest = side * (near - side * 2 * estimateMargin(near))
    let best: bigint | undefined
    let farthest = Infinity
    for (let row = 0; row < sats.length; row++) {
      const estimate = side * estimateRatio(sats[row]!, microStx[row]!)
      if (estimate < nearest || estimate > farthest || sats[row] === 0) continue
      const exact = exactRatio(this.columns, row)
      if (side === 1 ? exact <= ratio : exact >= ratio) continue
      if (best !== undefined && (side === 1 ? exact >= best : exact <= best)) continue
      best = exact
      farthest = side * Number(exact) + 2 * estimateMargin(Number(exact))
    }
    return best
  }

  #count(row: number, sign: 1 | -1): void {
    const { columns } = this
    const sats = columns.sats[row]!
    if (sats === 0) return
    const estimate = estimateRatio(sats, columns.microStx[row]!)
    const bucket = bucketOf(estimate)
    addTo(this.#sums, bucket, sign * sats, sign * (columns.satsRest?.[row] ?? 0))
    const signed = BigInt(sign) * satsOf(columns, row)
    this.total += signed
    for (const window of this.#windows) {
      if (estimate > window.to) window.above += signed
      else if (estimate >= window.from)
        addSats(window.groups, bucket === 0 ? 0n : exactRatio(columns, row), signed)
    }
  }

  /**
   * Finds the bucket in which the sum from the top reaches the target and narrows it until few
   * addresses, or a few ratios, remain.
   */
  #open(target: bigint): RatioWindow | undefined {
    const start = reachBucket(this.#sums, 0n, target)
    if (start === undefined) return undefined
    let { above } = start
    let low = bucketStart(start.bucket)
    let high = bucketStart(start.bucket + 1)
    let range = candidateRange(low, high)
    const found = gatherCandidates(this.columns, range.from, range.to)
    while (found.count > FEW && isWide(low, high)) {
      // Many rows at one ratio are done at once: only what lies between the outermost is divided.
      const { least, most } = estimateExtent(found, low, high)
      low = least
      high = most * (1 + 2 ** -52)
      if (isWide(low, high)) {
        const part = reachBucket(
          sumByPart(this.columns, found, { low, high, parts: PARTS }),
          above,
          target,
        )!
        const width = (high - low) / PARTS
        above = part.above
        low += part.bucket * width
        high = low + width
      }
      range = candidateRange(low, high)
      dropOutside(found, range.from, range.to)
    }
    return this.#window(range, found, above, high)
  }

  /** The window around an estimate, wherever the sums lie. */
  #openAt(near: number): RatioWindow {
    const bucket = bucketOf(near)
    let above = 0n
    for (let other = bucket + 1; other < BUCKETS; other++) above += sumOf(this.#sums, other)
    const high = bucketStart(bucket + 1)
    const range = candidateRange(bucketStart(bucket), high)
    return this.#window(range, gatherCandidates(this.columns, range.from, range.to), above, high)
  }

  /**
   * `above` is the sum at estimates of `high` and more; rows of the window that lie there are taken
   * off it.
   */
  #window(
    range: ReturnType<typeof candidateRange>,
    { rows, estimates, count }: Candidates,
    above: bigint,
    high: number,
  ): RatioWindow {
    const groups = groupRows(this.columns, rows, count)
    if (range.from <= 1) addSats(groups, 0n, sumOf(this.#sums, 0))
    let beyond = above
    for (let index = 0; index < count; index++)
      if (estimates[index]! >= high) beyond -= satsOf(this.columns, rows[index]!)
    return { ...range, above: beyond, groups }
  }
}

/** Whether a range is more than a few margins wide, so that dividing it says something. */
function isWide(low: number, high: number): boolean {
  return high - low > 8 * estimateMargin(high)
}

import { MAX_U128 } from '../../clarity/u128.ts'
import { SCALE } from '../constants.ts'
import type { RatioColumns } from './columns.ts'
import { RatioIndex } from './ratio-index.ts'

/**
 * What `validate-ratio` accepts for these participants, and how firm it is [dual-stacking 6.2].
 * Ratios are scaled by 10^8, sats are sums over the snapshots.
 */
export interface GoldenRatio {
  /**
   * The smallest and the largest accepted value; every value between passes. Absent when no value
   * passes (a percentage above 100).
   */
  accepted?: { lowest: bigint; highest: bigint }
  /** The value to propose: the largest ratio of a participant that passes. */
  propose?: bigint
  /** SBTC of all, strictly above and exactly at the proposal. */
  sats: { total: bigint; above: bigint; equal: bigint }
  /** How firm the proposal is; absent when sBTC does not decide it. */
  stability?: RatioStability
}

/** How far a ratio is from failing, while the total of sBTC stays. */
export interface RatioStability {
  /**
   * Sats that would have to move from at or below the ratio to above it until it is too low (error
   * 110).
   */
  satsToRise: bigint
  /**
   * Sats that would have to move from at or above the ratio to below it until it is too high (error
   * 111).
   */
  satsToFall: bigint
}

/**
 * What the contract’s test of a proposal depends on besides the participants [dual-stacking 6.2].
 */
export interface GoldenRatioOptions {
  /** Contract variable, hundredths of a percent: 500 is 5 %. */
  maxPercentageAbove?: bigint
  /**
   * The cycle's total of stacked uSTX where known; otherwise it is taken from the columns (they
   * differ only by [dual-stacking Q7]).
   */
  totalMicroStx?: bigint
}

/**
 * The golden ratio of a set of tracking addresses, exact to the unit; after `change` of one address
 * the next answer costs microseconds while its bucket is valid.
 */
export class GoldenRatioFinder {
  readonly index: RatioIndex
  readonly #options: GoldenRatioOptions

  constructor(columns: RatioColumns, options: GoldenRatioOptions = {}) {
    this.index = new RatioIndex(columns)
    this.#options = options
  }

  /** The accepted values, the one to propose and its stability. */
  find(): GoldenRatio {
    const { index } = this
    const limit = this.#limit()
    if (!this.#hasStx()) return this.#answer({ lowest: SCALE, highest: SCALE }, SCALE, false)
    const lowest = index.reach(limit / 100n + 1n) ?? 0n
    const highest = limit === 0n ? MAX_U128 : index.reach((limit + 99n) / 100n)
    if (highest === undefined) return { sats: { total: index.total, above: 0n, equal: 0n } }
    if (index.total === 0n) return this.#answer({ lowest, highest }, SCALE, false)
    return this.#answer({ lowest, highest }, limit === 0n ? lowest : highest, true)
  }

  /** How far any accepted ratio is from failing; undefined when it fails already. */
  stability(ratio: bigint): RatioStability | undefined {
    const limit = this.#limit()
    const { above, equal } = this.index.split(ratio)
    const satsToRise = limit / 100n - above + 1n
    const satsToFall = above + equal - (limit + 99n) / 100n + 1n
    return satsToRise > 0n && satsToFall > 0n ? { satsToRise, satsToFall } : undefined
  }

  /**
   * The nearest ratios of other participants: where the golden ratio would move to. One pass over
   * all.
   */
  neighbours(ratio: bigint): { above?: bigint; below?: bigint } {
    const above = this.index.neighbour(ratio, 1)
    const below = this.index.neighbour(ratio, -1)
    return { ...(above === undefined ? {} : { above }), ...(below === undefined ? {} : { below }) }
  }

  /** Replaces one address's sums (sats and uSTX over the snapshots). */
  change(row: number, sats: bigint, microStx: bigint): void {
    this.index.change(row, sats, microStx)
  }

  #limit(): bigint {
    return ((this.#options.maxPercentageAbove ?? 500n) * this.index.total) / 100n
  }

  #hasStx(): boolean {
    return this.#options.totalMicroStx === undefined
      ? this.index.stacked
      : this.#options.totalMicroStx > 0n
  }

  #answer(
    accepted: { lowest: bigint; highest: bigint },
    propose: bigint,
    decided: boolean,
  ): GoldenRatio {
    const sats = { total: this.index.total, ...this.index.split(propose) }
    const stability = decided ? this.stability(propose) : undefined
    return { accepted, propose, sats, ...(stability === undefined ? {} : { stability }) }
  }
}

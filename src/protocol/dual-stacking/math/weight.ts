import { add, div, mul, sqrt } from '../../clarity/u128.ts'
import { MIN_GOLDEN_RATIO, SCALE, SQRT_SCALE } from '../constants.ts'
import { personalRatio } from './ratio.ts'

/** What decides a row’s weight in one cycle [dual-stacking 6.3]. */
export interface Holding {
  /** Sats of the tracking address, summed over the snapshots. */
  sats: bigint
  /** MicroSTX of the stacking address, summed over the snapshots. */
  microStx: bigint
  /** Validated golden ratio as stored, scaled by 10^8; 0 counts as 1. */
  goldenRatio: bigint
  /** Whether the tracking address is whitelisted now. */
  whitelisted: boolean
}

/**
 * R = min(1, ratio / golden ratio), scaled by 10^8; 10^8 when whitelisted; 0 for 0 sats
 * [dual-stacking 6.3]. Aborts above 2^128 - 1.
 */
export function relativeRatio({ sats, microStx, goldenRatio, whitelisted }: Holding): bigint {
  const ratio = personalRatio(microStx, sats)
  if (ratio === undefined) return 0n
  const golden = effectiveGoldenRatio(goldenRatio)
  return whitelisted || ratio > golden ? SCALE : div(mul(ratio, SCALE), golden)
}

/** S = floor(sqrt(r)), 0 … 10^4: the boost's resolution [dual-stacking 6.3]. */
export const boostRoot = (relative: bigint): bigint => sqrt(relative)

/** The golden ratio that weights use: never 0 [dual-stacking 6.3]. */
export const effectiveGoldenRatio = (goldenRatio: bigint): bigint =>
  goldenRatio === 0n ? MIN_GOLDEN_RATIO : goldenRatio

/**
 * Weight of a tracking address: its average sats times its boost, floor(sats · (10^8 + M·s·10^4) /
 * 10^8 / n) [dual-stacking 6.3]. Aborts for n = 0 and above 2^128 - 1.
 *
 * @example
 *   const holding = { sats: 1_400_000_000n, microStx: 0n, goldenRatio: 100_000_000n }
 *   weight({ ...holding, multiplier: 9n, snapshots: 14n, whitelisted: false }) // 100_000_000n
 */
export function weight(holding: Holding & { multiplier: bigint; snapshots: bigint }): bigint {
  if (holding.sats === 0n) return 0n
  return boostedWeight(
    holding.sats,
    boostRoot(relativeRatio(holding)),
    holding.multiplier,
    holding.snapshots,
  )
}

/** The weight for a known root s = floor(sqrt(r)) of 0 … 10^4 [dual-stacking 6.3]. */
export const boostedWeight = (
  sats: bigint,
  root: bigint,
  multiplier: bigint,
  snapshots: bigint,
): bigint =>
  div(div(mul(sats, add(SCALE, mul(multiplier, mul(root, SQRT_SCALE)))), SCALE), snapshots)

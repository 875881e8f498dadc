import { MIN_GOLDEN_RATIO, SCALE, SQRT_SCALE } from '../constants.ts'
import { personalRatio } from '../math/ratio.ts'
import { boostRoot, boostedWeight, relativeRatio } from '../math/weight.ts'
import type { Parameters, CycleSums } from './parameters.ts'

/** The boost of a holder and each value on the way to it [dual-stacking 6.1, 6.3, 9.1]. */
export interface Boost {
  /** D, scaled by 10^8; null without sBTC in the wallet. */
  ratio: bigint | null
  /** R = min(1, d / golden ratio), scaled by 10^8. */
  relative: bigint
  /** S = floor(sqrt(r)): 0 … 10^4. */
  root: bigint
  /** Scaled by 10^8: 1 to M + 1, in steps of M·10^-4. */
  boost: bigint
  /** Average sats times boost; of v2 the wallet's part and the DeFi part are floored apart. */
  weight: bigint
  walletWeight: bigint
  defiWeight: bigint
}

/** Boost and weight of a cycle's sums, floor for floor. */
export function boostOf(
  parameters: Parameters,
  { sats, defiSats, microStx, whitelisted }: CycleSums,
): Boost {
  const { multiplier, snapshotsPerCycle, goldenRatio } = parameters
  const relative = relativeRatio({ sats, microStx, goldenRatio: goldenRatio.ratio, whitelisted })
  const root = boostRoot(relative)
  const walletWeight = boostedWeight(sats, root, multiplier, snapshotsPerCycle)
  const defiWeight = boostedWeight(defiSats, SQRT_SCALE, multiplier, snapshotsPerCycle)
  return {
    ratio: personalRatio(microStx, sats) ?? null,
    relative,
    root,
    boost: SCALE + multiplier * root * SQRT_SCALE,
    weight: walletWeight + defiWeight,
    walletWeight,
    defiWeight,
  }
}

/** The largest boost, scaled by 10^8. */
export const maxBoost = ({ multiplier }: Parameters): bigint => (multiplier + 1n) * SCALE

/** The smallest root s at which the boost reaches `boost` (scaled by 10^8). */
export const rootFor = ({ multiplier }: Parameters, boost: bigint): bigint =>
  boost > SCALE ? ceil(boost - SCALE, multiplier * SQRT_SCALE) : 0n

/**
 * The smallest sum of uSTX at which `sats` (a sum) has the root s, by the contract's floors: s is
 * reached when r >= s², r when d >= ceil(s²·D / 10^8), d when uSTX >= ceil(d·sats / 10^8).
 */
export function smallestMicroStx({ goldenRatio }: Parameters, sats: bigint, root: bigint): bigint {
  const golden = goldenRatio.ratio < MIN_GOLDEN_RATIO ? MIN_GOLDEN_RATIO : goldenRatio.ratio
  return ceil(ceil(root * root * golden, SCALE) * sats, SCALE)
}

export const ceil = (dividend: bigint, divisor: bigint): bigint =>
  (dividend + divisor - 1n) / divisor

import { add, div, mul } from '../../clarity/u128.ts'
import { PRECISION_PERCENTAGE_RATIO, SCALE } from '../constants.ts'

/**
 * Ratio of a holder, floor(microStx · 10^8 / sats), or undefined for 0 sats [dual-stacking 6.1].
 * `microStx` is the stacking address's sum over the snapshots, `sats` the tracking address's.
 * Aborts when microStx · 10^8 passes 2^128 - 1.
 *
 * @example
 *   personalRatio(70_000_000_000n, 1_000_000n) // 7_000_000_000_000n: 7,000,000 STX per BTC
 */
export const personalRatio = (microStx: bigint, sats: bigint): bigint | undefined =>
  sats === 0n ? undefined : div(mul(microStx, SCALE), sats)

/** What the contract compares when it validates a proposed golden ratio [dual-stacking 6.2]. */
export interface RatioTest {
  /** Proposed golden ratio, scaled by 10^8. */
  proposal: bigint
  /** Sum of sats and of microSTX over all snapshots of the cycle. */
  totalSats: bigint
  totalMicroStx: bigint
  /** Sats of tracking addresses whose ratio is above, or equal to, the proposal. */
  satsAbove: bigint
  satsEqual: bigint
  /** Hundredths of a percent: 500 = 5 %. */
  maxPercentage: bigint
}

/**
 * What `validate-ratio` answers to a complete tally: `'ok'`, or error 110 (too low), 111 (too
 * high), 113 (no STX: only 10^8 passes) [dual-stacking 6.2]. Aborts above 2^128 - 1.
 */
export function ratioVerdict({
  proposal,
  totalSats,
  totalMicroStx,
  satsAbove,
  satsEqual,
  maxPercentage,
}: RatioTest): 'ok' | 110 | 111 | 113 {
  if (totalMicroStx === 0n) return proposal === SCALE ? 'ok' : 113
  const limit = div(mul(maxPercentage, totalSats), PRECISION_PERCENTAGE_RATIO)
  if (mul(satsAbove, PRECISION_PERCENTAGE_RATIO) > limit) return 110
  if (mul(add(satsAbove, satsEqual), PRECISION_PERCENTAGE_RATIO) < limit) return 111
  return 'ok'
}

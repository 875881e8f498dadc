import { add, div, mul } from '../../clarity/u128.ts'
import { SCALE } from '../constants.ts'

/**
 * Whole cycles in a year, floor(blocksPerYear / (blocksPerSnapshot · snapshots)) [dual-stacking
 * 6.4]. Aborts for a cycle of 0 blocks.
 */
export const cyclesPerYear = (
  blocksPerYear: bigint,
  blocksPerSnapshot: bigint,
  snapshots: bigint,
): bigint => div(blocksPerYear, mul(blocksPerSnapshot, snapshots))

/**
 * Rate of one cycle, scaled by 10^8, floor(apr / cyclesPerYear) [dual-stacking 6.4]. Aborts for 0
 * cycles per year.
 */
export const cyclePercentageRate = (apr: bigint, cyclesPerYear: bigint): bigint =>
  div(apr, cyclesPerYear)

/**
 * The most that a cycle may pay, sats · 10^8: floor(rate · totalWeights / (M + 1)) [dual-stacking
 * 6.4].
 */
export const rewardCap = (rate: bigint, totalWeights: bigint, multiplier: bigint): bigint =>
  div(mul(rate, totalWeights), add(multiplier, 1n))

/**
 * What a cycle pays, sats · 10^8: the pool (sats) or the cap, whichever is less [dual-stacking
 * 6.4].
 */
export const rewardsToDistribute = (poolSats: bigint, cap: bigint): bigint => {
  const pool = mul(poolSats, SCALE)
  return pool < cap ? pool : cap
}

/**
 * Reward of one weight, sats: floor(weight · rewardsToDistribute / (totalWeights · 10^8)); 0 when
 * there is no weight [dual-stacking 6.5]. Aborts above 2^128 - 1.
 *
 * @example
 *   reward(1_000_000_000n, 22_000_000_000_000n, 1_100_000_000n) // 200_000n
 */
export const reward = (weight: bigint, rewardsToDistribute: bigint, totalWeights: bigint): bigint =>
  totalWeights === 0n ? 0n : div(mul(weight, rewardsToDistribute), mul(totalWeights, SCALE))

import { SCALE } from '../constants.ts'
import { reward, rewardCap, rewardsToDistribute } from '../math/reward.ts'
import type { Boost } from './boost.ts'
import type { Parameters, CycleSums } from './parameters.ts'

/** What a cycle pays, and what limits it; null: an input is unknown. */
export interface Payout {
  /** Sum of all weights with this holder's. */
  totalWeights: bigint | null
  /** Sats·10^8: the most that the rate allows. */
  cap: bigint | null
  /** Whether the pool or the cap is less. */
  limit: 'pool' | 'cap' | null
  /** Reward of the cycle, sats. */
  rewardSats: bigint | null
  /** Reward of a year over the average sats, scaled by 10^8; null without sBTC, too. */
  yearlyRate: bigint | null
  /** The same with a pool that fills the cap: the most that can come. */
  fullPool: { rewardSats: bigint; yearlyRate: bigint | null } | null
}

/**
 * Cycles in a year, scaled by 10^8: whole ones in v1, with fraction in v2 [dual-stacking 6.4, 9.1];
 * null when unknown or less than one of v1's.
 */
export function scaledCyclesPerYear({
  family,
  blocksPerYear,
  blocksPerSnapshot,
  snapshotsPerCycle,
  bufferBlocks = 0n,
}: Pick<
  Parameters,
  'family' | 'blocksPerYear' | 'blocksPerSnapshot' | 'snapshotsPerCycle' | 'bufferBlocks'
>): bigint | null {
  const length = blocksPerSnapshot * snapshotsPerCycle + (family === 'v1' ? 0n : bufferBlocks)
  if (blocksPerYear === null || length === 0n) return null
  const cycles =
    family === 'v1' ? (blocksPerYear / length) * SCALE : (blocksPerYear * SCALE) / length
  return cycles === 0n ? null : cycles
}

/** Rate of one cycle, scaled by 10^8 [dual-stacking 6.4, 9.1]. */
export function cycleRate(parameters: Parameters): bigint | null {
  const cycles = scaledCyclesPerYear(parameters)
  return cycles === null || parameters.apr === null ? null : (parameters.apr * SCALE) / cycles
}

/** What a holder of this boost receives; `others` is the sum of all others' weights. */
export function payoutOf(
  parameters: Parameters,
  { weight, walletWeight, defiWeight }: Boost,
  sums: CycleSums,
  others: bigint | null,
): Payout {
  const { multiplier, poolSats, snapshotsPerCycle } = parameters
  const cycles = scaledCyclesPerYear(parameters)
  const rate = cycleRate(parameters)
  const sats = sums.sats + sums.defiSats
  // Rewards of a year over the average sats: the divisor has 10^8 once for the reward; the second
  // one is the scale of the result.
  const yearly = (part: bigint, whole: bigint) =>
    whole === 0n || sats === 0n
      ? null
      : (weight * part * cycles! * snapshotsPerCycle) / (whole * SCALE * sats)
  const fullPool =
    rate === null
      ? null
      : {
          rewardSats: (weight * rate) / ((multiplier + 1n) * SCALE),
          yearlyRate: yearly(rate, multiplier + 1n),
        }
  const totalWeights = others === null ? null : others + weight
  const cap =
    totalWeights === null || rate === null ? null : rewardCap(rate, totalWeights, multiplier)
  if (totalWeights === null || cap === null || poolSats === null)
    return { totalWeights, cap, limit: null, rewardSats: null, yearlyRate: null, fullPool }
  const paid = rewardsToDistribute(poolSats, cap)
  return {
    totalWeights,
    cap,
    limit: paid < cap ? 'pool' : 'cap',
    rewardSats: reward(walletWeight, paid, totalWeights) + reward(defiWeight, paid, totalWeights),
    yearlyRate: yearly(paid, totalWeights),
    fullPool,
  }
}

import { SCALE } from '../constants.ts'
import { rewardCap, rewardsToDistribute } from '../math/reward.ts'
import { cycleRate } from '../projection/payout.ts'
import type { PayoutAudit } from './audit-result.ts'
import type { AuditReward, CycleParameters } from './cycle-data.ts'

/** Weights of a tracking address, and the payment to it. */
export interface Share {
  walletWeight: bigint
  defiWeight: bigint
  reward: AuditReward | null
}

/**
 * What the cycle had to share out by the contract's rule, and which amounts explain the payments
 * [dual-stacking 6.4, 6.5].
 */
export function auditPayout(
  parameters: CycleParameters,
  totalWeights: bigint,
  shares: readonly Share[],
): PayoutAudit {
  const { multiplier, poolSats, goldenRatio } = parameters
  const rate = cycleRate({
    ...parameters,
    goldenRatio: { ratio: goldenRatio ?? 0n, cycle: null },
    totalWeights: null,
  })
  const cap = rate === null ? null : rewardCap(rate, totalWeights, multiplier)
  const pool = poolSats === null ? null : poolSats * SCALE
  const expected = cap === null || poolSats === null ? null : rewardsToDistribute(poolSats, cap)
  const limit = expected === cap ? 'cap' : 'pool'
  return {
    cap,
    pool,
    limit: expected === null ? null : limit,
    expected,
    consistent: consistent(totalWeights * SCALE, shares),
  }
}

/**
 * Floor(weight · x / whole) = sats holds exactly for ceil(sats · whole / weight) <= x < (sats + 1)
 * · whole / weight.
 */
function consistent(whole: bigint, shares: readonly Share[]): PayoutAudit['consistent'] {
  let lowest = 0n
  let highest: bigint | undefined
  for (const { walletWeight, defiWeight, reward } of shares) {
    if (reward === null) continue
    for (const [weight, sats] of [
      [walletWeight, reward.walletSats],
      [defiWeight, reward.defiSats],
    ] as const) {
      if (weight === 0n) {
        if (sats === 0n) continue
        return null
      }
      const least = (sats * whole + weight - 1n) / weight
      const most = ((sats + 1n) * whole - 1n) / weight
      if (least > lowest) lowest = least
      if (highest === undefined || most < highest) highest = most
    }
  }
  return highest === undefined || lowest > highest ? null : { lowest, highest }
}

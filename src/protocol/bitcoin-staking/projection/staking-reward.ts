import { PRECISION } from '../constants.ts'
import { managerFeeSats } from '../math/fee.ts'
import { splitRest } from '../math/income.ts'
import { perShare } from '../math/shares.ts'
import { payBonds, type ActiveBond } from './bond-payments.ts'

/** A reward in sats; null where the manager's fee is unknown. */
export interface StakingReward {
  grossSats: bigint
  feeSats: bigint | null
  netSats: bigint | null
}

/** What shares get of sats that are booked to all shares, floor for floor [bitcoin-staking 6.3]. */
export const shareSats = (sats: bigint, shares: bigint, totalShares: bigint): bigint =>
  (shares * perShare(sats, totalShares)) / PRECISION

/** Takes a manager's fee off; null is an unknown fee [bitcoin-staking 7.3]. */
export function afterFee(grossSats: bigint, feeBips: bigint | null): StakingReward {
  if (feeBips === null) return { grossSats, feeSats: null, netSats: null }
  const feeSats = managerFeeSats(grossSats, feeBips)
  return { grossSats, feeSats, netSats: grossSats - feeSats }
}

/** The same reward this many times. */
export const times = (reward: StakingReward, count: bigint): StakingReward =>
  scaled(reward, count, 1n)

/** A reward scaled by a fraction, each part rounded down. */
export const scaled = (
  reward: StakingReward,
  numerator: bigint,
  denominator: bigint,
): StakingReward => {
  const scale = (sats: bigint) => (sats * numerator) / denominator
  return {
    grossSats: scale(reward.grossSats),
    feeSats: reward.feeSats === null ? null : scale(reward.feeSats),
    netSats: reward.netSats === null ? null : scale(reward.netSats),
  }
}

/** Sats that the STX-only leg gets of a half's income [bitcoin-staking 6.1]. */
export const stxLegSats = (bonds: readonly ActiveBond[], incomeSats: bigint): bigint =>
  splitRest(payBonds(bonds, incomeSats).leftSats, 1n).stxSats

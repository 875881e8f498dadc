import * as v from 'valibot'
import type { StakingNoticeKind } from './staking-notice.ts'

/** Choices of what is announced, in the order of the settings, after that of what to claim. */
export const stakingNewsKinds = ['paid', 'late', 'manager', 'position'] as const
export type StakingNewsKind = (typeof stakingNewsKinds)[number]

/** `claimableSats`: from how many sats on there is something to claim; null: never told. */
export const stakingNewsSettings = v.object({
  claimableSats: v.nullable(v.number()),
  paid: v.boolean(),
  late: v.boolean(),
  manager: v.boolean(),
  position: v.boolean(),
})
export type StakingNewsSettings = v.InferOutput<typeof stakingNewsSettings>

/** Less may not be worth the fee of a claim. */
const WORTH_A_CLAIM_SATS = 1_000

export const allStakingNews: StakingNewsSettings = {
  claimableSats: WORTH_A_CLAIM_SATS,
  paid: true,
  late: true,
  manager: true,
  position: true,
}

const choiceOf: Record<Exclude<StakingNoticeKind, 'claimable'>, StakingNewsKind> = {
  landed: 'paid',
  'payout-accepted': 'paid',
  'payout-rejected': 'paid',
  'half-late': 'late',
  'fee-rises': 'manager',
  'fee-rose': 'manager',
  'manager-below': 'manager',
  'last-chance': 'position',
  'stake-ended': 'position',
  unstaked: 'position',
  'bond-ended': 'position',
}

/** Whether a person wants to be told of such a notice. */
export const isStakingNewsWanted = (
  wanted: StakingNewsSettings,
  kind: StakingNoticeKind,
): boolean => (kind === 'claimable' ? wanted.claimableSats !== null : wanted[choiceOf[kind]])

import type { StakingNoticeKind } from './staking-notice.ts'

/** What a click on a notification can open: a form, or the record of rewards. */
export const stakingPlaces = ['stake', 'change', 'claim', 'withdraw', 'rewards'] as const
export type StakingPlace = (typeof stakingPlaces)[number]

const placeByKind: Record<StakingNoticeKind, StakingPlace | null> = {
  claimable: 'claim',
  landed: 'rewards',
  'payout-accepted': 'rewards',
  'payout-rejected': 'rewards',
  'half-late': null,
  'fee-rises': 'change',
  'fee-rose': 'change',
  'manager-below': 'change',
  'last-chance': 'change',
  'stake-ended': 'stake',
  unstaked: 'stake',
  'bond-ended': 'withdraw',
}

/** Where what a notice tells of can be acted on; null: it needs nothing but to be known. */
export const placeOfNotice = (kind: StakingNoticeKind): StakingPlace | null => placeByKind[kind]

/** The part of the popup's address that opens a place. */
export const stakingHash = (place: StakingPlace | null): string =>
  place === null ? '#staking' : `#staking=${place}`

/** The place that such an address names; null: none. */
export const stakingPlaceOf = (hash: string): StakingPlace | null =>
  stakingPlaces.find((place) => hash === stakingHash(place)) ?? null

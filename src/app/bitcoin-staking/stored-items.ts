import * as v from 'valibot'
import { unknown } from '../../chain/known.ts'
import { claimCursor } from '../../chain/stacks/bitcoin-staking/rewards/claim-cursor.ts'
import { uint } from '../../chain/uint.ts'
import { refreshProblemCodes } from '../refresh-status.ts'
import { storedItem, unchanged } from '../stored/stored-item.ts'
import { claimQueue } from './claim-queue.ts'
import { stakingNotice } from './notices/staking-notice.ts'
import { stakingWatch } from './notices/staking-watch.ts'
import { stakingRewards } from './rewards/staking-rewards.ts'
import {
  bondOffer,
  holderStake,
  incomeReading,
  managerReading,
  managerRecord,
  programmeReading,
} from './staking-reading.ts'
import { initialStakingSettings, stakingSettings } from './staking-settings.ts'

const showComparison = (old: unknown) => ({ ...(old as object), isComparisonHidden: false })

export const stakingSettingsItem = storedItem(
  'stakingSettings',
  stakingSettings,
  initialStakingSettings,
  // From how much on a claim is told of is with the other choices of what is announced.
  [unchanged, showComparison],
)

/** Signer managers that were read, and those that the programme knows. */
export const managerTable = v.object({
  /** Null: not read yet. */
  registered: v.nullable(v.array(v.string())),
  /** By manager, with the cycle and the Bitcoin height of the reading. */
  read: v.record(v.string(), v.object({ reading: managerReading, cycle: uint, burnHeight: uint })),
})
export type ManagerTable = v.InferOutput<typeof managerTable>

/** The programme as it was read last; `problem`: what went wrong in the last reading. */
export const stakingItem = storedItem(
  'staking',
  v.object({
    programme: v.nullable(programmeReading),
    income: incomeReading,
    managers: managerTable,
    problem: v.nullable(v.picklist(refreshProblemCodes)),
  }),
  () => ({
    programme: null,
    income: unknown('not-read'),
    managers: { registered: null, read: {} },
    problem: null,
  }),
)

/** Records of managers, by manager, with the Bitcoin height of the reading. */
export const managerRecords = v.record(
  v.string(),
  v.object({ record: managerRecord, burnHeight: uint }),
)

/** What managers of the network in use have done, as far as someone looked at it. */
export const stakingRecordsItem = storedItem('stakingRecords', managerRecords, () => ({}))

/** What was read of each followed address, by address. */
export const stakingHoldersItem = storedItem(
  'stakingHolders',
  v.record(v.string(), holderStake),
  () => ({}),
  // Version 2 has the sBTC of the address: all is read again.
  [() => ({})],
)

/** What was asked of bonds, by address and by the bond's index. */
export const bondOffers = v.record(v.string(), bondOffer)
export const stakingOffersItem = storedItem(
  'stakingOffers',
  v.record(v.string(), bondOffers),
  () => ({}),
)

/** Claims that are asked for one after another; null: none are. */
export const stakingClaimsItem = storedItem(
  'stakingClaims',
  v.nullable(claimQueue),
  () => null,
  // Version 2 also has claims for others.
  [unchanged],
)

/**
 * Notices by key: `due` is written before the notification with that key is created, `shown` after
 * it, `dismissed` when the user has put it away; `past`: it was so before the address was followed,
 * or is not wanted; `gone`: it does not hold any more. `topic`: at most one of it holds.
 */
export const stakingNoticesItem = storedItem(
  'stakingNotices',
  v.record(
    v.string(),
    v.object({
      deployment: v.string(),
      topic: v.string(),
      notice: stakingNotice,
      state: v.picklist(['due', 'shown', 'dismissed', 'past']),
      at: v.number(),
      gone: v.optional(v.boolean()),
    }),
  ),
  () => ({}),
)
export type StakingNotices = ReturnType<typeof stakingNoticesItem.initial>

/** What is remembered of each address between readings, by deployment and address. */
export const stakingWatchItem = storedItem(
  'stakingWatch',
  v.record(v.string(), stakingWatch),
  () => ({}),
)

/** What managers have paid each address, by deployment and address. */
export const stakingRewardsItem = storedItem(
  'stakingRewards',
  v.record(v.string(), stakingRewards),
  () => ({}),
  // Version 2 knows what was kept at first and paid later.
  [unchanged],
)

/**
 * How far what managers have paid was searched, by deployment and address. `half`: the one in which
 * the search was through; `wantedAt`: the Bitcoin height at which something was found to be claimed
 * that is not found yet, null: nothing is.
 */
const claimSearchPlace = v.object({
  cursor: claimCursor,
  half: uint,
  wantedAt: v.nullable(v.number()),
})
export type ClaimSearchPlace = v.InferOutput<typeof claimSearchPlace>
export const stakingSearchItem = storedItem(
  'stakingSearch',
  v.record(v.string(), claimSearchPlace),
  () => ({}),
  // Version 2 also lists payouts of what was kept: logs are read again.
  [() => ({})],
)

/** Where what belongs to an address on one network is kept. */
export const stakingAddressKey = (deployment: string, address: string): string =>
  `${deployment} ${address}`

/** Everything of Bitcoin Staking that views paint from. */
export const stakingItems = [
  stakingSettingsItem,
  stakingItem,
  stakingHoldersItem,
  stakingNoticesItem,
  stakingRewardsItem,
  stakingRecordsItem,
  stakingClaimsItem,
  stakingOffersItem,
] as const

import * as v from 'valibot'
import { emptyFeed } from '../../chain/stacks/read-feed.ts'
import { accountReading, networkReading, rewardPayment } from '../../chain/stacks/readings.ts'
import { rewardCursor } from '../../chain/stacks/rewards/reward-cursor.ts'
import { customDeployment } from '../../chain/stacks/stored-deployment.ts'
import { stacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { walletConnection } from '../../wallet/wallet-connection.ts'
import { followedAccount } from '../followed-account.ts'
import { refreshStatus } from '../refresh-status.ts'
import { addRetryAt } from '../stored/add-retry-at.ts'
import { storedItem, unchanged, type Migration } from '../stored/stored-item.ts'
import { cycleRecord } from './cycle-record.ts'
import { shownNotice } from './holder-notice.ts'
import { verification } from './verification.ts'

/** Contracts that the user added to the built-in ones. */
export const deploymentsItem = storedItem('deployments', v.array(customDeployment), () => [], [
  // Rows that no version of ours has added were taken as they came.
  (old) => v.parse(v.array(v.unknown()), old).filter((row) => v.is(customDeployment, row)),
  // Version 3 has what was announced of their end; version 4, of their enrollment.
  unchanged,
  unchanged,
])

/**
 * What contracts have on record of an address in a cycle that the user asked about, newest question
 * first.
 */
export const cycleRecordsItem = storedItem('cycleRecords', v.array(cycleRecord), () => [])

/** The audit of a cycle that is under way; what it has collected is in its audit-steps. */
export const verificationItem = storedItem('verification', v.nullable(verification), () => null)

/**
 * `since`: per deployment and address the Bitcoin height at which it was first followed; rewards
 * from before it are listed and not notified.
 */
export const accountsItem = storedItem(
  'accounts',
  v.object({
    list: v.array(followedAccount),
    selected: v.nullable(v.string()),
    since: v.record(v.string(), v.number()),
  }),
  () => ({ list: [], selected: null, since: {} }),
  [unchanged],
)

/** The last reading of the network in use, and of each followed address. */
export const networkItem = storedItem(
  'network',
  v.nullable(networkReading),
  () => null,
  // Version 2 may have ended; version 3 may take nobody any more.
  [unchanged, unchanged],
)

export const readingsItem = storedItem('readings', v.record(v.string(), accountReading), () => ({}))

/**
 * The signing journal, newest first. A dismissed intent is kept, hidden, so that a late answer of
 * its wallet is not lost. `nonce`: of its latest attempt.
 */
export const journalItem = storedItem(
  'journal',
  v.array(
    v.object({ intent: stacksIntent, dismissed: v.boolean(), nonce: v.nullable(v.string()) }),
  ),
  () => [],
  // Version 5 tells when an old transaction was looked at, and who pays its fee;
  // version 6 also has calls of Bitcoin Staking, version 7 its steps for everyone;
  // version 8 also sets a payout, collects what a manager keeps, and settles payouts.
  [unchanged, unchanged, unchanged, unchanged, unchanged, unchanged, unchanged],
)

/**
 * Rewards by key. `due` is written before the notification is created with that key as its id,
 * `shown` after it; `past`: paid before the address was followed, or while notifications were off.
 * `gone`: a reorganisation took it back; it keeps its state, so that it is announced once even if
 * it comes again.
 */
export const ledgerItem = storedItem(
  'ledger',
  v.record(
    v.string(),
    v.object({
      payment: rewardPayment,
      state: v.picklist(['due', 'shown', 'past']),
      gone: v.optional(v.boolean()),
      /** The user has put its news away in a view. */
      seen: v.optional(v.boolean()),
    }),
  ),
  () => ({}),
  // Version 2 may leave in doubt who earned a payment; version 3 knows what is no longer news.
  [unchanged, unchanged],
)

export type RewardLedger = v.InferOutput<typeof ledgerItem.schema>

/**
 * Other notices by key: `due` before they are shown, `shown` afterwards, `dismissed` when the user
 * has put them away in the popup.
 */
export const noticesItem = storedItem(
  'notices',
  v.record(
    v.string(),
    v.object({
      notice: shownNotice.entries.notice,
      state: v.picklist(['due', 'shown', 'dismissed']),
      at: v.number(),
    }),
  ),
  () => ({}),
)

export const refreshItem = storedItem(
  'refresh',
  refreshStatus,
  () => ({
    startedAt: null,
    finishedAt: null,
    problem: null,
    retryAt: null,
    requestsLeft: null,
  }),
  // Version 2 knows when the next refresh begins.
  [addRetryAt],
)

export const connectionItem = storedItem('connection', v.nullable(walletConnection), () => null, [
  unchanged,
  unchanged,
])

/**
 * Answers that the chain client has cached, and which hosts and contract (`key`) they came from.
 * Views do not read it.
 */
export const chainItem = storedItem(
  'chain',
  v.object({ key: v.string(), cache: v.unknown() }),
  () => ({
    key: '',
    cache: null,
  }),
)

const olderSearch = v.record(
  v.string(),
  v.object({
    scans: v.record(v.string(), v.object({ wantedAt: v.number() })),
    pending: v.unknown(),
    young: v.unknown(),
    hosts: v.optional(v.unknown()),
    doubted: v.optional(v.unknown()),
  }),
)

/** Payments that had been passed over are found only where every list is read again. */
const searchAgain: Migration = (old) =>
  Object.fromEntries(
    Object.entries(v.parse(olderSearch, old)).map(([key, { scans, ...kept }]) => [
      key,
      {
        ...kept,
        seen: [],
        scans: Object.fromEntries(
          Object.entries(scans).map(([address, { wantedAt }]) => [
            address,
            { feed: emptyFeed, wantedAt },
          ]),
        ),
      },
    ]),
  )

/** How far rewards have been searched, by deployment and address. Views do not read it. */
export const searchItem = storedItem(
  'search',
  v.record(v.string(), rewardCursor),
  () => ({}),
  // Version 2 may also search transactions, where a host lists no movements any more; version 3
  // names the hosts that all rests on; version 4 has searched for earlier reward addresses;
  // version 5 for what v3 paid to them.
  [unchanged, unchanged, unchanged, searchAgain],
)

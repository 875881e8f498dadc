import * as v from 'valibot'
import { defaultDeployment, deployment } from '../../chain/stacks/deployments.ts'
import { accountReading, networkReading, rewardPayment } from '../../chain/stacks/readings.ts'
import { rewardCursor } from '../../chain/stacks/rewards/reward-cursor.ts'
import { stacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { walletConnection } from '../../wallet/wallet-connection.ts'
import { appState } from '../app-state.ts'
import { cycleRecord } from '../dual-stacking/cycle-record.ts'
import { shownNotice } from '../dual-stacking/holder-notice.ts'
import { verification } from '../dual-stacking/verification.ts'
import { followedAccount } from '../followed-account.ts'
import { allPoolNews } from '../hyperstaking/pool-news.ts'
import { duskItems } from '../hyperstaking/stored-items.ts'
import { loggedFault } from '../logged-fault.ts'
import { settings, type Settings } from '../settings.ts'
import type { StoredItem } from './item.ts'
import { storageProblem } from './storage-problem.ts'

const item = <S extends v.GenericSchema>(
  key: string,
  schema: S,
  initial: () => v.InferOutput<S>,
): StoredItem<v.InferOutput<S>> => ({
  key,
  version: 1,
  schema: schema as v.GenericSchema<unknown, v.InferOutput<S>>,
  initial,
})

export const initialSettings = (): Settings => ({
  deployment: defaultDeployment,
  apiBases: [],
  apiKey: null,
  signingPage: null,
  walletConnectProjectId: null,
  units: 'sats',
  locale: 'auto',
  theme: 'system',
  notifications: {
    reward: true,
    notEnrolled: false,
    boostBelow: null,
    goldenRatioMoved: false,
    paymentLate: true,
    pools: allPoolNews,
    quietHours: null,
  },
})

export const settingsItem = item('settings', settings, initialSettings)

/** Contracts that the user added to the built-in ones. */
export const deploymentsItem = item('deployments', v.array(deployment), () => [])

/**
 * What contracts have on record of an address in a cycle that the user asked about, newest question
 * first.
 */
export const cycleRecordsItem = item('cycleRecords', v.array(cycleRecord), () => [])

/** The audit of a cycle that is under way; what it has collected is in background/verify/log. */
export const verificationItem = item('verification', v.nullable(verification), () => null)

/**
 * `since`: per deployment and address the Bitcoin height at which it was first followed; rewards
 * from before it are listed and not notified.
 */
export const accountsItem = item(
  'accounts',
  v.object({
    list: v.array(followedAccount),
    selected: v.nullable(v.string()),
    since: v.record(v.string(), v.number()),
  }),
  () => ({ list: [], selected: null, since: {} }),
)

/** The last reading of the network in use, and of each followed address. */
export const networkItem = item('network', v.nullable(networkReading), () => null)
export const readingsItem = item('readings', v.record(v.string(), accountReading), () => ({}))

/**
 * The signing journal, newest first. A dismissed intent is kept, hidden, so that a late answer of
 * its wallet is not lost. `nonce`: of its latest attempt.
 */
export const journalItem = item(
  'journal',
  v.array(
    v.object({ intent: stacksIntent, dismissed: v.boolean(), nonce: v.nullable(v.string()) }),
  ),
  () => [],
)

/**
 * Rewards by key. `due` is written before the notification is created with that key as its id,
 * `shown` after it; `past`: paid before the address was followed, or while notifications were off.
 * `gone`: a reorganisation took it back; it keeps its state, so that it is told once though it come
 * again.
 */
export const ledgerItem = item(
  'ledger',
  v.record(
    v.string(),
    v.object({
      payment: rewardPayment,
      state: v.picklist(['due', 'shown', 'past']),
      gone: v.optional(v.boolean()),
    }),
  ),
  () => ({}),
)
export type RewardLedger = v.InferOutput<typeof ledgerItem.schema>

/**
 * Other notices by key: `due` before they are shown, `shown` afterwards, `dismissed` when the user
 * has put them away in the popup.
 */
export const noticesItem = item(
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

/**
 * Keys of notifications that were shown since a view was last opened: the badge is their number.
 */
export const unreadItem = item('unread', v.array(v.string()), () => [])

export const refreshItem = item('refresh', appState.entries.refresh, () => ({
  startedAt: null,
  finishedAt: null,
  problem: null,
  requestsLeft: null,
}))
export const connectionItem = item('connection', v.nullable(walletConnection), () => null)
/** What went wrong at boundaries lately, without addresses, amounts or keys. */
export const faultLogItem = item('faultLog', v.array(loggedFault), () => [])

export const problemsItem = item('problems', v.array(storageProblem), () => [])

/**
 * Answers that the chain client has cached, and which hosts and contract (`key`) they came from.
 * Views do not read it.
 */
export const chainItem = item('chain', v.object({ key: v.string(), cache: v.unknown() }), () => ({
  key: '',
  cache: null,
}))

/** How far rewards have been searched, by deployment and address. Views do not read it. */
export const searchItem = item('search', v.record(v.string(), rewardCursor), () => ({}))

/** Everything that a view paints from. */
export const viewItems = [
  settingsItem,
  accountsItem,
  networkItem,
  readingsItem,
  journalItem,
  ledgerItem,
  refreshItem,
  connectionItem,
  problemsItem,
  deploymentsItem,
  cycleRecordsItem,
  verificationItem,
  noticesItem,
  ...duskItems,
] as const
export const allItems = [...viewItems, faultLogItem, unreadItem, chainItem, searchItem] as const

import * as v from 'valibot'
import { duskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { storedItem, unchanged } from '../stored/stored-item.ts'
import { duskAccount, duskConnection } from './dusk-connection.ts'
import { duskNotice } from './dusk-notice.ts'
import { duskPlan } from './dusk-plan.ts'
import { duskReading } from './dusk-reading.ts'
import { duskSettings, initialDuskSettings } from './dusk-settings.ts'
import { noAlerts } from './pool-alerts.ts'
import { poolHistory } from './pool-history.ts'
import { eventPlace, slashWatch } from './pool-watch.ts'

/** What was read, or checked, is read and checked again. */
const asBefore = (old: unknown): Record<string, unknown> =>
  typeof old === 'object' && old !== null ? (old as Record<string, unknown>) : {}
const withOthers = (account: unknown) => (account ? { ...asBefore(account), others: 0 } : null)

/** The default was the embedded network, at an address that is no longer built in. */
const startDuskOnMainnet = (old: unknown) => {
  const settings = asBefore(old)
  const hasNoPlace = settings['network'] === 'local' && settings['base'] === null
  return hasNoPlace ? { ...settings, network: initialDuskSettings().network } : settings
}

export const duskSettingsItem = storedItem('duskSettings', duskSettings, initialDuskSettings, [
  (old) => ({ ...asBefore(old), alerts: noAlerts }),
  startDuskOnMainnet,
])

/** Heights in earlier versions: of the last event "height …", and of a watch "from until". */
const heightsOf = (text: unknown): string[] => String(text).match(/^\d+|(?<= )\d+$/g) ?? []

/**
 * Before version 4 both were in `since`, as texts, by network, pool and account; a watch under its
 * own word. Of the pools only ids were kept; a watch looks at the keys of the next reading.
 */
const placesAndWatches = (since: unknown) => {
  const places: Record<string, unknown> = {}
  const watches: Record<string, unknown> = {}
  for (const [key, text] of Object.entries(asBefore(since))) {
    const words = key.replace('slash ', '').split(' ')
    const pool = { id: words[1] ?? '', name: '' }
    const [height = '0', until = height] = heightsOf(text)
    if (key.startsWith('slash '))
      watches[key.slice(6)] = {
        pool,
        from: height,
        next: height,
        until,
        keys: [],
        inactive: false,
        unread: null,
      }
    else places[key] = { pool, height, cursor: null, earned: '0', unread: null }
  }
  return { places, watches }
}

/**
 * Who is connected, and what the tab was asked last. `places` and `watches`: how far a pool's
 * events and suspicious blocks have been read, by network, pool and account.
 */
export const duskItem = storedItem(
  'dusk',
  v.object({
    account: v.nullable(duskAccount),
    connection: v.nullable(duskConnection),
    chosen: v.nullable(v.string()),
    plan: v.nullable(duskPlan),
    problem: v.boolean(),
    places: v.record(v.string(), eventPlace),
    watches: v.record(v.string(), slashWatch),
  }),
  () => ({
    account: null,
    connection: null,
    chosen: null,
    plan: null,
    problem: false,
    places: {},
    watches: {},
  }),
  [
    (old) => ({ ...asBefore(old), plan: null, account: withOthers(asBefore(old)['account']) }),
    // A plan says whether its fee is known.
    (old) => ({ ...asBefore(old), plan: null }),
    (old) => ({ ...asBefore(old), ...placesAndWatches(asBefore(old)['since']) }),
    // A plan says what is signed.
    (old) => ({ ...asBefore(old), plan: null }),
    unchanged,
  ],
)

export const duskReadingItem = storedItem('duskReading', v.nullable(duskReading), () => null, [
  () => null,
  () => null,
])

/**
 * Pool calls, newest first; a dismissed one is kept, hidden, so that a late answer of its wallet is
 * not lost.
 */
export const duskJournalItem = storedItem(
  'duskJournal',
  v.array(v.object({ intent: duskIntent, dismissed: v.boolean() })),
  () => [],
  [unchanged, unchanged],
)

/**
 * Notices by key: `due` is written before the notification with that key is created, `shown` after
 * it; `past`: from before the pool was followed, or unwanted; `gone`: of an event that the node in
 * use knows nothing of; `node`: the one whose word it is, as it was told or last compared.
 */
export const duskLedgerItem = storedItem(
  'duskLedger',
  v.record(
    v.string(),
    v.object({
      notice: duskNotice,
      state: v.picklist(['due', 'shown', 'past']),
      gone: v.optional(v.boolean()),
      node: v.optional(v.string()),
    }),
  ),
  () => ({}),
  [unchanged, unchanged, unchanged],
)
export type DuskLedger = ReturnType<typeof duskLedgerItem.initial>

/** What the events of the account's pools have told, by network, pool and account. */
export const duskHistoryItem = storedItem(
  'duskHistory',
  v.record(v.string(), poolHistory),
  () => ({}),
)

export const duskItems = [
  duskSettingsItem,
  duskItem,
  duskReadingItem,
  duskJournalItem,
  duskLedgerItem,
  duskHistoryItem,
] as const

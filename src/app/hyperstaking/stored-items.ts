import * as v from 'valibot'
import { duskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { storedItem, unchanged } from '../stored/stored-item.ts'
import { duskAccount, duskConnection } from './dusk-connection.ts'
import { duskNotice } from './dusk-notice.ts'
import { duskPlan } from './dusk-plan.ts'
import { duskReading } from './dusk-reading.ts'
import { duskSettings, initialDuskSettings } from './dusk-settings.ts'

/** What was read, or checked, is read and checked again. */
const asBefore = (old: unknown): Record<string, unknown> =>
  typeof old === 'object' && old !== null ? { ...old } : {}
const withOthers = (account: unknown) => (account ? { ...asBefore(account), others: 0 } : null)

export const duskSettingsItem = storedItem('duskSettings', duskSettings, initialDuskSettings)

/**
 * Who is connected, and what the tab was asked last. `since`: the height from which on a pool's
 * events are news, by network, pool and account.
 */
export const duskItem = storedItem(
  'dusk',
  v.object({
    account: v.nullable(duskAccount),
    connection: v.nullable(duskConnection),
    chosen: v.nullable(v.string()),
    plan: v.nullable(duskPlan),
    problem: v.boolean(),
    since: v.record(v.string(), v.string()),
  }),
  () => ({ account: null, connection: null, chosen: null, plan: null, problem: false, since: {} }),
  [
    (old) => ({ ...asBefore(old), plan: null, account: withOthers(asBefore(old)['account']) }),
    // A plan tells whether its fee is known.
    (old) => ({ ...asBefore(old), plan: null }),
  ],
)

export const duskReadingItem = storedItem('duskReading', v.nullable(duskReading), () => null, [
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
  [unchanged],
)

/**
 * Notices by key: `due` is written before the notification with that key is created, `shown` after
 * it; `past`: from before the pool was followed, or unwanted.
 */
export const duskLedgerItem = storedItem(
  'duskLedger',
  v.record(
    v.string(),
    v.object({ notice: duskNotice, state: v.picklist(['due', 'shown', 'past']) }),
  ),
  () => ({}),
)

export const duskItems = [
  duskSettingsItem,
  duskItem,
  duskReadingItem,
  duskJournalItem,
  duskLedgerItem,
] as const

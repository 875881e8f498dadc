import * as v from 'valibot'
import { duskIntent } from '../../wallet/dusk/dusk-intent.ts'
import type { StoredItem } from '../stored/item.ts'
import { duskAccount, duskConnection } from './dusk-connection.ts'
import { duskNotice } from './dusk-notice.ts'
import { duskPlan } from './dusk-plan.ts'
import { duskReading } from './dusk-reading.ts'
import { duskSettings, type DuskSettings } from './dusk-settings.ts'

const item = <S extends v.GenericSchema>(
  key: string,
  schema: S,
  initial: () => v.InferOutput<S>,
  migrations: NonNullable<StoredItem<unknown>['migrations']> = {},
): StoredItem<v.InferOutput<S>> => ({
  key,
  version: 1 + Object.keys(migrations).length,
  schema: schema as v.GenericSchema<unknown, v.InferOutput<S>>,
  initial,
  migrations,
})

/** What was read, or checked, is read and checked again. */
const asBefore = (old: unknown): Record<string, unknown> =>
  typeof old === 'object' && old !== null ? { ...old } : {}
const withOthers = (account: unknown) => (account ? { ...asBefore(account), others: 0 } : null)

export const initialDuskSettings = (): DuskSettings => ({ network: 'local', base: null })

export const duskSettingsItem = item('duskSettings', duskSettings, initialDuskSettings)

/**
 * Who is connected, and what the tab was asked last. `since`: the height from which on a pool's
 * events are news, by network, pool and account.
 */
export const duskItem = item(
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
  { 1: (old) => ({ ...asBefore(old), plan: null, account: withOthers(asBefore(old)['account']) }) },
)

export const duskReadingItem = item('duskReading', v.nullable(duskReading), () => null, {
  1: () => null,
})

/**
 * Pool calls, newest first; a dismissed one is kept, hidden, so that a late answer of its wallet is
 * not lost.
 */
export const duskJournalItem = item(
  'duskJournal',
  v.array(v.object({ intent: duskIntent, dismissed: v.boolean() })),
  () => [],
)

/**
 * Notices by key: `due` is written before the notification with that key is created, `shown` after
 * it; `past`: from before the pool was followed, or unwanted.
 */
export const duskLedgerItem = item(
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

import { parseItem, type StoredItem } from '../stored/stored-item.ts'
import type { DuskState } from './dusk-state.ts'
import {
  duskHistoryItem,
  duskItem,
  duskJournalItem,
  duskLedgerItem,
  duskReadingItem,
  duskSettingsItem,
} from './stored-items.ts'

const NOTICES = 30

/**
 * What the Hyperstaking tab paints, from the raw contents of storage.local. `site`: address of the
 * signing page; the page of pools is next to it.
 */
export function duskViewState(raw: Record<string, unknown>, site: string | null): DuskState {
  const read = <T>(item: StoredItem<T>): T => {
    const parsed = parseItem(item, raw[item.key])
    return parsed.ok ? parsed.value : item.initial()
  }
  const settings = read(duskSettingsItem)
  const { account, connection, chosen, plan, problem, places, watches } = read(duskItem)
  const isOfAccount = (key: string): boolean =>
    key.startsWith(`${settings.network} `) && key.endsWith(` ${account?.address ?? ''}`)
  const ofAccount = <T>(items: Readonly<Record<string, T>>): T[] =>
    Object.entries(items)
      .filter(([key]) => isOfAccount(key))
      .map(([, item]) => item)
  const reading = read(duskReadingItem)
  return {
    settings,
    account,
    connection,
    chosen,
    plan,
    problem,
    // A reading of another network or account says nothing here.
    reading:
      reading?.network === settings.network && reading.account === (account?.address ?? null)
        ? reading
        : null,
    intents: read(duskJournalItem)
      .filter(({ dismissed }) => !dismissed)
      .map(({ intent }) => intent),
    page: site !== null && URL.canParse(site) ? new URL('pool.html', site).href : null,
    notices: Object.values(read(duskLedgerItem))
      .filter(({ gone }) => !gone)
      .map(({ notice }) => notice)
      .sort((one, other) => Number(other.height - one.height))
      .slice(0, NOTICES),
    places: ofAccount(places),
    watches: ofAccount(watches),
    histories: Object.fromEntries(
      Object.entries(read(duskHistoryItem))
        .filter(([key]) => isOfAccount(key))
        .map(([key, history]) => [key.split(' ')[1], history]),
    ),
  }
}

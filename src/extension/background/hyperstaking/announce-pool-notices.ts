import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { PoolNewsKind } from '../../../app/hyperstaking/pool-news.ts'
import { duskLedgerItem, type DuskLedger } from '../../../app/hyperstaking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { browser } from '../../browser.ts'
import { poolNoticeText } from '../../notifications/pool-notice-text.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { showDueNotifications } from '../show-due-notifications.ts'
import { withdrawNotifications } from '../unread-notifications.ts'

const KEPT = 500

/** Which of the user's choices a notice belongs to. */
const newsKind: Record<DuskNotice['kind'], PoolNewsKind> = {
  reward: 'reward',
  warned: 'slash',
  slash: 'slash',
  burn: 'slash',
  paused: 'paused',
  resumed: 'paused',
  inactive: 'inactive',
  'calls-closed': 'calls',
  'calls-open': 'calls',
  shaded: 'calls',
  unshaded: 'calls',
  unread: 'slash',
  earned: 'reward',
  below: 'slash',
}

/**
 * Enters notices: a known key keeps its state forever. `node`: whose word they are; `quiet`: those
 * of which no notification is made.
 */
export async function enterPoolNotices(
  store: ItemStore,
  notices: readonly DuskNotice[],
  { node, quiet = () => false }: { node: string; quiet?: (notice: DuskNotice) => boolean },
): Promise<void> {
  const wanted = store.get(settingsItem).notifications.pools
  await store.update(duskLedgerItem, (ledger) => {
    const fresh = notices.filter(({ key }) => !ledger[key])
    if (fresh.length === 0) return ledger
    const added: typeof ledger = {
      ...ledger,
      ...Object.fromEntries(
        fresh.map((notice) => {
          const told = wanted[newsKind[notice.kind]] && !quiet(notice)
          const state = told ? ('due' as const) : ('past' as const)
          return [notice.key, { notice, state, node }]
        }),
      ),
    }
    // What is due stays; the oldest of the rest go, and are looked for no more.
    const old = Object.entries(added)
      .filter(([, { state }]) => state !== 'due')
      .sort(([, one], [, other]) => Number(other.notice.height - one.notice.height))
      .slice(KEPT)
    for (const [key] of old) delete added[key]
    return added
  })
}

/** Changes the ledger; what is gone by that is taken from the screen and from what is counted. */
export async function correctPoolNotices(
  store: ItemStore,
  correct: (ledger: DuskLedger) => DuskLedger,
): Promise<void> {
  const before = store.get(duskLedgerItem)
  const gone = Object.entries(correct(before))
    .filter(([key, { state, gone: isGone }]) => state === 'shown' && isGone && !before[key]?.gone)
    .map(([key]) => key)
  // First: after a stop in between the next refresh finds the same.
  await withdrawNotifications(store, gone)
  await store.update(duskLedgerItem, correct)
}

/** Shows what is due. */
export const announcePoolNotices = (store: ItemStore, now: Date = new Date()): Promise<void> =>
  showDueNotifications(
    store,
    duskLedgerItem,
    ({ notice }) => poolNoticeText(notice, store.get(settingsItem).locale, navigator.languages),
    now,
  )

/** Shows the Hyperstaking tab in a browser tab. */
export async function openHyperstakingTab(key: string): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL('dist/extension/popup/popup.html#hyper'),
  })
  await browser.notifications.clear(key)
}

import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { PoolNewsKind } from '../../../app/hyperstaking/pool-news.ts'
import { duskLedgerItem } from '../../../app/hyperstaking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { browser } from '../../browser.ts'
import { poolNoticeText } from '../../notifications/pool-notice-text.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { showDueNotifications } from '../show-due-notifications.ts'

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
 * Enters notices: a known key keeps its state forever. `quiet`: those of which no notification is
 * made.
 */
export async function enterPoolNotices(
  store: ItemStore,
  notices: readonly DuskNotice[],
  quiet: (notice: DuskNotice) => boolean = () => false,
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
          return [notice.key, { notice, state: told ? ('due' as const) : ('past' as const) }]
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

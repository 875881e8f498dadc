import { browser } from '../browser.ts'
import { unreadItem } from '../storage/items.ts'
import type { Store } from '../storage/store.ts'

/** A notification was shown: `entered` notes that in its ledger, and in the same write it becomes unread. */
export async function markUnread(store: Store, key: string, entered: () => Promise<unknown>): Promise<void> {
  await Promise.all([entered(), store.update(unreadItem, (keys) => (keys.includes(key) ? keys : [...keys, key]))])
  await showBadge(store)
}

/** A view that shows the news is open. */
export async function markSeen(store: Store): Promise<void> {
  await store.update(unreadItem, (keys) => (keys.length === 0 ? keys : []))
  await showBadge(store)
}

/** The number of unread notifications on the toolbar button. */
export async function showBadge(store: Store): Promise<void> {
  const { length } = store.get(unreadItem)
  await browser.action.setBadgeBackgroundColor({ color: '#a95908' })
  await browser.action.setBadgeText({ text: length === 0 ? '' : length > 99 ? '99+' : String(length) })
}

import { unreadItem } from '../../app/stored/shared-items.ts'
import type { StoredItem } from '../../app/stored/stored-item.ts'
import { browser } from '../browser.ts'
import type { ItemStore } from '../storage/item-store.ts'

/**
 * A notification was shown: its ledger says so, and in the same write it becomes unread. One whose
 * account was forgotten meanwhile, or that was taken back, leaves no trace.
 */
export async function markShown<Entry extends { state: string; gone?: boolean | undefined }>(
  store: ItemStore,
  ledger: StoredItem<Record<string, Entry>>,
  key: string,
): Promise<void> {
  const entry = store.get(ledger)[key]
  if (!entry || entry.gone) {
    await browser.notifications.clear(key)
    return
  }
  await Promise.all([
    store.update(ledger, (entries) => ({ ...entries, [key]: { ...entry, state: 'shown' } })),
    store.update(unreadItem, (keys) => (keys.includes(key) ? keys : [...keys, key])),
  ])
  await updateBadge(store)
}

/** Notifications with these keys are neither shown nor counted any more. */
export async function withdrawNotifications(
  store: ItemStore,
  gone: readonly string[],
): Promise<void> {
  if (gone.length === 0) return
  await store.update(unreadItem, (keys) =>
    keys.some((key) => gone.includes(key)) ? keys.filter((key) => !gone.includes(key)) : keys,
  )
  await Promise.all([updateBadge(store), ...gone.map((key) => browser.notifications.clear(key))])
}

/** A view that shows the news is open. */
export async function markAllSeen(store: ItemStore): Promise<void> {
  await store.update(unreadItem, (keys) => (keys.length === 0 ? keys : []))
  await updateBadge(store)
}

function badgeText(count: number): string {
  if (count === 0) return ''
  return count > 99 ? '99+' : String(count)
}

/** The number of unread notifications on the toolbar button. */
export async function updateBadge(store: ItemStore): Promise<void> {
  const { length } = store.get(unreadItem)
  await browser.action.setBadgeBackgroundColor({ color: '#a95908' })
  await browser.action.setBadgeText({
    text: badgeText(length),
  })
}

import { findNotices } from '../../../app/dual-stacking/find-notices.ts'
import { networkItem, noticesItem, readingsItem } from '../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { noticeText } from '../../notifications/notification-text.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { showDueNotifications } from '../show-due-notifications.ts'

const KEPT = 100

/**
 * Records what the readings give reason to announce; a known key keeps its state, so that nothing
 * is announced twice.
 */
export async function recordHolderNotices(store: ItemStore, now: number): Promise<void> {
  const network = store.get(networkItem)
  if (!network) return
  const found = findNotices(
    network,
    Object.values(store.get(readingsItem)),
    store.get(settingsItem).notifications,
  )
  await store.update(noticesItem, (notices) => {
    const fresh = found.filter(({ key }) => !notices[key])
    if (fresh.length === 0) return notices
    const next = Object.entries({
      ...notices,
      ...Object.fromEntries(
        fresh.map(({ key, notice }) => [key, { notice, state: 'due' as const, at: now }]),
      ),
    })
    return Object.fromEntries(next.sort(([, one], [, other]) => other.at - one.at).slice(0, KEPT))
  })
}

/** Shows what is due. */
export const announceHolderNotices = (store: ItemStore, now: Date = new Date()): Promise<void> =>
  showDueNotifications(
    store,
    noticesItem,
    ({ notice }) => noticeText(notice, store.get(settingsItem), navigator.languages),
    now,
  )

/** What the user has dismissed is not shown in the views any more. */
export const dismissHolderNotice = (store: ItemStore, key: string): Promise<unknown> =>
  store.update(noticesItem, (notices) =>
    notices[key]
      ? { ...notices, [key]: { ...notices[key], state: 'dismissed' as const } }
      : notices,
  )

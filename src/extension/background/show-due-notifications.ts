import { isQuietHour } from '../../app/quiet-hours.ts'
import { settingsItem } from '../../app/stored/shared-items.ts'
import type { StoredItem } from '../../app/stored/stored-item.ts'
import { browser } from '../browser.ts'
import type { ItemStore } from '../storage/item-store.ts'
import { recordFault } from './record-fault.ts'
import { markShown } from './unread-notifications.ts'

const showing = new Map<string, Promise<void>>()

/**
 * Shows what is due in a ledger, but in quiet hours. The ledger's key is the notification's id: one
 * that was created just before the background was stopped is created again under the same id, which
 * replaces it. It becomes `shown` only after the browser has it.
 */
export async function showDueNotifications<
  Entry extends { state: string; gone?: boolean | undefined },
>(
  store: ItemStore,
  ledger: StoredItem<Record<string, Entry>>,
  textOf: (entry: Entry) => { title: string; message: string },
  now: Date,
): Promise<void> {
  if (isQuietHour(store.get(settingsItem).notifications.quietHours, now)) return
  for (const key of Object.keys(store.get(ledger))) {
    // A start and a refresh may show at the same time: each entry is shown by one of them, and both
    // wait for it.
    await showing.get(key)
    const entry = store.get(ledger)[key]
    if (entry?.state !== 'due' || entry.gone) continue
    const shown = (async () => {
      await browser.notifications.create(key, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('public/icons/128.png'),
        ...textOf(entry),
      })
      await markShown(store, ledger, key)
    })()
    showing.set(
      key,
      shown.catch(() => undefined),
    )
    // One that the browser refuses stays due, and holds up nothing else.
    await shown
      .catch((error: unknown) => recordFault(store, 'notification', error))
      .finally(() => showing.delete(key))
  }
}

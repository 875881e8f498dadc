import { ledgerItem, noticesItem } from '../../app/dual-stacking/stored-items.ts'
import { browser } from '../browser.ts'
import type { ItemStore } from '../storage/item-store.ts'
import { selectAccount } from './dual-stacking/accounts.ts'

/**
 * Shows what a notification is about: the popup's page in a tab, at that reward, or at the account
 * that the notice concerns.
 */
export async function openNotification(store: ItemStore, key: string): Promise<void> {
  const notice = store.get(noticesItem)[key]?.notice
  const address =
    store.get(ledgerItem)[key]?.payment.enrolledAddress ??
    (notice && 'address' in notice ? notice.address : null)
  if (address !== null) await selectAccount(store, address)
  const place = notice ? '' : `#reward=${encodeURIComponent(key)}`
  await browser.tabs.create({
    url: browser.runtime.getURL(`dist/extension/popup/popup.html${place}`),
  })
  await browser.notifications.clear(key)
}

import { placeOfNotice, stakingHash } from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import { stakingNoticesItem } from '../../app/bitcoin-staking/stored-items.ts'
import { ledgerItem, noticesItem } from '../../app/dual-stacking/stored-items.ts'
import { browser } from '../browser.ts'
import type { ItemStore } from '../storage/item-store.ts'
import { selectAccount } from './dual-stacking/accounts.ts'

/**
 * Shows what a notification is about: the popup's page in a tab, at that reward, at the account
 * that the notice concerns, or at the form with which one acts on it.
 */
export async function openNotification(store: ItemStore, key: string): Promise<void> {
  const notice = store.get(noticesItem)[key]?.notice
  const staking = store.get(stakingNoticesItem)[key]?.notice
  const address =
    staking?.address ??
    store.get(ledgerItem)[key]?.payment.enrolledAddress ??
    (notice && 'address' in notice ? notice.address : null)
  if (address !== null) await selectAccount(store, address)
  const rewards = notice ? '' : `#reward=${encodeURIComponent(key)}`
  const place = staking ? stakingHash(placeOfNotice(staking.kind)) : rewards
  await browser.tabs.create({
    url: browser.runtime.getURL(`dist/extension/popup/popup.html${place}`),
  })
  await browser.notifications.clear(key)
}

import { browser } from '../../browser.ts'
import { isQuiet } from '../../notifications/quiet.ts'
import { rewardText } from '../../notifications/text.ts'
import { ledgerItem, settingsItem } from '../../storage/items.ts'
import type { Store } from '../../storage/store.ts'
import { markShown } from '../unread.ts'

/**
 * Shows what is due. The ledger's key is the notification's id: one that was created just before the background was stopped is created again under the same id,
 * which replaces it. It becomes `shown` only after the browser has it.
 */
export async function announceRewards(store: Store, now: Date = new Date()): Promise<void> {
  const settings = store.get(settingsItem)
  if (isQuiet(settings.notifications.quietHours, now)) return
  for (const [key, { payment, state, gone }] of Object.entries(store.get(ledgerItem))) {
    if (state !== 'due' || gone) continue
    const text = rewardText(payment, settings, navigator.languages)
    await browser.notifications.create(key, { type: 'basic', iconUrl: browser.runtime.getURL('public/icons/128.png'), ...text })
    await markShown(store, ledgerItem, key)
  }
}

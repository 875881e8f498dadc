import { ledgerItem } from '../../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../../app/stored/shared-items.ts'
import { rewardText } from '../../../notifications/notification-text.ts'
import type { ItemStore } from '../../../storage/item-store.ts'
import { showDueNotifications } from '../../show-due-notifications.ts'

/** Shows the rewards that are due and that no reorganisation has taken back. */
export const announceRewards = (store: ItemStore, now: Date = new Date()): Promise<void> =>
  showDueNotifications(
    store,
    ledgerItem,
    ({ payment }) => rewardText(payment, store.get(settingsItem), navigator.languages),
    now,
  )

/** A reward that the user has put away is no news any more; it stays in the ledger. */
export const dismissReward = (store: ItemStore, key: string): Promise<unknown> =>
  store.update(ledgerItem, (ledger) =>
    ledger[key] ? { ...ledger, [key]: { ...ledger[key], seen: true } } : ledger,
  )

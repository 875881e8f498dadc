import { ledgerItem, settingsItem } from '../../../../app/stored/items.ts'
import { rewardText } from '../../../notifications/notification-text.ts'
import type { Store } from '../../../storage/item-store.ts'
import { showDue } from '../../show-due-notifications.ts'

/** Shows the rewards that are due and that no reorganisation has taken back. */
export const announceRewards = (store: Store, now: Date = new Date()): Promise<void> =>
  showDue(
    store,
    ledgerItem,
    ({ payment }) => rewardText(payment, store.get(settingsItem), navigator.languages),
    now,
  )

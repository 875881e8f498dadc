import { ledgerItem, settingsItem } from '../../../app/stored/items.ts'
import { rewardText } from '../../notifications/text.ts'
import type { Store } from '../../storage/store.ts'
import { showDue } from '../show-due.ts'

/** Shows the rewards that are due and that no reorganisation has taken back. */
export const announceRewards = (store: Store, now: Date = new Date()): Promise<void> =>
  showDue(
    store,
    ledgerItem,
    ({ payment }) => rewardText(payment, store.get(settingsItem), navigator.languages),
    now,
  )

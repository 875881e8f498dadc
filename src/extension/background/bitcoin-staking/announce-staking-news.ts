import { stakingNoticesItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { stakingNoticeText } from '../../notifications/staking-notice-text.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { showDueNotifications } from '../show-due-notifications.ts'

/** Shows what is due. */
export const announceStakingNews = (store: ItemStore, now: Date = new Date()): Promise<void> =>
  showDueNotifications(
    store,
    stakingNoticesItem,
    ({ notice }) => stakingNoticeText(notice, store.get(settingsItem), navigator.languages),
    now,
  )

/** What the user has dismissed is not shown in the views any more. */
export const dismissStakingNotice = (store: ItemStore, key: string): Promise<unknown> =>
  store.update(stakingNoticesItem, (notices) =>
    notices[key]
      ? { ...notices, [key]: { ...notices[key], state: 'dismissed' as const } }
      : notices,
  )

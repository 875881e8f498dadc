import {
  stakingItems,
  stakingSearchItem,
  stakingWatchItem,
} from '../bitcoin-staking/stored-items.ts'
import {
  deploymentsItem,
  cycleRecordsItem,
  verificationItem,
  accountsItem,
  networkItem,
  readingsItem,
  journalItem,
  ledgerItem,
  noticesItem,
  refreshItem,
  connectionItem,
  chainItem,
  searchItem,
} from '../dual-stacking/stored-items.ts'
import { duskItems } from '../hyperstaking/stored-items.ts'
import { faultLogItem, settingsItem, unreadItem, problemsItem } from './shared-items.ts'

/** Everything that a view paints from. */
export const viewItems = [
  settingsItem,
  accountsItem,
  networkItem,
  readingsItem,
  journalItem,
  ledgerItem,
  refreshItem,
  connectionItem,
  problemsItem,
  deploymentsItem,
  cycleRecordsItem,
  verificationItem,
  noticesItem,
  ...duskItems,
  ...stakingItems,
] as const
export const allItems = [
  ...viewItems,
  faultLogItem,
  unreadItem,
  chainItem,
  searchItem,
  stakingWatchItem,
  stakingSearchItem,
] as const

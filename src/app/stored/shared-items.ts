import * as v from 'valibot'
import { loggedFault } from '../logged-fault.ts'
import { settings, initialSettings } from '../settings.ts'
import { bindApiKey } from './bind-api-key.ts'
import { startOnMainnet } from './start-on-mainnet.ts'
import { storageProblem } from './storage-problem.ts'
import { storedItem, unchanged } from './stored-item.ts'

export const settingsItem = storedItem('settings', settings, initialSettings, [
  bindApiKey,
  startOnMainnet,
  // Version 4 has the news of Bitcoin Staking.
  unchanged,
])

/**
 * Keys of notifications that were shown since a view was last opened: the badge is their number.
 */
export const unreadItem = storedItem('unread', v.array(v.string()), () => [])

export const problemsItem = storedItem('problems', v.array(storageProblem), () => [])

/** What went wrong at boundaries lately, without addresses, amounts or keys. */
export const faultLogItem = storedItem('faultLog', v.array(loggedFault), () => [])

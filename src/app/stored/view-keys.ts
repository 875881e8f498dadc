/**
 * Keys of all that views paint from, apart from the items themselves: a view asks for them before
 * the schemas are loaded.
 */
export const viewKeys: string[] = [
  'settings',
  'accounts',
  'network',
  'readings',
  'journal',
  'ledger',
  'refresh',
  'connection',
  'problems',
  'deployments',
  'cycleRecords',
  'verification',
  'notices',
  'duskSettings',
  'dusk',
  'duskReading',
  'duskJournal',
  'duskLedger',
  'duskHistory',
  'stakingSettings',
  'staking',
  'stakingHolders',
  'stakingNotices',
  'stakingRewards',
  'stakingRecords',
  'stakingClaims',
  'stakingOffers',
]

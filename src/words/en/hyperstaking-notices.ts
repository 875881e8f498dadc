import type { Section } from '../message.ts'

/** What notifications about pools say: {pool}, {amount} with its unit. */
export const hyperstakingNotices = {
  'pool-notice.reward.title': 'Pool reward',
  'pool-notice.reward': '{pool}: your share is about {amount}',
  'pool-notice.rewardUnknown': '{pool} earned a reward',
  'pool-notice.warned.title': 'Pool warning',
  'pool-notice.warned':
    '{pool}: its provisioner committed a fault. It was warned; nothing is lost.',
  'pool-notice.slash.title': 'Pool slashed',
  'pool-notice.slash':
    '{pool}: its provisioner was slashed. {amount} of the pool is locked and earns nothing.',
  'pool-notice.burn.title': 'Pool stake burned',
  'pool-notice.burn': '{pool}: its provisioner was slashed. {amount} of the pool was burned.',
  'pool-notice.paused.title': 'Pool paused',
  'pool-notice.paused': '{pool} takes no deposits. Withdrawals still work.',
  'pool-notice.resumed.title': 'Pool resumed',
  'pool-notice.resumed': '{pool} takes deposits again.',
  'pool-notice.inactive.title': 'Pool stopped earning',
  'pool-notice.inactive': '{pool}: none of its provisioners is active.',
  'pool-notice.calls-closed.title': 'Dusk contract calls disabled',
  'pool-notice.calls-closed':
    'The network has disabled contract calls: deposits and withdrawals are on hold.',
  'pool-notice.calls-open.title': 'Dusk contract calls enabled',
  'pool-notice.calls-open': 'The network accepts contract calls again.',
  'pool-notice.shaded.title': 'Pool closed by the network',
  'pool-notice.shaded': '{pool}: the network has closed it. Deposits and withdrawals are on hold.',
  'pool-notice.unshaded.title': 'Pool reopened by the network',
  'pool-notice.unshaded': '{pool}: deposits and withdrawals work again.',
  'pool-notice.unread.title': 'Something may have been missed',
  'pool-notice.unread':
    '{pool}: the activity of its provisioners was not loaded for a while. Check its health.',
  'pool-notice.earned.title': 'Rewards have added up',
  'pool-notice.earned':
    '{pool}: your share of its rewards since the last notification is about {amount}.',
  'pool-notice.below.title': 'Below your limit',
  'pool-notice.below': '{pool}: your stake is now worth {amount}.',
} as const satisfies Section

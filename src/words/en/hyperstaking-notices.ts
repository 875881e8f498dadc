import type { Section } from '../message.ts'

/** What notifications about pools say: {pool}, {amount} with its unit. */
export const hyperstakingNotices = {
  'pool-notice.reward.title': 'A pool earned a reward',
  'pool-notice.reward': '{pool}: about {amount} of it is yours',
  'pool-notice.rewardUnknown': '{pool} earned a reward',
  'pool-notice.warned.title': 'A pool was warned',
  'pool-notice.warned':
    '{pool}: its provisioner committed a fault. It was warned; nothing is lost.',
  'pool-notice.slash.title': 'A pool was punished',
  'pool-notice.slash':
    '{pool}: its provisioner was punished. {amount} of the pool are locked and earn nothing.',
  'pool-notice.burn.title': 'Stake of a pool was burned',
  'pool-notice.burn': '{pool}: its provisioner was punished. {amount} of the pool were burned.',
  'pool-notice.paused.title': 'A pool was paused',
  'pool-notice.paused': '{pool} takes no deposits. Withdrawing still works.',
  'pool-notice.resumed.title': 'A pool is open again',
  'pool-notice.resumed': '{pool} takes deposits again.',
  'pool-notice.inactive.title': 'A pool earns nothing now',
  'pool-notice.inactive': '{pool}: none of its provisioners is active.',
  'pool-notice.calls-closed.title': 'Pools are closed by the network',
  'pool-notice.calls-closed':
    'The network has switched contract calls off: nothing can go into or out of a pool for now.',
  'pool-notice.calls-open.title': 'Pools are open again',
  'pool-notice.calls-open': 'The network takes contract calls again.',
  'pool-notice.shaded.title': 'The network has closed a pool',
  'pool-notice.shaded': '{pool}: the network lets nothing into it or out of it for now.',
  'pool-notice.unshaded.title': 'A pool is open again',
  'pool-notice.unshaded': 'The network lets {pool} be used again.',
  'pool-notice.unread.title': 'Something may have been missed',
  'pool-notice.unread':
    '{pool}: what happened to its provisioners was not read for a while. Look at its health.',
  'pool-notice.earned.title': 'Rewards have added up',
  'pool-notice.earned': '{pool}: about {amount} of its rewards are yours since you were last told.',
  'pool-notice.below.title': 'Below what you set',
  'pool-notice.below': '{pool}: your part is worth {amount} now.',
} as const satisfies Section

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
} as const satisfies Section

import type { Section } from '../message.ts'

export const rewards = {
  'rewards.none':
    'None yet. The first comes at the end of the first cycle that you are enrolled in.',
  'rewards.all': { one: '{count} cycle', other: 'all {count} cycles' },
  'rewards.verified': 'verified',
  'rewards.cycleUnknown': 'Cycle not known',
} as const satisfies Section

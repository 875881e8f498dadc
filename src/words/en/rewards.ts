import type { Section } from '../message.ts'

export const rewards = {
  'rewards.none': 'No rewards yet. Your first arrives at the end of your first enrolled cycle.',
  'rewards.first': 'Your first reward: around {day} (cycle {cycle})',
  'rewards.all': { one: '{count} cycle', other: 'all {count} cycles' },
  'rewards.verified': 'verified',
  'rewards.cycleUnknown': 'Cycle unknown',
} as const satisfies Section

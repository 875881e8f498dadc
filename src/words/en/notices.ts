import type { Section } from '../message.ts'

/** What notifications say, and the popup of the same happenings. */
export const notices = {
  'notice.reward.title': 'Reward received',
  'notice.reward': '{amount} for cycle {cycle}, paid to {address}',
  'notice.rewardUnknown': '{amount}, paid to {address}',
  'notice.not-enrolled.title': 'Not enrolled for the next cycle',
  'notice.not-enrolled':
    '{address} is not enrolled for cycle {cycle}, which starts in about {time}.',
  'notice.boost-below.title': 'Your boost dropped',
  'notice.boost-below': '{address} is now at {boost}.',
  'notice.golden-ratio.title': 'Golden ratio changed',
  'notice.golden-ratio': 'Cycle {cycle}: {ratio} STX/BTC (was {before}).',
  'notice.payment-late.title': 'A payment is late',
  'notice.payment-late':
    'The cycle {cycle} reward for {address} was due about {time} ago. It will be paid once someone runs the cycle’s remaining steps.',
  'notice.view': 'View',
  'notice.dismiss': 'Dismiss',
} as const satisfies Section

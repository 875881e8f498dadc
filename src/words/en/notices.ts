import type { Section } from '../message.ts'

/** What notifications say, and the popup of the same happenings. */
export const notices = {
  'notice.reward.title': 'A reward has landed',
  'notice.reward': '{amount} for cycle {cycle}, paid to {address}',
  'notice.rewardUnknown': '{amount}, paid to {address}',
  'notice.not-enrolled.title': 'Not enrolled for the next cycle',
  'notice.not-enrolled': '{address} does not count in cycle {cycle}, which starts in about {time}.',
  'notice.boost-below.title': 'Your boost has fallen',
  'notice.boost-below': '{address} is at {boost} now.',
  'notice.golden-ratio.title': 'The golden ratio has moved',
  'notice.golden-ratio': 'Cycle {cycle}: {ratio} STX/BTC, before it {before}.',
  'notice.payment-late.title': 'A payment is late',
  'notice.payment-late':
    'The reward of cycle {cycle} for {address} was due about {time} ago. It is paid as soon as somebody runs the cycle’s steps.',
  'notice.dismiss': 'Dismiss',
} as const satisfies Section

import type { Section } from '../message.ts'

/** What stands beside each scene in the stores' pictures, and on the small tile. */
export const store = {
  staking: 'See what your STX should earn, and claim it',
  'staking-what-if-more': 'Try more STX, more cycles or another manager before you sign',
  'staking-managers': 'Compare every signer manager by what it leaves you',
  rewards: 'Every reward, verified to the sat and ready to export',
  'hyper-position': 'Stake DUSK through pools, and see what they really earned',
  tile: 'Staking rewards, verified',
} as const satisfies Section

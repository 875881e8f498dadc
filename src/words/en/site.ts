import type { Section } from '../message.ts'

/**
 * The pages next to the builder: those in frames, when opened on their own, and the page of pools.
 */
export const site = {
  boost: 'Dual Stacking boost calculator',
  yield: 'Bitcoin Staking calculator',
  pool: 'DUSK in a staking pool',
  onTop:
    'Wallets do not open inside frames, so this is the same calculator on its own page, with your entries. Click the button again: your wallet asks before anything is signed.',
  poolLead:
    'A pool’s contract stakes many people’s DUSK together. See what yours could earn, how much that can vary, and the risks.',
  referred:
    'You were referred. If this pool shares rewards, whoever sent you this link gets a share of your rewards, never of your deposit.',
  poolNote: 'Pools are third-party contracts. No network requests are made until you click.',
} as const satisfies Section

import type { Section } from '../message.ts'

/**
 * The pages next to the builder: those in frames, when opened on their own, and the page of pools.
 */
export const site = {
  boost: 'Dual Stacking boost calculator',
  pool: 'DUSK in a staking pool',
  onTop:
    'Wallets do not open inside frames, so here is the same calculator on a page of its own, with what you chose. Press the button once more: your wallet asks you before anything is signed.',
  poolLead:
    'A pool’s contract stakes what many put in. See what yours would earn, how far that may vary, and what could go wrong.',
  referred:
    'You were referred. Whoever sent you this link gets a part of your rewards, never of what you put in, and only if this pool shares rewards.',
  poolNote:
    'Pools are contracts run by others. Nothing is asked of the network until you press a button.',
} as const satisfies Section

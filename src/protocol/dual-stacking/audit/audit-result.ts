import type { Compared } from '../../compare-figures.ts'

/** What is worth knowing about a participant's cycle. */
export type Note =
  /** Captured in fewer snapshots than the cycle has: the missing ones count as nothing held. */
  | 'missed-snapshots'
  /**
   * Shares its tracking address: one weight and one payment for all of them, to the row that was
   * paid first.
   */
  | 'paid-through-other-row'
  /** Marked as paid, but no sBTC moved [dual-stacking Q4]. */
  | 'not-transferred'
  /** The cycle's distribution is not over, and this row has not been paid yet. */
  | 'not-paid-yet'
  /** The distribution is over without it. */
  | 'left-out'

/** One row of the recomputed cycle. */
export interface ParticipantAudit {
  enrolled: string
  tracking: string
  stacking: string
  /** In `captured` of `snapshots` snapshots. */
  captured: number | null
  snapshots: number
  /**
   * Sums over the snapshots of its tracking address: sats in the wallet and in DeFi, and uSTX of
   * the stacking address that decides.
   */
  sats: bigint
  defiSats: bigint
  microStx: bigint
  /** Personal ratio and boost, scaled by 10^8; null without sBTC, or without a golden ratio. */
  ratio: bigint | null
  boost: bigint | null
  weight: Compared
  /** Sats of this row. */
  reward: Compared
  rewardAddress: string | null
  txid: string | null
  notes: Note[]
}

/**
 * What recomputing a cycle from its events says. Sums are sats, microSTX and weights; ratios are
 * scaled by 10^8; null is not known.
 */
export interface CycleAudit {
  cycle: number
  /**
   * `exact`: every figure was recomputed and agrees to the sat; `consistent`: pool or rate of that
   * time are not known, but all payments share out one amount exactly by weight; `differs`:
   * something does not agree; `open`: the cycle is not over; `incomplete`: too little is known to
   * tell.
   */
  verdict: 'exact' | 'consistent' | 'differs' | 'open' | 'incomplete'
  goldenRatio: {
    used: bigint | null
    accepted: { lowest: bigint; highest: bigint } | null
    passes: boolean | null
  }
  totals: { sats: Compared; defiSats: Compared; microStx: Compared; weights: Compared }
  payout: PayoutAudit
  /** Sats that should have been paid, and were. */
  paid: Compared
  participants: ParticipantAudit[]
  /** Those of the participants with a difference in weight or reward. */
  differing: ParticipantAudit[]
}

/** What was shared out, sats · 10^8. */
export interface PayoutAudit {
  cap: bigint | null
  pool: bigint | null
  limit: 'pool' | 'cap' | null
  /** Min(pool, cap); null when one is not known. */
  expected: bigint | null
  /** The amounts that give exactly the payments made; null when none does, or nothing was paid. */
  consistent: { lowest: bigint; highest: bigint } | null
}

import { compareFigures, type Compared } from '../../compare-figures.ts'
import { earnedSats } from '../math/shares.ts'
import { netOf } from './audit-claims.ts'

/** A claim with the reads of the block before it [bitcoin-staking 8.3]. */
export interface ClaimFigures {
  /** `get-staker-shares-staked-for-cycle`. */
  shares: bigint
  /** `get-signer-rewards-per-token-for-cycle`; with a pull in between, what it settled to. */
  perShareNow: bigint
  /** `get-staker-rewards-per-token-settled-for-cycle`. */
  perSharePaid: bigint
  /** `get-staker-unclaimed-rewards-for-cycle`. */
  pendingSats: bigint
  /** `get-fee-bips-for-cycle`; null is unknown. */
  feeBips: bigint | null
  /** Sats as they were printed by pox-5 and by the manager; null: not printed. */
  grossSats: bigint
  netSats: bigint | null
}

/** Recomputes one claim to the sat, without any history. */
export function verifyClaim(claim: ClaimFigures): { gross: Compared; net: Compared } {
  return {
    gross: compareFigures(earnedSats(claim), claim.grossSats),
    net: compareFigures(netOf(claim.grossSats, claim.feeBips), claim.netSats),
  }
}

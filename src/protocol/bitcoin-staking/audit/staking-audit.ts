import type { Principal } from '../../clarity/principal.ts'
import type { Compared } from '../../compare-figures.ts'

/** One bond of a calculation, recomputed; sats where nothing else is said. */
export interface BondAudit {
  index: bigint
  shares: Compared
  target: Compared
  paid: Compared
  /** Sats per sat · 10^18, in all. */
  perShare: Compared
}

/** One calculation, recomputed; sats where nothing else is said [bitcoin-staking 6.1]. */
export interface CalculationAudit {
  /** The half: its last block, and the cycle that it was booked to. */
  height: bigint
  cycle: bigint
  txid: string
  /** Null for what was expected where movements of sBTC are not known. */
  income: Compared
  bonds: BondAudit[]
  bondSats: Compared
  reserveDeposit: Compared
  reserve: Compared
  stxSats: Compared
  /** MicroSTX. */
  shares: Compared
  /** Sats per uSTX · 10^18, in all. */
  perShare: Compared
}

/** What a manager pulled for a cycle and leg. */
export interface PullAudit {
  manager: Principal
  cycle: bigint
  /** Null: the STX-only leg. */
  bond: bigint | null
  txid: string
  earned: Compared
}

/** What a holder was paid for a cycle and leg. */
export interface ClaimAudit {
  staker: Principal
  manager: Principal
  cycle: bigint
  bond: bigint | null
  txid: string
  gross: Compared
  /** After the manager's fee; found null: the manager printed nothing that we know. */
  net: Compared
}

/** What a holder has got, and can still get, of a cycle and leg. */
export interface HolderAudit {
  staker: Principal
  manager: Principal
  cycle: bigint
  bond: bigint | null
  /** Gross sats that were claimed, that the manager has pulled, and that it has not pulled yet. */
  claimedSats: bigint
  claimableSats: bigint
  unpulledSats: bigint
  /** The fee that holds, in basis points; null is unknown. */
  feeBips: bigint | null
}

/** A figure that is not what it should be, and whose it is. */
export interface StakingDifference {
  figure: string
  /** The holder or manager; null for figures of the programme. */
  who: Principal | null
  cycle: bigint
  bond: bigint | null
  txid: string
  expected: bigint
  found: bigint
}

/** What recomputing cycles from public events says [bitcoin-staking 8.3]. */
export interface StakingAudit {
  /**
   * `exact`: all that was recomputed agrees to the sat; `differs`: something does not;
   * `incomplete`: some prints could not be read or do not follow from the events before them.
   */
  verdict: 'exact' | 'differs' | 'incomplete'
  calculations: CalculationAudit[]
  pulls: PullAudit[]
  claims: ClaimAudit[]
  differing: StakingDifference[]
  /** Prints that could not be applied: their transaction, topic and why. */
  unread: Array<{ txid: string; topic: string; reason: string }>
}

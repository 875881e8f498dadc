import type { Principal } from '../../clarity/principal.ts'
import type { CycleClock } from '../cycle-clock.ts'

/** How a manager lets holders be paid [bitcoin-staking 7.4]. */
export type ManagerFamily =
  /** Anyone claims for anyone: the reference and its variants. */
  | 'reference'
  /** The same, in two steps and with a bound for third parties. */
  | 'max500'
  /** Holders claim for themselves only. */
  | 'native'
  /** Holders cannot claim. */
  | 'closed'

/** A bond that was set up. */
export interface PlannedBond {
  index: bigint
  /** MicroSTX for 100 sats: decides about the order. */
  stxValueRatio: bigint
}

/** A manager as its reads show it; sats; null is unknown. */
export interface PlannedManager {
  manager: Principal
  family: ManagerFamily
  /** `get-earned` by cycle and leg; bond null is the STX-only leg. */
  earned: ReadonlyArray<{ cycle: bigint; bond: bigint | null; sats: bigint }>
  /** `get-unclaimed-staker-rewards`: what it holds for holders. */
  poolSats: bigint | null
  /** Its sBTC, locked included. */
  balanceSats: bigint | null
}

/** Rewards of a holder for a cycle and leg; sats; null is unknown. */
export interface PlannedClaim {
  staker: Principal
  manager: Principal
  cycle: bigint
  bond: bigint | null
  /** `get-earned-staker-rewards` of pox-5, and what it would be after the manager's claim. */
  grossSats: bigint
  afterPullSats: bigint
  /** Basis points: those fixed, or with none those that the next claim fixes. */
  feeBips: bigint | null
  /** A payout on Bitcoin: its largest fee, and max500's bound for third parties. */
  payout: { maxFeeSats: bigint; minClaimSats: bigint | null } | null
  /** Max500: what this cycle and leg still hold, and what is banked for the holder. */
  bucketSats: bigint | null
  bankedSats: bigint | null
}

/** What a planner needs to know of the programme. */
export interface OperatorState {
  clock: CycleClock
  pox: Principal
  burnHeight: bigint
  /** `get-last-reward-compute-height`. */
  lastComputeHeight: bigint
  /** `get-new-rewards`. */
  arrivedSats: bigint
  /** Whether `claim-rewards` is stopped forever; null is unknown. */
  isPaused: boolean | null
  bonds: readonly PlannedBond[]
  managers: readonly PlannedManager[]
  claims: readonly PlannedClaim[]
}

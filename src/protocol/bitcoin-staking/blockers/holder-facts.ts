import type { CycleClock } from '../cycle-clock.ts'
import type { PairedStx } from '../math/bond.ts'
import type { ManagerFamily } from '../planner/operator-state.ts'

/** What is known of a holder before a call is signed; null is unknown; sats, microSTX. */
export interface HolderFacts {
  clock: CycleClock
  burnHeight: bigint
  /** What pox-5 has recorded, ended or not; none: undefined. */
  position: { stake?: StakeFacts | undefined; bondPart?: BondPartFacts | undefined } | null
  /** The account's STX, and the fee of the call. */
  balance: { unlockedMicroStx: bigint; lockedMicroStx: bigint; feeMicroStx: bigint } | null
  /** Whether managers' claims are stopped forever; by default unknown. */
  isPaused?: boolean | null
}

/** A stake as it is recorded. */
export interface StakeFacts {
  manager: string
  microStx: bigint
  firstCycle: bigint
  cycles: bigint
}

/** A part in a bond as it is recorded. */
export interface BondPartFacts {
  bond: bigint
  manager: string
  sats: bigint
  isL1Lock: boolean
}

/** What is known of the manager that a call names; null is unknown. */
export interface ManagerFacts {
  manager: string
  family: ManagerFamily | null
  takesStakes: boolean | null
  paysBitcoin: boolean | null
  /** Basis points, announced rises included. */
  feeBips: bigint | null
  /** MicroSTX that it has in the cycle that the position begins with, without this call. */
  delegatedMicroStx: bigint | null
  /** What it has stored of the holder's payouts; undefined is unknown, null is sBTC. */
  storedPayout: PayoutFacts | null | undefined
}

/** A payout on Bitcoin: an address as managers keep it, and its bounds in sats. */
export interface PayoutFacts {
  version: string
  hash: string
  maxFeeSats: bigint
  minClaimSats: bigint | null
}

/** A bond, and what the holder may put into it; null: it is not set up. */
export interface BondFacts {
  index: bigint
  terms: PairedStx | null
  /** Null: the holder is not on its list; undefined: unknown. */
  allowanceSats: bigint | null | undefined
}

/** The manager that a call names, what it is told of payouts, and the highest fee that is fine. */
export interface ManagerChoice {
  manager: ManagerFacts
  payout: PayoutFacts | null
  feeBoundBips: bigint
  /** Whether the call goes through the native pool, without which its manager refuses it. */
  viaPool?: boolean
}

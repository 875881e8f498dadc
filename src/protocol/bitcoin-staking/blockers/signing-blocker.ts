import type { ClaimRefusal } from '../planner/claim-refusal.ts'

/** What the chain would refuse, with the fee lost; heights of Bitcoin, sats, microSTX. */
export type Refusal =
  /** Nothing of a position can be changed until this height [bitcoin-staking 11.3]. */
  | { code: 'prepare-phase'; untilHeight: bigint; blocks: bigint }
  /** A stake or a bond that has not ended: a principal has one position [bitcoin-staking 11.4]. */
  | { code: 'has-position' }
  | { code: 'no-stake' }
  | { code: 'no-bond-part' }
  /** Stakes last 1 to 96 cycles from the next one on. */
  | { code: 'cycles-out-of-range'; least: bigint; most: bigint }
  | { code: 'nothing-to-lock' }
  | { code: 'not-enough-stx'; microStx: bigint }
  | { code: 'not-enough-sbtc'; sats: bigint }
  /** Less STX than a bond requires for the sats. */
  | { code: 'below-bond-minimum'; leastMicroStx: bigint }
  | { code: 'bond-not-set-up' }
  | { code: 'bond-has-started' }
  | { code: 'not-on-allowlist' }
  | { code: 'above-allowance'; allowanceSats: bigint }
  /** The position that runs cannot be left for another before this height. */
  | { code: 'too-early-to-roll-over'; fromHeight: bigint }
  | { code: 'manager-takes-no-stakes' }
  /** The native manager takes stakes of its pool alone. */
  | { code: 'needs-native-pool' }
  | { code: 'same-manager' }
  /** The manager would not take the payout setting. */
  | { code: 'payout-invalid' }
  /** The manager takes a payout setting with a stake only, or has this one already. */
  | { code: 'payout-with-stake' }
  | { code: 'payout-unchanged' }
  | { code: 'no-sats-named' }
  | { code: 'more-than-in-bond'; sats: bigint }
  /** The bond's sats are in a timelock on Bitcoin. */
  | { code: 'sats-on-bitcoin' }
  | { code: 'no-holder-claims' }
  | { code: 'holder-only' }
  | { code: 'claim-refused'; refusal: ClaimRefusal }
  /** It is not known whether the chain would refuse. */
  | { code: 'unknown'; what: 'position' | 'balance' | 'bond' | 'allowance' | 'manager' }

/** What the chain does, but a person should know and want. */
export type Consent =
  /** A few blocks are left: a transaction that is mined later fails. */
  | { code: 'prepare-phase-near'; fromHeight: bigint; blocks: bigint }
  | { code: 'fee-above-bound'; bips: bigint; boundBips: bigint }
  | { code: 'fee-unknown' }
  /** With this stake the manager is still below 50,000 STX: nothing is earned. */
  | { code: 'manager-below-minimum'; delegatedMicroStx: bigint }
  | { code: 'manager-pays-itself' }
  /** A claim calls this contract, which a server names: the holder has signed nothing with it. */
  | { code: 'manager-unfamiliar'; manager: string }
  /** Rewards are paid to this address on Bitcoin: its kind and hash, the fee's budget in sats. */
  | { code: 'payout-kept'; version: string; hash: string; maxFeeSats: bigint }
  /** The address on Bitcoin is deleted, or may be: it could not be read. */
  | { code: 'payout-deleted' }
  | { code: 'payout-unknown' }
  /** The manager pays in sBTC only. */
  | { code: 'payout-ignored' }
  /** Managers pull nothing any more: what is earned is never paid [bitcoin-staking 11.16]. */
  | { code: 'rewards-paused' }
  /** Cycles up to this one are claimed with the present manager [bitcoin-staking 11.7]. */
  | { code: 'earlier-cycles-stay'; manager: string; lastCycle: bigint }
  /** What one has earns to its end with its own manager [bitcoin-staking 11.13]. */
  | { code: 'two-to-claim'; manager: string }
  /** Nothing renews a stake: from this height on it earns nothing. */
  | { code: 'ends-silently'; unlockHeight: bigint }
  /** The sBTC of a bond stays in pox-5 after this height until it is asked for. */
  | { code: 'sats-not-returned'; endHeight: bigint }
  /** STX of a bond earn nothing, and stay locked to its end. */
  | { code: 'stx-earn-nothing'; unlockHeight: bigint }
  /** A bond without sats earns nothing. */
  | { code: 'earns-nothing' }
  /** Locked until the running cycle ends. */
  | { code: 'locked-until'; unlockHeight: bigint }
  /** The running half is reduced at once, and so is what it earns [bitcoin-staking 11.10]. */
  | { code: 'forfeits' }
  /** One that is over is not calculated yet, or that is not known: waiting saves it. */
  | { code: 'forfeits-ended-half' }

/** Why a call should not be signed yet: it would be refused, or needs a person's consent. */
export type SigningBlocker = ({ kind: 'refused' } & Refusal) | ({ kind: 'consent' } & Consent)

/** Collects blockers in the order in which they are found. */
export class BlockerList {
  readonly blockers: SigningBlocker[] = []

  refuse(isRefused: boolean, refusal: Refusal): void {
    if (isRefused) this.blockers.push({ kind: 'refused', ...refusal })
  }

  ask(isNeeded: boolean, consent: Consent): void {
    if (isNeeded) this.blockers.push({ kind: 'consent', ...consent })
  }
}

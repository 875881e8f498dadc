import * as v from 'valibot'
import { knownOf } from '../../../known.ts'
import { uint } from '../../../uint.ts'

/**
 * The later transaction that paid what was kept: its sats, and of how many claims they are exactly
 * the sum.
 */
const payoutOfKept = v.object({
  txid: v.string(),
  sats: uint,
  claims: v.number(),
  burnHeight: knownOf(v.number()),
  blockTime: knownOf(v.number()),
})
export type PayoutOfKept = v.InferOutput<typeof payoutOfKept>
const paidBy = v.optional(payoutOfKept)

/**
 * How a holder got a reward: as sBTC; by a payout on Bitcoin, of which the sBTC signers decide; or
 * kept by the manager, which pays it later together with others (max500).
 */
export const claimPayout = v.variant('kind', [
  v.object({ kind: v.literal('sbtc'), by: paidBy }),
  v.object({ kind: v.literal('banked') }),
  v.object({
    kind: v.literal('bitcoin'),
    request: v.nullable(uint),
    /** Paid on Bitcoin, the budget for its fee taken off. */
    sats: uint,
    state: v.picklist(['pending', 'accepted', 'rejected', 'reclaimed']),
    by: paidBy,
  }),
])
export type ClaimPayout = v.InferOutput<typeof claimPayout>
/** What has left the manager. */
export type MadePayout = Exclude<ClaimPayout, { kind: 'banked' }>

/** A reward that a manager has paid a holder; sats, Bitcoin heights, seconds since 1970. */
export const paidClaim = v.object({
  /** The transaction and the place of the manager's print in it. */
  key: v.string(),
  staker: v.string(),
  manager: v.string(),
  cycle: uint,
  /** Null: the STX-only leg. */
  bond: v.nullable(uint),
  txid: v.string(),
  eventIndex: v.number(),
  /** As pox-5 settled it, and what was left after the manager's fee. */
  grossSats: uint,
  netSats: uint,
  burnHeight: knownOf(v.number()),
  blockTime: knownOf(v.number()),
  payout: claimPayout,
})
export type PaidClaim = v.InferOutput<typeof paidClaim>

/** A claim as a manager's logs list it, still to be looked up in its transaction. */
export const listedClaim = v.object({
  key: v.string(),
  manager: v.string(),
  txid: v.string(),
  eventIndex: v.number(),
  cycle: uint,
  netSats: uint,
})
export type ListedClaim = v.InferOutput<typeof listedClaim>

/** What a manager paid of all that it had kept, as its logs list it, still to be looked up. */
export const listedPayout = v.object({
  key: v.string(),
  manager: v.string(),
  txid: v.string(),
  eventIndex: v.number(),
  sats: uint,
})
export type ListedPayout = v.InferOutput<typeof listedPayout>

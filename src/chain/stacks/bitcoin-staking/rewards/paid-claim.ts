import * as v from 'valibot'
import { knownOf } from '../../../known.ts'
import { uint } from '../../../uint.ts'

/**
 * How a holder got a reward: as sBTC; by a payout on Bitcoin, of which the sBTC signers decide; or
 * kept by the manager, which pays it later together with others (max500).
 */
export const claimPayout = v.variant('kind', [
  v.object({ kind: v.literal('sbtc') }),
  v.object({ kind: v.literal('banked') }),
  v.object({
    kind: v.literal('bitcoin'),
    request: v.nullable(uint),
    /** Paid on Bitcoin, the budget for its fee taken off. */
    sats: uint,
    state: v.picklist(['pending', 'accepted', 'rejected', 'reclaimed']),
  }),
])
export type ClaimPayout = v.InferOutput<typeof claimPayout>

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

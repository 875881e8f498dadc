import * as v from 'valibot'
import { feedCursor } from '../read-feed.ts'
import { rewardPayment, type RewardPayment } from '../readings.ts'
import { rewardTransfer } from './reward-transfer.ts'
import { ownCallsCursor } from './scan-own-calls.ts'

/**
 * A payment that a reorganisation could still undo, when it was last looked up, and when it was
 * found missing. Bitcoin heights.
 */
export const youngPayment = v.object({
  payment: rewardPayment,
  checkedAt: v.number(),
  goneAt: v.nullable(v.number()),
})
export type YoungPayment = v.InferOutput<typeof youngPayment>

/** A transfer still to be looked up, and in how many Bitcoin blocks its transaction was missing. */
export const pendingTransfer = v.object({
  transfer: rewardTransfer,
  missed: v.number(),
  missedAt: v.number(),
})

/** A transaction whose events are being searched for transfers, and how many of them were read. */
export const transferSearch = v.object({
  key: v.string(),
  txid: v.string(),
  recipient: v.string(),
  read: v.number(),
})
export type TransferSearch = v.InferOutput<typeof transferSearch>

/**
 * How far the rewards of one account are known; bigints are decimal strings when stored. `scans`:
 * per receiving address how far its movements were read (or, where a host no longer lists them, its
 * transactions), and the Bitcoin height at which the account last used it; `calls`: how far its own
 * calls were searched for earlier ones; `searches`: transactions still to be searched, `searched`:
 * keys of those that were; `seen`: keys of transfers that need no further lookup; `hosts`: whose
 * answers all that rests on, and `doubted`: keys of payments that other hosts have told of and
 * these have not yet.
 */
export const rewardCursor = v.object({
  scans: v.record(
    v.string(),
    v.object({
      feed: feedCursor,
      wantedAt: v.number(),
      transactions: v.optional(feedCursor),
    }),
  ),
  calls: v.optional(ownCallsCursor),
  searches: v.optional(v.array(transferSearch)),
  searched: v.optional(v.array(v.string())),
  pending: v.array(pendingTransfer),
  young: v.array(youngPayment),
  seen: v.array(v.string()),
  hosts: v.optional(v.string()),
  doubted: v.optional(v.array(v.string())),
})
export type RewardCursor = v.InferOutput<typeof rewardCursor>

export const emptyRewards: RewardCursor = { scans: {}, pending: [], young: [], seen: [] }

/** Whether two payments are the same, wherever mined: one enrolled address is paid once a cycle. */
export const isSamePayment = (a: RewardPayment, b: RewardPayment): boolean =>
  a.deployment === b.deployment &&
  a.enrolledAddress === b.enrolledAddress &&
  a.sats === b.sats &&
  a.cycle.known &&
  b.cycle.known &&
  a.cycle.value === b.cycle.value

import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'
import { commandProblems } from '../command-result.ts'

const principal = v.pipe(v.string(), v.maxLength(200))

/**
 * A holder's part of a cycle; `bond` null: the STX-only leg; with the manager that pays it. An
 * operator claims for others: `staker`, and the `sats` that were shown.
 */
export const claimLeg = v.object({
  cycle: uint,
  bond: v.nullable(uint),
  manager: principal,
  staker: v.optional(principal),
  sats: v.optional(uint),
})
export type ClaimLeg = v.InferOutput<typeof claimLeg>

/** Why claims do not go on by themselves. */
const claimPauses = [...commandProblems, 'not-signed', 'interrupted'] as const
export type ClaimPause = (typeof claimPauses)[number]

/** Claims that are asked of a wallet one after another; it outlives the window that began it. */
export const claimQueue = v.object({
  account: v.string(),
  deployment: v.string(),
  /** Milliseconds since 1970. */
  begunAt: v.number(),
  /** The tab in which the wallet is asked. */
  tabId: v.nullable(v.number()),
  /** Still to be asked, in this order. */
  waiting: v.array(claimLeg),
  /** Brought before the wallet, in order; the last one may have come to nothing. */
  asked: v.array(claimLeg),
  /** Left out since: read afresh, they would have failed. */
  left: v.array(claimLeg),
  paused: v.nullable(v.picklist(claimPauses)),
})
export type ClaimQueue = v.InferOutput<typeof claimQueue>

import * as v from 'valibot'
import { uint } from '../../../uint.ts'
import { feedCursor } from '../../read-feed.ts'
import { listedClaim, listedPayout } from './paid-claim.ts'

/**
 * How far a holder's claims are known. `since`: the Bitcoin height at which the search began;
 * `feeds`: how far the logs of each manager were read; `pending`: claims to be looked up;
 * `payouts`: of what was kept, to be matched with claims; `checkedAt`: when a young claim or an
 * open payout was looked at last; `reclaimed`: requests whose sBTC came back; `hosts`: whose
 * answers all that rests on, and `doubted`: keys of claims that other hosts have told of and these
 * have not yet.
 */
export const claimCursor = v.object({
  since: v.number(),
  feeds: v.record(v.string(), feedCursor),
  pending: v.array(listedClaim),
  payouts: v.array(listedPayout),
  checkedAt: v.record(v.string(), v.number()),
  reclaimed: v.array(v.object({ manager: v.string(), request: uint })),
  hosts: v.string(),
  doubted: v.array(v.string()),
})
export type ClaimCursor = v.InferOutput<typeof claimCursor>

/** A search from the beginning. */
export const emptyClaimCursor = (since: number, hosts: string): ClaimCursor => ({
  since,
  feeds: {},
  pending: [],
  payouts: [],
  checkedAt: {},
  reclaimed: [],
  hosts,
  doubted: [],
})

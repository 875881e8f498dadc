import * as v from 'valibot'
import { prospect } from '../../chain/dusk/prospect.ts'
import { knownOf } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'

const key = v.object({
  account: v.string(),
  state: v.picklist(['active', 'maturing', 'below-minimum', 'empty', 'foreign']),
  value: uint,
  locked: uint,
  eligibility: v.nullable(uint),
  reward: uint,
  faults: v.number(),
  hardFaults: v.number(),
})

/** A pool as it was last read; amounts in LUX, fees scaled by 10^8. */
export const poolSummary = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['liquid', 'referral', 'service', 'sozu']),
  rate: knownOf(v.object({ numerator: uint, denominator: uint })),
  /** Whether the network lets this pool be called, and thereby left. */
  open: knownOf(v.boolean()),
  paused: knownOf(v.boolean()),
  fees: knownOf(v.object({ deposit: uint, reward: uint, minimum: uint })),
  /** What operators have published where the contract says nothing; null where it does. */
  published: v.nullable(v.object({ deposit: uint, reward: uint, minimum: uint })),
  /** Whether the node lacks the contract's data driver. */
  noDriver: v.boolean(),
  keys: knownOf(v.array(key)),
  idle: knownOf(uint),
  /** Null without an account. */
  position: v.nullable(
    v.object({
      value: knownOf(uint),
      shares: knownOf(uint),
      claimable: knownOf(uint),
      /**
       * Earned by referrals so far; who referred this account; whom it has referred, and what those
       * have in the pool.
       */
      income: knownOf(uint),
      referrer: knownOf(v.nullable(v.string())),
      referred: knownOf(v.object({ accounts: v.number(), deposits: uint })),
    }),
  ),
  /** What projections need; a view asks the worker for them. */
  prospect: knownOf(prospect),
})

export type PoolSummary = v.InferOutput<typeof poolSummary>

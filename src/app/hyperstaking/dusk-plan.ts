import * as v from 'valibot'
import { callProblemCodes } from '../../chain/dusk/call-problems.ts'
import { knownOf } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'
import { duskActions } from '../../wallet/dusk/dusk-intent.ts'

/**
 * What a call would do, asked before signing. `exact`: the contract's own verdict in the newest
 * block.
 */
export const duskPlan = v.object({
  pool: v.string(),
  action: v.picklist(duskActions),
  lux: uint,
  referrer: v.nullable(v.string()),
  exact: v.boolean(),
  /**
   * Whether the node simulated the call: no promise, but a second opinion.
   */
  tried: v.boolean(),
  verdict: v.picklist(['passes', 'fails', 'unknown']),
  problems: v.array(v.picklist(callProblemCodes)),
  /** What may make it fail, without being known to. */
  doubts: v.array(v.picklist(callProblemCodes)),
  gasAtMost: uint,
  gasEstimate: knownOf(uint),
  outcome: knownOf(
    v.object({
      amount: uint,
      shares: v.nullable(uint),
      /** Null where neither the contract nor its operators state it. */
      fee: v.nullable(uint),
      feePublished: v.boolean(),
    }),
  ),
  /** What the bytes say that the wallet would sign; null: there are none. */
  signs: v.nullable(
    v.object({
      contract: v.string(),
      method: v.string(),
      deposit: uint,
      lux: v.nullable(uint),
      shares: v.nullable(uint),
      account: v.nullable(v.string()),
    }),
  ),
})

export type DuskPlan = v.InferOutput<typeof duskPlan>

import * as v from 'valibot'
import { chainProblemCodes } from '../../chain/dusk/call-problems.ts'
import { uint } from '../../chain/uint.ts'
import { sentSince } from '../account-look.ts'
import { signingFailures } from '../signing-failure.ts'
import { duskBaseline } from './dusk-baseline.ts'
import { duskRequest } from './dusk-request.ts'

export const duskActions = ['deposit', 'withdraw', 'withdraw-all', 'claim'] as const
export type DuskAction = (typeof duskActions)[number]

/**
 * A pool call from the click to finality: `created` → `asking` (with a hash: what was sent is being
 * checked) → `submitted` → `executed` (a revert may still undo it) → `final`; `reverted`: the
 * contract refused and the gas is spent; `failed`: nothing was sent, can be retried; `refused`:
 * something else was sent. `lux`: what it is about. `created` with the failure `no-tab` waits for
 * the toolbar button on its signing page.
 */
export const duskIntent = v.object({
  id: v.string(),
  action: v.picklist(duskActions),
  pool: v.object({ id: v.string(), name: v.string() }),
  lux: uint,
  request: duskRequest,
  createdAt: v.number(),
  updatedAt: v.number(),
  tabId: v.nullable(v.number()),
  state: v.picklist([
    'created',
    'asking',
    'submitted',
    'executed',
    'final',
    'reverted',
    'failed',
    'refused',
  ]),
  failure: v.nullable(v.picklist(signingFailures)),
  hash: v.nullable(v.string()),
  gasSpent: v.nullable(uint),
  /** Why the contract refused. */
  problem: v.nullable(v.picklist(chainProblemCodes)),
  /** While its wallet is asked: the host of the page, which the wallet's window names. */
  host: v.optional(v.nullable(v.string())),
  /** Of a wrong account: the one that the wallet has. */
  answeredBy: v.optional(v.nullable(v.string())),
  /** Of the latest attempt. */
  nonce: v.nullable(v.string()),
  /** Where the account stood when its wallet was first asked; null: it was not. */
  baseline: v.optional(v.nullable(duskBaseline)),
  /** Of a failed one: what the account has sent since; null: nobody has looked yet. */
  sent: v.optional(v.nullable(v.picklist(sentSince))),
})
export type DuskIntent = v.InferOutput<typeof duskIntent>

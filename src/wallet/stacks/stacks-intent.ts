import * as v from 'valibot'
import { dropReasons, undoings } from '../../chain/stacks/transaction-end.ts'
import { sentSince } from '../account-look.ts'
import { signingFailures } from '../signing-failure.ts'
import { stakingPurpose } from './bitcoin-staking/staking-call.ts'
import { stakingStepPurpose } from './bitcoin-staking/staking-step.ts'
import { stacksBaseline } from './stacks-baseline.ts'
import { stacksCallRequest } from './stacks-call-request.ts'

/**
 * The three calls that a holder of Dual Stacking signs, `staking` for those of Bitcoin Staking, and
 * `call` for every other contract call (console).
 */
export const intentActions = [
  'enroll',
  'opt-out',
  'change-reward-address',
  'staking',
  'call',
] as const
export type IntentAction = (typeof intentActions)[number]

/**
 * The signing journal's entry, from the click to the chain's answer. `created` → `asking` (a wallet
 * has been asked; with a txid: what it sent is being checked) → `submitted` (checked) → `confirmed`
 * | `aborted` | `dropped` | `replaced`, of which the chain can take back each (see `mayChange`);
 * `failed` can be retried and loses nothing; `refused`: what came back was not what was asked. A
 * `created` intent with the failure `no-tab` waits for the toolbar button on its signing page.
 */
export const stacksIntent = v.object({
  id: v.string(),
  action: v.picklist(intentActions),
  request: stacksCallRequest,
  /** Of `staking`: what it is about. */
  staking: v.optional(v.nullable(stakingPurpose)),
  /** Of a `call` that is a step of Bitcoin Staking for everyone: which one. */
  step: v.optional(v.nullable(stakingStepPurpose)),
  createdAt: v.number(),
  updatedAt: v.number(),
  tabId: v.nullable(v.number()),
  state: v.picklist([
    'created',
    'asking',
    'submitted',
    'confirmed',
    'aborted',
    'dropped',
    'replaced',
    'failed',
    'refused',
  ]),
  failure: v.nullable(v.picklist(signingFailures)),
  txid: v.nullable(v.string()),
  /** Contract error number of an aborted call, when the chain reports one. */
  contractError: v.nullable(v.number()),
  /**
   * Of an aborted call: what undid it, and the family of the contract whose words its error number
   * has; absent or null: not known.
   */
  abortedBy: v.optional(v.nullable(v.picklist(undoings))),
  family: v.optional(v.nullable(v.picklist(['v1', 'v2', 'v3']))),
  /** Of a dropped one: why. */
  why: v.optional(v.nullable(v.picklist(dropReasons))),
  /** Of one that waits: the account is past its nonce. */
  doubt: v.optional(v.nullable(v.literal('nonce-passed'))),
  /** Of one that waits: the host's own word for a state that is not known here. */
  chainStatus: v.optional(v.nullable(v.string())),
  /** Of a replaced one: the transaction that took its nonce. */
  replacedBy: v.optional(v.nullable(v.string())),
  /** Of one in a block: the block's Bitcoin height. */
  burnHeight: v.optional(v.nullable(v.number())),
  /** When its transaction became known, milliseconds since 1970. */
  sentAt: v.optional(v.nullable(v.number())),
  /** When it was last looked at, once it is old, and when somebody asked for it again. */
  lookedAt: v.optional(v.nullable(v.number())),
  resumedAt: v.optional(v.nullable(v.number())),
  nonce: v.nullable(v.number()),
  feeMicroStx: v.nullable(v.string()),
  /** Somebody else pays the fee. */
  sponsored: v.optional(v.boolean()),
  /** Where the account stood when its wallet was first asked; null: it was not. */
  baseline: v.optional(v.nullable(stacksBaseline)),
  /** Of a failed one: what the account has sent since; null: nobody has looked yet. */
  sent: v.optional(v.nullable(v.picklist(sentSince))),
  /** The wallet that was asked, by its id in wallet/stacks/wallets. */
  walletId: v.nullable(v.string()),
  /** While its wallet is asked: the host of the page, which the wallet's window names. */
  host: v.optional(v.nullable(v.string())),
  /** The wallet is asked for its account before it is asked to sign. */
  addressFirst: v.optional(v.boolean()),
  /** Of a wrong account: the one that the wallet answered or signed with, where that is known. */
  answeredBy: v.optional(v.nullable(v.string())),
  /** Only of a refused intent: what became of the transaction that was broadcast in its place. */
  broadcast: v.nullable(v.picklist(['pending', 'confirmed', 'aborted', 'dropped', 'replaced'])),
})
export type StacksIntent = v.InferOutput<typeof stacksIntent>

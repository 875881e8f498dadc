import * as v from 'valibot'

/** The three calls that a holder signs, and `call` for every other contract call (console). */
export const actions = ['enroll', 'opt-out', 'change-reward-address', 'call'] as const
export type Action = (typeof actions)[number]

/**
 * Why signing ended without a transaction. Each has its own sentence in words under
 * `signing.<code>`; the intent survives all of them.
 */
export const signingFailures = [
  'rejected',
  'timeout',
  'wrong-network',
  'wrong-account',
  'wallet-missing',
  'tab-closed',
  'no-tab',
  'wallet-error',
  'result-mismatch',
  'result-unreadable',
  'superseded-contract',
  'interrupted',
  'needs-signers',
] as const
export type SigningFailure = (typeof signingFailures)[number]

/**
 * What was asked of a wallet: the whole of what the result is compared with. `args` are serialized
 * Clarity values, hex without 0x.
 */
export const callRequest = v.object({
  deployment: v.string(),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  chainId: v.number(),
  contract: v.string(),
  functionName: v.string(),
  args: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]*$/))),
  account: v.string(),
  postConditionMode: v.picklist(['deny', 'allow']),
  /** Serialized post-conditions, hex. */
  postConditions: v.array(v.string()),
  /**
   * Instead of a call, `contract` is deployed from this source; `functionName` is then empty and
   * there are no arguments.
   */
  deploy: v.optional(v.object({ source: v.string(), clarityVersion: v.number() })),
})
export type CallRequest = v.InferOutput<typeof callRequest>

/**
 * The signing journal's entry, from the click to the chain's answer. `created` → `asking` (a wallet
 * has been asked; with a txid: what it sent is being checked) → `submitted` (checked) → `confirmed`
 * | `aborted` | `dropped` | `replaced`; `failed` can be retried and loses nothing; `refused`: what
 * came back was not what was asked. A `created` intent with the failure `no-tab` waits for the
 * toolbar button on its signing page.
 */
export const intent = v.object({
  id: v.string(),
  action: v.picklist(actions),
  request: callRequest,
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
  /** Contract error number of an aborted call, when the chain told one. */
  contractError: v.nullable(v.number()),
  /**
   * Of an aborted call: what undid it, and the family of the contract whose words its error number
   * has; absent or null: not known.
   */
  abortedBy: v.optional(v.nullable(v.picklist(['contract', 'post-condition']))),
  family: v.optional(v.nullable(v.picklist(['v1', 'v2', 'v3']))),
  nonce: v.nullable(v.number()),
  feeMicroStx: v.nullable(v.string()),
  /** The wallet that was asked, by its id in wallet/stacks/wallets. */
  walletId: v.nullable(v.string()),
  /** Only of a refused intent: what became of the transaction that was broadcast in its place. */
  broadcast: v.nullable(v.picklist(['pending', 'confirmed', 'aborted', 'dropped', 'replaced'])),
})
export type Intent = v.InferOutput<typeof intent>

import * as v from 'valibot'
import {
  describeError,
  tokenErrors,
  type ContractError,
  type Family,
} from '../../protocol/dual-stacking/errors.ts'
import type { ApiTransaction } from './answers.ts'
import { cUint, decodeClarity } from './clarity.ts'
import type { StacksReadFailure, StacksClient } from './client.ts'

type Sent = { nonce: number | null; feeMicroStx: bigint | null }

/**
 * What became of a transaction. `aborted`: in a block, undone: by the contract's own error (with
 * its number and words, as far as known) or by a post-condition. `replaced`: another transaction
 * took its nonce (`by` when the host says which). Heights: Bitcoin and Stacks; time in seconds
 * since 1970.
 */
export type TransactionUpdate =
  | ({ state: 'pending' } & Sent)
  | ({
      state: 'confirmed'
      burnHeight: number | null
      stacksHeight: number | null
      blockTime: number | null
    } & Sent)
  | ({
      state: 'aborted'
      by: 'contract'
      errorNumber: number | null
      error: ContractError | null
    } & Sent)
  | ({ state: 'aborted'; by: 'post-condition' } & Sent)
  | ({
      state: 'dropped'
      why: 'too-expensive' | 'too-old' | 'problematic' | 'fork' | 'vanished'
    } & Sent)
  | ({ state: 'replaced'; by: string | null } & Sent)

/**
 * The transaction to track. `sentAt`: milliseconds since 1970; sender and nonce tell a replaced
 * transaction from a forgotten one.
 */
export type TrackedTransaction = {
  txid: string
  family: Family
  sentAt: number
  sender?: string | null
  nonce?: number | null
}

// A fresh transaction takes a while to reach every host; one that nobody knows after an hour never
// will be mined.
const UNSEEN_MS = 3_600_000

const errorResponse = v.object({ err: cUint })

const updateFrom = (transaction: ApiTransaction, family: Family): TransactionUpdate => {
  const sent: Sent = { nonce: transaction.nonce ?? null, feeMicroStx: transaction.fee_rate ?? null }
  switch (transaction.tx_status) {
    case 'success':
      return transaction.canonical === false
        ? { state: 'pending', ...sent }
        : {
            state: 'confirmed',
            burnHeight: transaction.burn_block_height ?? null,
            stacksHeight: transaction.block_height ?? null,
            blockTime: transaction.block_time ?? transaction.burn_block_time ?? null,
            ...sent,
          }
    case 'abort_by_response': {
      const parsed = v.safeParse(errorResponse, decodeClarity(transaction.tx_result?.hex ?? ''))
      const errorNumber = parsed.success ? Number(parsed.output.err) : null
      const error =
        errorNumber === null
          ? null
          : (tokenErrors[errorNumber] ?? describeError(family, errorNumber))
      return { state: 'aborted', by: 'contract', errorNumber, error, ...sent }
    }
    case 'abort_by_post_condition':
      return { state: 'aborted', by: 'post-condition', ...sent }
    case 'dropped_replace_by_fee':
    case 'dropped_replace_across_fork':
      return { state: 'replaced', by: transaction.replaced_by_tx_id ?? null, ...sent }
    case 'dropped_too_expensive':
      return { state: 'dropped', why: 'too-expensive', ...sent }
    case 'dropped_stale_garbage_collect':
      return { state: 'dropped', why: 'too-old', ...sent }
    case 'dropped_problematic':
      return { state: 'dropped', why: 'problematic', ...sent }
    default:
      return transaction.tx_status.startsWith('dropped')
        ? { state: 'dropped', why: 'vanished', ...sent }
        : { state: 'pending', ...sent }
  }
}

/**
 * Asks what became of a transaction: one request, a second one (the sender's nonce) when the host
 * does not know it. A transaction that no host knows is `pending` for an hour, then `dropped`, or
 * `replaced` as soon as its nonce is used.
 */
export const trackTransaction = async (
  client: StacksClient,
  { txid, family, sentAt, sender = null, nonce = null }: TrackedTransaction,
): Promise<{ ok: true; news: TransactionUpdate } | { ok: false; failure: StacksReadFailure }> => {
  const answer = await client.transaction(txid, { offset: 0, limit: 0 }, { urgency: 'person' })
  if (answer.ok) return { ok: true, news: updateFrom(answer.value, family) }
  if (answer.failure.code !== 'not-found') return answer
  const sent: Sent = { nonce, feeMicroStx: null }
  const account = sender !== null && nonce !== null ? await client.account(sender) : undefined
  if (account?.ok && account.value.nonce > nonce!)
    return { ok: true, news: { state: 'replaced', by: null, ...sent } }
  return {
    ok: true,
    news:
      client.http.clock.now() - sentAt < UNSEEN_MS
        ? { state: 'pending', ...sent }
        : { state: 'dropped', why: 'vanished', ...sent },
  }
}

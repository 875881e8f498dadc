import * as v from 'valibot'
import type { ApiTransaction } from './answers.ts'
import { cUint, decodeClarity } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { StacksReadFailure } from './stacks-read.ts'

type SentFields = { nonce: number | null; feeMicroStx: bigint | null }

/**
 * The state of a transaction. `aborted`: in a block but undone, by the contract's own error (with
 * its number, where it can be read) or by a post-condition. `replaced`: another transaction took
 * its nonce (`by` when the host says which). Heights of Bitcoin and Stacks; time in seconds since 1970.
 */
export type TransactionUpdate =
  | ({ state: 'pending' } & SentFields)
  | ({
      state: 'confirmed'
      burnHeight: number | null
      stacksHeight: number | null
      blockTime: number | null
    } & SentFields)
  | ({
      state: 'aborted'
      by: 'contract'
      errorNumber: number | null
    } & SentFields)
  | ({ state: 'aborted'; by: 'post-condition' } & SentFields)
  | ({
      state: 'dropped'
      why: 'too-expensive' | 'too-old' | 'problematic' | 'fork' | 'vanished'
    } & SentFields)
  | ({ state: 'replaced'; by: string | null } & SentFields)

/**
 * The transaction to track. `sentAt`: milliseconds since 1970; sender and nonce distinguish a
 * replaced transaction from a lost one.
 */
export type TrackedTransaction = {
  txid: string
  sentAt: number
  sender?: string | null
  nonce?: number | null
}

// A fresh transaction takes a while to reach every host; one that no host knows after an hour will
// never be mined.
const UNSEEN_MS = 3_600_000

const errorResponse = v.object({ err: cUint })

/** The contract's own error in an aborted transaction's result. */
function abortedByContract(
  transaction: ApiTransaction,
): Pick<
  Extract<TransactionUpdate, { state: 'aborted'; by: 'contract' }>,
  'state' | 'by' | 'errorNumber'
> {
  const parsed = v.safeParse(errorResponse, decodeClarity(transaction.tx_result?.hex ?? ''))
  const errorNumber = parsed.success ? Number(parsed.output.err) : null
  return { state: 'aborted', by: 'contract', errorNumber }
}

const updateFrom = (transaction: ApiTransaction): TransactionUpdate => {
  const sent: SentFields = {
    nonce: transaction.nonce ?? null,
    feeMicroStx: transaction.fee_rate ?? null,
  }
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
    case 'abort_by_response':
      return { ...abortedByContract(transaction), ...sent }
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
 * Reads the state of a transaction: one request, and a second one (the sender's nonce) when the
 * host does not know it. A transaction that no host knows is `pending` for an hour, then `dropped`,
 * or `replaced` as soon as its nonce is used.
 */
export const trackTransaction = async (
  client: StacksClient,
  { txid, sentAt, sender = null, nonce = null }: TrackedTransaction,
): Promise<{ ok: true; news: TransactionUpdate } | { ok: false; failure: StacksReadFailure }> => {
  const answer = await client.transaction(txid, { offset: 0, limit: 0 }, { urgency: 'person' })
  if (answer.ok) return { ok: true, news: updateFrom(answer.value) }
  if (answer.failure.code !== 'not-found') return answer
  const sent: SentFields = { nonce, feeMicroStx: null }
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

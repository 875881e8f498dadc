import type { ApiTransaction } from './answers.ts'
import type { StacksClient } from './client.ts'
import type { StacksReadFailure } from './stacks-read.ts'
import { endOf, type DropReason, type Undoing } from './transaction-end.ts'

/** `sponsored`: somebody else pays the fee. */
type SentFields = { nonce: number | null; feeMicroStx: bigint | null; sponsored?: true }

/**
 * How a transaction stands, by the table in transaction-end. `pending` with a `doubt`: the account
 * is past its nonce, so that it can hardly be mined any more; `unseen`: the host does not know it.
 * `aborted`: with the contract's own error number, where there is one. `replaced`: another
 * transaction took its nonce (`by` when it is known which). `unknown`: the host's own word for it.
 * Heights: Bitcoin and Stacks; time in seconds since 1970.
 */
export type TransactionUpdate =
  | ({ state: 'pending'; doubt?: 'nonce-passed'; unseen?: boolean } & SentFields)
  | ({
      state: 'confirmed'
      burnHeight: number | null
      stacksHeight: number | null
      blockTime: number | null
    } & SentFields)
  | ({
      state: 'aborted'
      by: Undoing
      errorNumber: number | null
      burnHeight: number | null
    } & SentFields)
  | ({ state: 'dropped'; why: DropReason } & SentFields)
  | ({ state: 'replaced'; by: string | null } & SentFields)
  | ({ state: 'unknown'; status: string } & SentFields)

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

export type Tracking =
  | { ok: true; news: TransactionUpdate }
  | { ok: false; failure: StacksReadFailure }

// A fresh transaction takes a while to reach every host; one that no host knows after an hour will
// hardly ever be mined.
const UNSEEN_MS = 3_600_000
/** Until then a nonce that has moved on may be the transaction's own, not yet indexed. */
const DOUBT_MS = 600_000
const LATEST = 50

const updateFrom = (transaction: ApiTransaction): TransactionUpdate => {
  const sent: SentFields = {
    nonce: transaction.nonce ?? null,
    feeMicroStx: transaction.fee_rate ?? null,
    ...(transaction.sponsored && { sponsored: true as const }),
  }
  const { end, errorNumber } = endOf(transaction)
  const burnHeight = transaction.burn_block_height ?? null
  if (end === undefined) return { state: 'unknown', status: transaction.tx_status, ...sent }
  switch (end.state) {
    case 'confirmed':
      return {
        state: 'confirmed',
        burnHeight,
        stacksHeight: transaction.block_height ?? null,
        blockTime: transaction.block_time ?? transaction.burn_block_time ?? null,
        ...sent,
      }
    case 'aborted':
      return { ...end, errorNumber, burnHeight, ...sent }
    case 'replaced':
      return { state: 'replaced', by: transaction.replaced_by_tx_id ?? null, ...sent }
    default:
      return { ...end, ...sent }
  }
}

/** The transaction without arguments or events; what is asked of every way the same. */
const ask = (client: StacksClient, txid: string) =>
  client.transaction(txid, { offset: 0, limit: 0 }, { urgency: 'person' })

const isSame = (one: string, other: string): boolean =>
  one.replace(/^0x/, '').toLowerCase() === other.replace(/^0x/, '').toLowerCase()

/**
 * What became of a transaction that the API does not know although its nonce is used: replaced when
 * a mined one with that nonce is known, or when the API has indexed as far as its node and still
 * does not know it; undefined while that is open.
 */
const findReplacement = async (
  client: StacksClient,
  { txid, sender, nonce }: { txid: string; sender: string; nonce: number },
): Promise<TransactionUpdate | undefined> => {
  const sent: SentFields = { nonce, feeMicroStx: null }
  const tip = await client.tip()
  const latest = await client.transactionsOf(sender, LATEST)
  const mined = latest.ok
    ? latest.value.find(
        (other) =>
          other.tx_id !== '' &&
          other.sender_address === sender &&
          other.nonce === nonce &&
          typeof other.block_height === 'number',
      )
    : undefined
  if (mined && isSame(mined.tx_id, txid)) return updateFrom(mined)
  if (mined) return { state: 'replaced', by: mined.tx_id, ...sent }
  const indexed = await client.apiHeight()
  const isCaughtUp = tip.ok && indexed.ok && indexed.value >= tip.value.stacksHeight
  if (!isCaughtUp) return undefined
  const again = await ask(client, txid)
  if (again.ok) return updateFrom(again.value)
  return again.failure.code === 'not-found' ? { state: 'replaced', by: null, ...sent } : undefined
}

/**
 * Reads how a transaction stands: one request; one more (the sender's nonce) when it waits for more
 * than ten minutes or the host does not know it, and up to four more when that nonce is used. A
 * transaction that no host knows is `pending` for an hour, then `dropped`.
 */
export const trackTransaction = async (
  client: StacksClient,
  { txid, sentAt, sender = null, nonce = null }: TrackedTransaction,
): Promise<Tracking> => {
  const answer = await ask(client, txid)
  if (!answer.ok && answer.failure.code !== 'not-found') return answer
  const sent: SentFields = { nonce, feeMicroStx: null }
  const age = client.http.clock.now() - sentAt
  const update: TransactionUpdate = answer.ok
    ? updateFrom(answer.value)
    : { state: 'pending', unseen: true, ...sent }
  const isOpen = !answer.ok || (update.state === 'pending' && age > DOUBT_MS)
  const number = nonce ?? update.nonce
  const account =
    isOpen && sender !== null && number !== null ? await client.account(sender) : undefined
  const isPassed = account?.ok === true && number !== null && account.value.nonce > number
  if (answer.ok)
    return {
      ok: true,
      news: isPassed && update.state === 'pending' ? { ...update, doubt: 'nonce-passed' } : update,
    }
  if (isPassed && sender !== null && number !== null) {
    const found = await findReplacement(client, { txid, sender, nonce: number })
    return {
      ok: true,
      news: found ?? { state: 'pending', unseen: true, doubt: 'nonce-passed', ...sent },
    }
  }
  return {
    ok: true,
    news: age < UNSEEN_MS ? update : { state: 'dropped', why: 'vanished', ...sent },
  }
}

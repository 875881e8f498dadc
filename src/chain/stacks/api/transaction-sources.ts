import type * as v from 'valibot'
import { answered, type Answer } from '../../http/answer.ts'
import type { HttpRequest } from '../../http/client.ts'
import { rawTransactionAnswer, transactionAnswer, type ApiTransaction } from '../answers.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'
import { rawTransactionNode } from './raw-transaction-node.ts'
import { transactionEventsV3, transactionV3 } from './transaction-v3.ts'

/** Asks a path and parses its answer, from the cache where that may serve. */
export type AskCached = <S extends v.GenericSchema>(
  schema: S,
  request: HttpRequest,
  options?: ReadOptions,
) => Promise<Answer<v.InferOutput<S>>>

/** A part of a transaction's events; `limit` 0: none. */
export interface EventPart {
  offset: number
  limit: number
}

const prefixed = (txid: string): string => `0x${txid.replace(/^0x/, '')}`

/**
 * A transaction with a part of its events: v3 first; v1 while it lives, which alone tells why a
 * transaction was dropped and what replaced it. `not-found`: no source knows it.
 */
export const askTransaction = (
  ask: AskCached,
  txid: string,
  part: EventPart,
  options?: ReadOptions,
): Promise<Answer<ApiTransaction>> => {
  const id = prefixed(txid)
  const v3 = `/extended/v3/transactions/${id}`

  const fromV3 = async (): Promise<Answer<ApiTransaction>> => {
    const summary = await ask(transactionV3, { path: `${v3}?include=result` }, options)
    // The events of a transaction that is in no block are a bad request.
    if (!summary.ok || part.limit === 0 || typeof summary.value.block_height !== 'number')
      return summary
    const path = `${v3}/events?cursor=${part.offset}&limit=${part.limit}`
    const page = await ask(transactionEventsV3, { path }, options)
    if (!page.ok) return page
    const events = page.value.results.map((event) => ({ ...event, tx_id: id }))
    return answered({ ...summary.value, events, event_count: page.value.total })
  }

  const fromV1 = () => {
    const query = `event_offset=${part.offset}&event_limit=${part.limit}&exclude_function_args=true`
    return ask(transactionAnswer, { path: `/extended/v1/tx/${id}?${query}` }, options)
  }

  return askInOrder([fromV3, fromV1], ({ code }) => code === 'not-found')
}

/**
 * A transaction as it was signed, hex with 0x: from the node, where it keeps an index of
 * transactions and the host passes the path on, else from v1 while it lives.
 */
export const askRawTransaction = (
  ask: AskCached,
  txid: string,
  options?: ReadOptions,
): Promise<Answer<string>> => {
  const id = prefixed(txid)
  const fromV1 = async () => {
    const answer = await ask(rawTransactionAnswer, { path: `/extended/v1/tx/${id}/raw` }, options)
    return answer.ok ? answered(answer.value.raw_tx) : answer
  }
  const fromNode = async () => {
    const answer = await ask(
      rawTransactionNode,
      { path: `/v3/transaction/${id.slice(2)}` },
      options,
    )
    return answer.ok ? answered(answer.value.tx) : answer
  }
  return askInOrder([fromV1, fromNode], ({ code }) => code === 'not-found')
}

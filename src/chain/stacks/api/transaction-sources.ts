import { stripHexPrefix } from '../../hex.ts'
import { answered, type Answer } from '../../http/answer.ts'
import {
  rawTransactionAnswer,
  transactionAnswer,
  type ApiEvent,
  type ApiTransaction,
} from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'
import { rawTransactionNode } from './raw-transaction-node.ts'
import { transactionEventsV3, transactionV3 } from './transaction-v3.ts'

/** A part of a transaction's events; `limit` 0: none. */
export interface EventPart {
  offset: number
  limit: number
}

/** Events of a mined transaction, in their order, and how many it has in all. */
export interface TransactionEvents {
  events: ApiEvent[]
  total: number
}

const prefixed = (txid: string): string => `0x${stripHexPrefix(txid)}`

const v3Path = (id: string): string => `/extended/v3/transactions/${id}`

const askEventsV3 = async (
  ask: AskCached,
  id: string,
  part: EventPart,
  options?: ReadOptions,
): Promise<Answer<TransactionEvents>> => {
  const path = `${v3Path(id)}/events?cursor=${part.offset}&limit=${part.limit}`
  const page = await ask(transactionEventsV3, { path }, options)
  if (!page.ok) return page
  const { results, total } = page.value
  return answered({ events: results.map((event) => ({ ...event, tx_id: id })), total })
}

const askTransactionV1 = (
  ask: AskCached,
  id: string,
  part: EventPart,
  options?: ReadOptions,
): Promise<Answer<ApiTransaction>> => {
  const query = `event_offset=${part.offset}&event_limit=${part.limit}&exclude_function_args=true`
  return ask(transactionAnswer, { path: `/extended/v1/tx/${id}?${query}` }, options)
}

/**
 * A transaction with a part of its events: v3 first; v1 while it lives, which alone tells why a
 * transaction was dropped and what replaced it. `not-found`: no source knows it. One request
 * without events, two with them.
 */
export const askTransaction = (
  ask: AskCached,
  txid: string,
  part: EventPart,
  options?: ReadOptions,
): Promise<Answer<ApiTransaction>> => {
  const id = prefixed(txid)

  const fromV3 = async (): Promise<Answer<ApiTransaction>> => {
    const summary = await ask(transactionV3, { path: `${v3Path(id)}?include=result` }, options)
    // The events of a transaction that is in no block are a bad request.
    if (!summary.ok || part.limit === 0 || typeof summary.value.block_height !== 'number')
      return summary
    const page = await askEventsV3(ask, id, part, options)
    if (!page.ok) return page
    return answered({ ...summary.value, events: page.value.events, event_count: page.value.total })
  }

  return askInOrder(
    [fromV3, () => askTransactionV1(ask, id, part, options)],
    ({ code }) => code === 'not-found',
  )
}

/**
 * A part of the events of a transaction that is known to be mined, at most 100, and nothing else of
 * it. One request.
 */
export const askTransactionEvents = (
  ask: AskCached,
  txid: string,
  part: EventPart,
  options?: ReadOptions,
): Promise<Answer<TransactionEvents>> => {
  const id = prefixed(txid)
  const fromV1 = async () => {
    const answer = await askTransactionV1(ask, id, part, options)
    if (!answer.ok) return answer
    const { events, event_count: count } = answer.value
    const isLast = events.length < part.limit
    return answered({
      events,
      total: count ?? part.offset + events.length + (isLast ? 0 : part.limit),
    })
  }
  // To a transaction that it does not have, v3 answers that the request is bad.
  return askInOrder(
    [() => askEventsV3(ask, id, part, options), fromV1],
    ({ code }) => code === 'not-found' || code === 'refused',
  )
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

/** The arguments of a call as hex, in their order; null when the transaction is no call. */
export const askTransactionArguments = (
  ask: AskCached,
  txid: string,
  options?: ReadOptions,
): Promise<Answer<string[] | null>> => {
  const id = prefixed(txid)
  const argumentsFrom =
    (schema: typeof transactionV3 | typeof transactionAnswer, path: string) =>
    async (): Promise<Answer<string[] | null>> => {
      const answer = await ask(schema, { path }, options)
      if (!answer.ok) return answer
      const call = answer.value.contract_call
      return answered(call ? (call.function_args ?? []).map(({ hex }) => hex) : null)
    }
  return askInOrder(
    [
      argumentsFrom(transactionV3, `/extended/v3/transactions/${id}?include=function_args`),
      argumentsFrom(transactionAnswer, `/extended/v1/tx/${id}?event_limit=1`),
    ],
    ({ code }) => code === 'not-found',
  )
}

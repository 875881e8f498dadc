import { answered, type Answer } from '../http/answer.ts'
import type { HttpOptions } from '../http/client.ts'
import { statusAnswer, transactionsAnswer } from './answers.ts'
import { askTokenBalance } from './api/token-balance.ts'
import {
  askTransaction,
  askTransactionArguments,
  askTransactionEvents,
  type EventPart,
} from './api/transaction-sources.ts'
import { askTransactionsOf } from './api/transactions-of.ts'
import type { CachedRequests } from './cached-requests.ts'
import type { PageRange, ReadOptions } from './read-options.ts'

const callsPath = (contract: string, name: string, { limit, offset }: PageRange) =>
  `/extended/v1/tx?contract_id=${contract}&function_name=${encodeURIComponent(name)}` +
  `&limit=${limit}&offset=${offset}&exclude_function_args=true`

/** Answers of the API next to a node, under `/extended`. Lists: newest first, at most 50 a page. */
export const createApiCalls = ({ ask, askCached }: CachedRequests) => ({
  /** The Stacks height that the API has indexed, which may lag behind its node. */
  apiHeight: async (options?: HttpOptions): Promise<Answer<number>> => {
    const answer = await ask(statusAnswer, { path: '/extended' }, options)
    return answer.ok ? answered(answer.value.chain_tip.block_height) : answer
  },

  /** The Bitcoin height that the API has indexed; null where it does not tell. */
  apiBurnHeight: async (options?: HttpOptions): Promise<Answer<number | null>> => {
    const answer = await ask(statusAnswer, { path: '/extended' }, options)
    return answer.ok ? answered(answer.value.chain_tip.burn_block_height ?? null) : answer
  },

  /** A principal's balance of one token, by its asset id (`contract::name`). */
  tokenBalance: (principal: string, asset: string, options?: ReadOptions) =>
    askTokenBalance(askCached, principal, asset, options),

  /**
   * A transaction with a part of its events, in their order; `not-found` when the host does not
   * know it. Two requests with events, one without.
   */
  transaction: (txid: string, events: EventPart = { offset: 0, limit: 0 }, options?: ReadOptions) =>
    askTransaction(askCached, txid, events, options),

  /** A part of the events of a mined transaction, at most 100, and how many it has. */
  transactionEvents: (txid: string, events: EventPart, options?: ReadOptions) =>
    askTransactionEvents(askCached, txid, events, options),

  /** The arguments of a call, as hex; null when the transaction is not a call. */
  transactionArguments: (txid: string, options?: ReadOptions) =>
    askTransactionArguments(askCached, txid, options),

  /** Calls of one function of a contract, without their arguments, from v1 while it lives. */
  calls: (contract: string, name: string, range: PageRange, options?: ReadOptions) =>
    askCached(transactionsAnswer, { path: callsPath(contract, name, range) }, options),

  /**
   * The newest transactions that an address sent or took part in, at most 50. v3 leaves out the
   * arguments of calls: `transactionArguments` has them.
   */
  transactionsOf: (principal: string, limit: number, options?: ReadOptions) =>
    askTransactionsOf(askCached, principal, limit, options),
})

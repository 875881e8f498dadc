import { answered, type Answer } from '../../http/answer.ts'
import { transactionsAnswer } from '../answers.ts'
import type { StacksClient } from '../client.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'
import type { CallsAsked, CallsPage } from './calls-page.ts'
import { walkContractCalls } from './walk-contract-calls.ts'

/**
 * The calls of one function of a contract, at most 50. v1, which alone filters, is asked first
 * while it lives: one request. Without it all transactions of the contract are walked through, one
 * request for every 50 of them, once: what has been seen is remembered.
 */
export const askContractCalls = (
  client: StacksClient,
  contract: string,
  asked: CallsAsked,
  options: ReadOptions = {},
): Promise<Answer<CallsPage>> => {
  const { name, limit, offset, since = 0 } = asked
  const fromV1 = async (): Promise<Answer<CallsPage>> => {
    const filter = `contract_id=${contract}&function_name=${encodeURIComponent(name)}`
    const path = `/extended/v1/tx?${filter}&limit=${limit}&offset=${offset}`
    const answer = await client.askCached(
      transactionsAnswer,
      { path: `${path}&exclude_function_args=true` },
      options,
    )
    if (!answer.ok) return answer
    const { results } = answer.value
    const oldest = results.at(-1)?.block_height ?? since
    return answered({ results, isLast: results.length < limit || oldest < since, requests: 1 })
  }
  const fromWalk = () => walkContractCalls(client, contract, asked, options)
  return askInOrder([fromV1, fromWalk], ({ code }) => code === 'not-found')
}

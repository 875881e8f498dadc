import * as v from 'valibot'
import { answered, failed, type Answer } from '../../http/answer.ts'
import { height, optionalField, transactionsAnswer, type ApiTransaction } from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'
import { transactionV3 } from './transaction-v3.ts'

const MOST = 50
const waitingV3 = v.object({ total: optionalField(height), results: v.array(transactionV3) })

/**
 * The transactions of an address that wait for a block; `bad-answer` when one of them cannot be
 * identified or there are more than the answer has.
 */
export async function askWaitingOf(
  ask: AskCached,
  principal: string,
  options?: ReadOptions,
): Promise<Answer<ApiTransaction[]>> {
  const v3 = `/extended/v3/principals/${principal}/mempool/transactions?limit=${MOST}`
  const v1 = `/extended/v1/address/${principal}/mempool?limit=${MOST}&offset=0`
  const answer = await askInOrder<{ results: ApiTransaction[]; total?: number | null | undefined }>(
    [
      () => ask(waitingV3, { path: v3 }, options),
      () => ask(transactionsAnswer, { path: v1 }, options),
    ],
    ({ code }) => code === 'not-found',
  )
  if (!answer.ok) return answer
  const { results, total } = answer.value
  const isWhole = total ? results.length >= total : results.length < MOST
  return isWhole && results.every(({ tx_id: id }) => id !== '')
    ? answered(results)
    : failed('bad-answer')
}

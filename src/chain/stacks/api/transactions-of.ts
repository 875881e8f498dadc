import * as v from 'valibot'
import { answered, type Answer } from '../../http/answer.ts'
import { listOf } from '../../list-of.ts'
import { MOST_LISTED, transactionsAnswer, type ApiTransaction } from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import { chainPositionOf, isBefore } from '../chain-position.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'
import { transactionV3 } from './transaction-v3.ts'

const transactionsV3 = v.object({
  results: listOf(v.object({ transaction: transactionV3 }), { most: MOST_LISTED }),
})

const byPlace = (a: ApiTransaction, b: ApiTransaction): number => {
  const [one, other] = [chainPositionOf(a), chainPositionOf(b)]
  if (isBefore(one, other)) return 1
  return isBefore(other, one) ? -1 : 0
}

/**
 * The newest transactions that an address sent or took part in, newest first. The list of v1 is not
 * always in order, so it is put in order here.
 */
export const askTransactionsOf = (
  ask: AskCached,
  principal: string,
  limit: number,
  options?: ReadOptions,
): Promise<Answer<ApiTransaction[]>> => {
  const fromV3 = async () => {
    const path = `/extended/v3/principals/${principal}/transactions?limit=${limit}`
    const answer = await ask(transactionsV3, { path }, options)
    return answer.ok ? answered(answer.value.results.map((row) => row.transaction)) : answer
  }
  const fromV1 = async () => {
    const path = `/extended/v1/address/${principal}/transactions?limit=${limit}&offset=0`
    const answer = await ask(transactionsAnswer, { path }, options)
    return answer.ok ? answered(answer.value.results.toSorted(byPlace)) : answer
  }
  return askInOrder([fromV3, fromV1], ({ code }) => code === 'not-found')
}

import { answered, type Answer } from '../../http/answer.ts'
import { balancesAnswer, tokenBalanceAnswer } from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import type { ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'

/** What a principal has of one token, in its smallest unit; 0 when it never had any. */
export const askTokenBalance = (
  ask: AskCached,
  principal: string,
  asset: string,
  options?: ReadOptions,
): Promise<Answer<bigint>> => {
  const fromV3 = async () => {
    const path = `/extended/v3/principals/${principal}/balances/ft/${asset}`
    const answer = await ask(tokenBalanceAnswer, { path }, options)
    return answer.ok ? answered(answer.value.balance) : answer
  }
  const fromV1 = async () => {
    const path = `/extended/v1/address/${principal}/balances`
    const answer = await ask(balancesAnswer, { path }, options)
    return answer.ok ? answered(answer.value.fungible_tokens[asset]?.balance ?? 0n) : answer
  }
  return askInOrder([fromV3, fromV1], ({ code }) => code === 'not-found')
}

import * as v from 'valibot'
import { answered, type Answer } from '../../http/answer.ts'
import { height } from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import type { ReadOptions } from '../read-options.ts'

/** Low, middle and high; microSTX. */
const feesAnswer = v.object({
  estimations: v.pipe(v.array(v.object({ fee: height })), v.minLength(1)),
})

/** Bytes of a transaction beside its payload, at most. */
const FRAME = 200

/** What a node expects a transaction with this payload (hex) to cost, lowest first; microSTX. */
export async function estimateFees(
  ask: AskCached,
  payload: string,
  options?: ReadOptions,
): Promise<Answer<bigint[]>> {
  const body = { transaction_payload: payload, estimated_len: payload.length / 2 + FRAME }
  const path = '/v2/fees/transaction'
  const answer = await ask(feesAnswer, { path, method: 'POST', body }, options)
  if (!answer.ok) return answer
  const fees = answer.value.estimations.map(({ fee }) => fee)
  return answered(fees.toSorted((a, b) => a - b).map(BigInt))
}

/** What a node expects a transaction with this payload (hex) to cost at most; microSTX. */
export async function estimateFee(
  ask: AskCached,
  payload: string,
  options?: ReadOptions,
): Promise<Answer<bigint>> {
  const fees = await estimateFees(ask, payload, options)
  return fees.ok ? answered(fees.value.at(-1)!) : fees
}

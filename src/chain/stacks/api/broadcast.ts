import * as v from 'valibot'
import type { Failure } from '../../http/answer.ts'
import type { HttpClient } from '../../http/client.ts'
import { transactionId } from '../answers.ts'

/**
 * What a node said of a signed transaction: it waits for a block (id without 0x), or why not.
 * `reason`: the node's own word, such as `BadNonce` or `ConflictingNonceInMempool`; null: the host
 * did not answer as nodes do, and it is not known whether the transaction waits.
 */
export type Broadcast =
  | { ok: true; txid: string }
  | { ok: false; reason: string | null; failure: Failure }

const rejected = v.pipe(
  v.string(),
  v.regex(/"reason"\s*:\s*"(\w{1,60})"/),
  v.transform((text) => /"reason"\s*:\s*"(\w{1,60})"/.exec(text)![1]!),
)

/** Hands a signed transaction (hex without 0x) to a node. Repeating it changes nothing. */
export async function broadcast(http: HttpClient, raw: string): Promise<Broadcast> {
  const answer = await http.request(
    { path: '/v2/transactions', method: 'POST', body: { tx: raw } },
    (json) => {
      const parsed = v.safeParse(transactionId, json)
      return parsed.success ? parsed.output : undefined
    },
    { urgency: 'person' },
  )
  if (answer.ok) return { ok: true, txid: answer.value.replace(/^0x/, '') }
  const { failure } = answer
  const reason = v.safeParse(rejected, failure.code === 'refused' ? failure.text : undefined)
  return { ok: false, reason: reason.success ? reason.output : null, failure }
}

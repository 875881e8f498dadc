import { type Answer, answered, failed } from '../http/answer.ts'
import type { DuskClient } from './client.ts'
import { decodeSentCall, type SentDuskCall } from './decode-sent-call.ts'

/**
 * What a transaction's own node says that it does; null when it is in no block and no mempool that
 * the node sees. The chain is the node's own where the transaction does not name it.
 */
export const fetchSentDuskCall = async (
  client: DuskClient,
  hash: string,
): Promise<Answer<SentDuskCall | null>> => {
  const id = hash.replace(/^0x/i, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(id)) return failed('bad-answer')
  const answer = await client.sent(id)
  if (!answer.ok) return answer
  const { tx, mempoolTx } = answer.value
  const found = tx?.tx ?? mempoolTx
  if (!found) return answered(null)
  const sent = decodeSentCall(found)
  if (sent.chainId !== null) return answered(sent)
  const info = await client.info()
  const chainId = info.ok && info.value.chain_id !== null ? BigInt(info.value.chain_id) : null
  return answered({ ...sent, chainId })
}

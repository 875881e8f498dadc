import { answered, failed, type Answer } from '../../chain/http/answer.ts'
import { askRawTransaction } from '../../chain/stacks/api/transaction-sources.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { decodeSignedTransaction } from './decode-signed-transaction.ts'
import { fetchSentCall, type FetchedCall } from './fetch-sent-call.ts'

const options = { urgency: 'person' } as const
const bare = (txid: string): string => txid.toLowerCase().replace(/^0x/, '')

/**
 * The same as `fetchSentCall` with what hosts leave out: the chain is the host's own, and what was
 * signed has the post-conditions and their mode. What no host tells stays null.
 */
export async function fetchWholeCall(
  client: StacksClient,
  txid: string,
): Promise<Answer<FetchedCall | null>> {
  const answer = await fetchSentCall(client, txid)
  // Of one that waits for a block a host may leave out nearly everything.
  if (!answer.ok && answer.failure.code !== 'slow') return answer
  const told = answer.ok ? answer.value : untold
  if (told === null) return answered(null)
  if (!('contract' in told) || told.postConditionMode === null || told.conditionCount > 0) {
    const raw = await askRawTransaction(client.askCached, txid, options)
    const signed = raw.ok ? decodeSignedTransaction(raw.value) : undefined
    if (signed && bare(signed.txid) === bare(txid)) {
      const { nonce, feeMicroStx, call } = signed
      return answered(call && { ...told, ...call, nonce, feeMicroStx })
    }
  }
  if (!('contract' in told)) return failed('slow')
  const tip = await client.tip({ ...options, maxAgeMs: 3_600_000 })
  return answered({ ...told, chainId: tip.ok ? tip.value.chainId : null })
}

const untold = { height: null, blockTime: null, receivedAt: null }

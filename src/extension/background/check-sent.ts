import { answered, failed, type Answer } from '../../chain/http/answer.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Intent } from '../../wallet/intent.ts'
import { difference, type SentCall } from '../../wallet/stacks/compare.ts'
import { fetchSentCall } from '../../wallet/stacks/sent.ts'
import { readSigned } from '../../wallet/stacks/signed.ts'
import type { Store } from '../storage/store.ts'
import { happen } from './journal.ts'

// A host that has not heard of a transaction after this long will hardly ever say what it is.
const PATIENCE_MS = 15 * 60_000

/**
 * Fetches what a wallet says that it has sent and compares it with what was asked. Until a host
 * knows it, the intent stays as it is.
 */
export async function checkSent(
  store: Store,
  client: StacksClient,
  intent: Intent,
): Promise<Intent | undefined> {
  const answer = await fetchSent(client, intent)
  if (answer.ok)
    return happen(store, intent.id, {
      type: 'checked',
      failure: answer.value
        ? (difference(intent.request, answer.value) ?? null)
        : 'result-mismatch',
    })
  const late = Date.now() - intent.updatedAt > PATIENCE_MS
  return answer.failure.code === 'not-found' && late
    ? happen(store, intent.id, { type: 'checked', failure: 'result-unreadable' })
    : intent
}

/**
 * A host's own words leave out the amounts of conditions: what moves assets is compared as it was
 * signed.
 */
async function fetchSent(
  client: StacksClient,
  { txid, request }: Intent,
): Promise<Answer<SentCall | null>> {
  if (request.postConditions.length === 0) return fetchSentCall(client, txid!)
  const raw = await client.rawTransaction(txid!, { urgency: 'person' })
  if (!raw.ok) return raw
  const signed = readSigned(raw.value)
  return signed ? answered(signed.call) : failed('bad-answer')
}

import * as v from 'valibot'
import { stripHexPrefix } from '../../../chain/hex.ts'
import { answered, failed, type Answer } from '../../../chain/http/answer.ts'
import type { StacksClient } from '../../../chain/stacks/client.ts'
import { encodeApiConditions } from '../../../wallet/stacks/encode-api-conditions.ts'
import type { FetchedCall } from '../../../wallet/stacks/fetch-sent-call.ts'
import { fetchWholeCall } from '../../../wallet/stacks/fetch-whole-call.ts'
import { judgeFetchedCall } from '../../../wallet/stacks/judge-fetched-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { keepAccounts } from '../signing/host-accounts.ts'
import type { StacksSigning } from './stacks-signing.ts'

// A host that has not heard of a transaction after this long will hardly ever say what it is.
const PATIENCE_MS = 15 * 60_000

/**
 * Fetches what a wallet says it has sent and compares it with the request. Until a host knows it,
 * and all of it, the intent stays unchanged.
 */
export async function checkSentCall(
  { journal }: StacksSigning,
  client: StacksClient,
  intent: StacksIntent,
): Promise<StacksIntent | undefined> {
  const answer = await fetchSent(client, intent.txid!)
  const isLate = Date.now() - intent.updatedAt > PATIENCE_MS
  if (answer.ok) return recordCheck(journal, { intent, sent: answer.value, isLate })
  return answer.failure.code === 'not-found' && isLate
    ? journal.record(intent.id, { type: 'checked', failure: 'result-unreadable' })
    : intent
}

async function recordCheck(
  { record }: StacksSigning['journal'],
  { intent, sent, isLate }: { intent: StacksIntent; sent: FetchedCall | null; isLate: boolean },
): Promise<StacksIntent | undefined> {
  const { id, walletId, host } = intent
  const failure = judgeFetchedCall(intent, intent.txid!, sent)
  if (failure === 'not-comparable' && !isLate) return intent
  const isSame = failure === null || failure === 'high-fee' || failure === 'wrong-account'
  const sender = sent && isSame ? sent.sender : null
  if (walletId !== null && host && sender !== null) await keepAccounts(walletId, host, [sender])
  return record(id, {
    type: 'checked',
    failure,
    ...(failure === 'wrong-account' && sender !== null && { sender }),
  })
}

const conditionsAnswer = v.object({ post_conditions: v.optional(v.array(v.unknown())) })

/**
 * Where no host has the bytes that were signed, conditions come from v3 in the host's own words,
 * which leave out their mode.
 */
async function fetchSent(client: StacksClient, txid: string): Promise<Answer<FetchedCall | null>> {
  const sent = await fetchWholeCall(client, txid)
  if (!sent.ok || !sent.value || sent.value.postConditions || sent.value.conditionCount === 0)
    return sent
  const path = `/extended/v3/transactions/0x${stripHexPrefix(txid)}?include=post_conditions`
  const told = await client.askCached(conditionsAnswer, { path }, { urgency: 'person' })
  if (!told.ok) return told
  // Left out, as of one that waits for a block.
  if (told.value.post_conditions === undefined) return failed('slow')
  const postConditions = encodeApiConditions(told.value.post_conditions)
  return postConditions ? answered({ ...sent.value, postConditions }) : failed('bad-answer')
}

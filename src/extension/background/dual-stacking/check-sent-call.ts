import * as v from 'valibot'
import { stripHexPrefix } from '../../../chain/hex.ts'
import { answered, failed, type Answer, type FailureCode } from '../../../chain/http/answer.ts'
import { askRawTransaction } from '../../../chain/stacks/api/transaction-sources.ts'
import type { StacksClient } from '../../../chain/stacks/client.ts'
import { compareStacksCall, type SentCall } from '../../../wallet/stacks/compare-stacks-call.ts'
import { decodeSignedTransaction } from '../../../wallet/stacks/decode-signed-transaction.ts'
import { encodeApiConditions } from '../../../wallet/stacks/encode-api-conditions.ts'
import { fetchSentCall } from '../../../wallet/stacks/fetch-sent-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { keepAccounts } from '../signing/host-accounts.ts'
import type { StacksSigning } from './stacks-signing.ts'

// A host that has not heard of a transaction after this long will hardly ever say what it is.
const PATIENCE_MS = 15 * 60_000

/**
 * Fetches what a wallet says it has sent and compares it with the request. Until a host knows it,
 * the intent stays unchanged.
 */
export async function checkSentCall(
  { journal }: StacksSigning,
  client: StacksClient,
  intent: StacksIntent,
): Promise<StacksIntent | undefined> {
  const answer = await fetchSent(client, intent)
  if (answer.ok) return recordCheck(journal, intent, answer.value)
  const late = Date.now() - intent.updatedAt > PATIENCE_MS
  return answer.failure.code === 'not-found' && late
    ? journal.record(intent.id, { type: 'checked', failure: 'result-unreadable' })
    : intent
}

async function recordCheck(
  { record }: StacksSigning['journal'],
  { id, walletId, host, request }: StacksIntent,
  sent: SentCall | null,
): Promise<StacksIntent | undefined> {
  const failure = sent ? (compareStacksCall(request, sent) ?? null) : 'result-mismatch'
  const isSame = failure === null || failure === 'wrong-account'
  const sender = sent && isSame ? sent.sender : null
  if (walletId !== null && host && sender !== null) await keepAccounts(walletId, host, [sender])
  return record(id, {
    type: 'checked',
    failure,
    ...(failure === 'wrong-account' && sender !== null && { sender }),
  })
}

/**
 * A host's own words leave out the amounts of conditions: what moves assets is compared as it was
 * signed.
 */
async function fetchSent(
  client: StacksClient,
  { txid, request }: StacksIntent,
): Promise<Answer<SentCall | null>> {
  if (request.postConditions.length === 0) return fetchSentCall(client, txid!)
  const raw = await askRawTransaction(client.askCached, txid!, { urgency: 'person' })
  if (!raw.ok) return isUntold(raw.failure.code) ? fetchSentConditions(client, txid!) : raw
  const signed = decodeSignedTransaction(raw.value)
  return signed ? answered(signed.call) : failed('bad-answer')
}

/** No host has the bytes: the path is gone, or the node keeps no index of transactions. */
const isUntold = (code: FailureCode): boolean => code === 'gone' || code === 'not-found'

const conditionsAnswer = v.object({ post_conditions: v.optional(v.array(v.unknown())) })

/** The call with its conditions from v3, which has all of it except the post-condition mode. */
async function fetchSentConditions(
  client: StacksClient,
  txid: string,
): Promise<Answer<SentCall | null>> {
  const sent = await fetchSentCall(client, txid)
  if (!sent.ok || sent.value === null) return sent
  const path = `/extended/v3/transactions/0x${stripHexPrefix(txid)}?include=post_conditions`
  const told = await client.askCached(conditionsAnswer, { path }, { urgency: 'person' })
  if (!told.ok) return told
  // Left out, as of one that waits for a block.
  if (told.value.post_conditions === undefined) return failed('slow')
  const postConditions = encodeApiConditions(told.value.post_conditions)
  return postConditions ? answered({ ...sent.value, postConditions }) : failed('bad-answer')
}

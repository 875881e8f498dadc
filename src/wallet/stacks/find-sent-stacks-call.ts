import type { ApiTransaction } from '../../chain/stacks/answers.ts'
import { askWaitingOf } from '../../chain/stacks/api/waiting-of.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { AccountLook } from '../account-look.ts'
import { fetchSentCall } from './fetch-sent-call.ts'
import { normaliseTxid } from './normalise-txid.ts'
import type { StacksBaseline } from './stacks-baseline.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

const LATEST = 50
const options = { urgency: 'person' } as const

interface Asked {
  request: StacksCallRequest
  baseline: StacksBaseline
  /** Whether this transaction belongs to another request. */
  isTaken(txid: string): boolean
}

/**
 * Looks for what an account has sent since its wallet was asked: first in its mempool, then, where
 * its nonce has moved, among its latest transactions. `nothing` and `other` only when all that the
 * account can have sent was read; two requests, one more when the nonce has moved.
 */
export async function findSentStacksCall(
  client: StacksClient,
  { request, baseline, isTaken }: Asked,
): Promise<AccountLook> {
  const { account } = request
  const waiting = await askWaitingOf(client.askCached, account, options)
  const state = await client.account(account, options)
  const known = new Set(baseline.known)
  const isOwn = ({ sender_address: sender }: ApiTransaction) => sender === account
  const isYoung = (each: ApiTransaction) =>
    isOwn(each) && !known.has(normaliseTxid(each.tx_id) ?? '')

  const nonce = state.ok ? state.value.nonce : null
  const hasMoved = nonce === null || baseline.nonce === null || nonce > baseline.nonce
  const latest = hasMoved ? await client.transactionsOf(account, LATEST, options) : null
  const mined = latest?.ok
    ? latest.value.filter((each) => isOwn(each) && isSince(each, baseline))
    : []
  const sent = [...(waiting.ok ? waiting.value : []), ...mined].filter(isYoung)

  for (const each of sent) {
    const txid = normaliseTxid(each.tx_id)
    if (txid && !isTaken(txid) && (await isSameCall(client, request, each)))
      return { sent: 'found', txid }
  }
  if (!waiting.ok || nonce === null || baseline.nonce === null || baseline.known === null)
    return { sent: 'unknown' }
  // A node may know more than the API beside it has indexed.
  const indexed = new Set(mined.map((each) => each.nonce))
  for (let used = baseline.nonce; used < nonce; used++)
    if (!indexed.has(used)) return { sent: 'unknown' }
  return { sent: sent.length > 0 ? 'other' : 'nothing' }
}

/** By its nonce, or, where the account's was not known, by the time of its block. */
const isSince = (
  { nonce, block_time: time, canonical }: ApiTransaction,
  { nonce: from, at }: StacksBaseline,
): boolean => {
  if (canonical === false) return false
  if (from !== null) return typeof nonce === 'number' && nonce >= from
  return typeof time === 'number' && time * 1000 >= at
}

/** Whether it calls the function that was asked for, whatever its arguments. */
async function isSameCall(
  client: StacksClient,
  { contract, functionName, deploy }: StacksCallRequest,
  { tx_id: txid, contract_call: call }: ApiTransaction,
): Promise<boolean> {
  if (!deploy) return call?.contract_id === contract && call.function_name === functionName
  if (call) return false
  const sent = await fetchSentCall(client, txid)
  return sent.ok && sent.value?.contract === contract
}

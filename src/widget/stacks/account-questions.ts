import type { StacksClient } from '../../chain/stacks/client.ts'
import type { AccountLook } from '../../wallet/account-look.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import { fetchWholeCall } from '../../wallet/stacks/fetch-whole-call.ts'
import { findSentStacksCall } from '../../wallet/stacks/find-sent-stacks-call.ts'
import { judgeFetchedCall } from '../../wallet/stacks/judge-fetched-call.ts'
import { readStacksBaseline } from '../../wallet/stacks/read-stacks-baseline.ts'
import type { StacksBaseline } from '../../wallet/stacks/stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'

/** What the page's wallets were asked for and gave no transaction to, by account and function. */
const unanswered = new Map<string, StacksBaseline>()
const keyOf = ({ account, contract, functionName }: StacksCallRequest): string =>
  [account, contract, functionName].join(' ')

/** Transactions that this page follows already. */
const followed = new Set<string>()

interface Asked {
  request: StacksCallRequest
  baseline: StacksBaseline
}

/** Marks a transaction as followed: it is no answer to anything else. */
export const markFollowed = (txid: string): unknown => followed.add(txid)

const look = (client: StacksClient, asked: Asked): Promise<AccountLook> =>
  findSentStacksCall(client, { ...asked, isTaken: (txid) => followed.has(txid) })

/**
 * Where the account stands before its wallet is asked. `found`: the same was sent before, without
 * an answer, or waits for a block; it is followed instead. `unknown`: it may have been sent.
 */
export async function lookBefore(
  client: StacksClient,
  request: StacksCallRequest,
): Promise<{ earlier: AccountLook; baseline: StacksBaseline }> {
  const key = keyOf(request)
  const noted = unanswered.get(key)
  const baseline = noted ?? (await readStacksBaseline(client, request, Date.now()))
  // Of what waits already, the same call is this one: its nonce is not spent.
  const waiting = { ...baseline, nonce: Number.MAX_SAFE_INTEGER, known: [] }
  const earlier: AccountLook =
    noted || baseline.known === null || baseline.known.length > 0
      ? await look(client, { request, baseline: noted ?? waiting })
      : { sent: 'nothing' }
  // Where nothing was asked before, nothing has to be known.
  return { baseline, earlier: earlier.sent === 'unknown' && !noted ? { sent: 'other' } : earlier }
}

/** Looks for what was sent although no transaction came back. */
export async function lookAfter(client: StacksClient, asked: Asked): Promise<AccountLook> {
  unanswered.set(keyOf(asked.request), asked.baseline)
  return look(client, asked)
}

/** What is wrong with a transaction as the answer (null: nothing), and whose it is. */
export interface SentJudgement {
  failure: SigningFailure | null
  sender: string | null
}

/** Judges a transaction as the answer to what was asked; undefined: not known (yet). */
export async function judgeSent(
  client: StacksClient,
  asked: Asked,
  txid: string,
): Promise<SentJudgement | undefined> {
  const sent = await fetchWholeCall(client, txid)
  const failure = sent.ok ? judgeFetchedCall(asked, txid, sent.value) : 'not-comparable'
  if (!sent.ok || failure === 'not-comparable') return undefined
  return { failure, sender: sent.value?.sender || null }
}

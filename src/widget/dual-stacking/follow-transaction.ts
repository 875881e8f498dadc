import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { trackTransaction, type TransactionUpdate } from '../../chain/stacks/track-transaction.ts'
import { compareStacksCall } from '../../wallet/stacks/compare-stacks-call.ts'
import { fetchSentCall } from '../../wallet/stacks/fetch-sent-call.ts'
import type { StacksVerdict } from '../../wallet/stacks/judge-signed-call.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { pause } from '../pause.ts'
import type { SigningSetup } from './actions-setup.ts'
import type { UserAction } from './events.ts'
import type { BoostWalletKey, BoostWalletWords } from './wallet-words.ts'

const LOOK_EVERY_MS = 6_000
const MOST_LOOKS = 50
/** A transaction that waits for longer is looked at once a minute. */
const YOUNG_MS = 600_000
const LOOK_LATER_MS = 60_000
const LONGEST_MS = 7_200_000

interface Sent {
  action: UserAction
  request: StacksCallRequest
  verdict: Extract<StacksVerdict, { kind: 'accepted' | 'to-check' }>
  client: StacksClient
  deployment: Deployment
  account: string
  fail(key: BoostWalletKey, values?: Record<string, string>): void
}

/**
 * What follows a signature: the transaction is compared where the wallet gave only its id,
 * reported, followed to its end, and from then on rewards are watched.
 */
export async function followTransaction(
  { action, request, verdict, client, deployment, account, fail }: Sent,
  { words, f, say, emit, signal }: SigningSetup,
): Promise<void> {
  const { txid } = verdict
  if (verdict.kind === 'to-check') {
    say(words.t('checking'))
    const same = await matchesRequest(client, request, txid, signal)
    if (signal.aborted) return
    if (!same) return fail(same === undefined ? 'problem.unseen' : 'problem.mismatch')
  }
  emit('transaction-submitted', { action, txid, address: account })
  say(words.t('submitted'))
  const news = await awaitEnd({ client, request, account, txid }, signal, async (passing) =>
    fail(...(await describeEnd(passing, deployment, words))),
  )
  if (news === null) return
  if (news.state !== 'confirmed') return fail(...(await describeEnd(news, deployment, words)))
  say(words.t('confirmed'))
  emit('transaction-confirmed', { action, txid: news.txid, address: account })
  const rewards = await import('./rewards.ts').catch(() => undefined)
  void rewards?.watchRewards({
    client,
    deployment,
    address: account,
    signal,
    landed: (payment) => {
      say(words.t('landed', { sats: f.sats(payment.sats) }))
      emit('reward-landed', {
        address: account,
        sats: payment.sats.toString(),
        txid: payment.txid,
        cycle: payment.cycle.known ? payment.cycle.value : null,
      })
    },
  })
}

/** Why a transaction came to nothing, as a sentence's key and its values. */
async function describeEnd(
  news: Exclude<TransactionUpdate, { state: 'confirmed' | 'pending' }>,
  { family }: Deployment,
  { describeError }: BoostWalletWords,
): Promise<[key: BoostWalletKey, values?: Record<string, string>]> {
  if (news.state === 'unknown') return ['problem.unknown', { state: news.status }]
  if (news.state !== 'aborted') return [`problem.${news.state}`]
  if (news.by !== 'contract') return [`problem.${news.by}`]
  if (news.errorNumber === null) return ['problem.aborted']
  return ['problem.failed', { reason: await describeError(family, news.errorNumber) }]
}

/**
 * A wallet that gives a transaction id alone is believed when the network shows the call that was
 * asked for; undefined: the network does not know it even after minutes.
 */
async function matchesRequest(
  client: StacksClient,
  request: StacksCallRequest,
  txid: string,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks++) {
    const sent = await fetchSentCall(client, txid)
    if (sent.ok) return sent.value !== null && compareStacksCall(request, sent.value) === undefined
    await pause(LOOK_EVERY_MS, signal)
  }
  return undefined
}

type Ended = Exclude<TransactionUpdate, { state: 'pending' }> & { txid: string }

/**
 * Follows a transaction to a block, also through a replacement that does the same. One that is
 * dropped or replaced may still come back: it is `passing` on, and looked at less often. Null: the
 * page went away, or nothing has come of it for two hours.
 */
async function awaitEnd(
  {
    client,
    request,
    account,
    txid,
  }: Pick<Sent, 'client' | 'request' | 'account'> & { txid: string },
  signal: AbortSignal,
  passing: (news: Exclude<Ended, { state: 'confirmed' }>) => Promise<void>,
): Promise<Ended | null> {
  const sentAt = Date.now()
  let followed = txid
  let last = ''
  while (!signal.aborted && Date.now() - sentAt < LONGEST_MS) {
    const tracked = { txid: followed, sentAt, sender: account }
    const answer = await trackTransaction(client, tracked)
    const news = answer.ok ? answer.news : undefined
    if (news && news.state !== 'pending') {
      const ended = { ...news, txid: followed }
      if (ended.state !== 'dropped' && ended.state !== 'replaced') return ended
      if (ended.state === 'replaced' && ended.by !== null) {
        const sent = await fetchSentCall(client, ended.by)
        if (sent.ok && sent.value && compareStacksCall(request, sent.value) === undefined) {
          followed = ended.by
          continue
        }
      }
      if (last !== ended.state) await passing(ended)
      last = ended.state
    }
    const isOld = last !== '' || Date.now() - sentAt > YOUNG_MS
    await pause(isOld ? LOOK_LATER_MS : LOOK_EVERY_MS, signal)
  }
  return null
}

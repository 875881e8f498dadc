import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { trackTransaction, type TransactionUpdate } from '../../chain/stacks/track-transaction.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { StacksVerdict } from '../../wallet/stacks/judge-signed-call.ts'
import type { StacksBaseline } from '../../wallet/stacks/stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { pause } from '../pause.ts'
import { judgeSent, markFollowed } from './account-questions.ts'
import type { SigningSetup } from './actions-setup.ts'
import type { UserAction } from './events.ts'
import type { BoostWalletKey, BoostWalletWords } from './wallet-words.ts'

const LOOK_EVERY_MS = 6_000
const MOST_LOOKS = 50
/** A transaction that waits for longer is looked at once a minute. */
const YOUNG_MS = 600_000
const LOOK_LATER_MS = 60_000
/** One that is in a block hardly leaves it again. */
const LOOK_RARELY_MS = 150_000
const LONGEST_MS = 7_200_000

/** What is followed for each widget: a later transaction takes the place of an earlier one. */
const following = new WeakMap<AbortSignal, AbortController>()

/** Ends what was followed for this widget; the signal is for what follows now. */
const followAlone = (widget: AbortSignal): AbortSignal => {
  following.get(widget)?.abort()
  const alone = new AbortController()
  following.set(widget, alone)
  widget.addEventListener('abort', () => alone.abort(), { once: true, signal: alone.signal })
  return alone.signal
}

export interface Sent {
  action: UserAction
  request: StacksCallRequest
  baseline: StacksBaseline
  verdict: Extract<StacksVerdict, { kind: 'accepted' | 'to-check' }>
  client: StacksClient
  deployment: Deployment
  account: string
  fail(key: BoostWalletKey, values?: Record<string, string>): void
}

/**
 * What follows a signature: the transaction is compared where the wallet gave only its id,
 * reported, and followed to its end. It resolves once anything has come of it; what changes
 * afterwards is said as well.
 */
export async function followTransaction(sent: Sent, setup: SigningSetup): Promise<void> {
  const { action, verdict, account, fail } = sent
  const { words, say, emit, signal } = setup
  const { txid } = verdict
  let isCostly = verdict.kind === 'accepted' && verdict.warning === 'high-fee'
  if (verdict.kind === 'to-check') {
    say(words.t('checking'))
    const failure = await checkSent(sent, signal)
    if (signal.aborted) return
    if (failure === undefined) return fail('problem.unseen')
    if (failure === 'old-transaction') return fail('problem.old')
    isCostly = failure === 'high-fee'
    if (failure !== null && !isCostly) return fail('problem.mismatch')
  }
  markFollowed(txid)
  if (isCostly) say(words.t('highFee'))
  emit('transaction-submitted', { action, txid, address: account })
  say(isCostly ? `${words.t('highFee')} ${words.t('submitted')}` : words.t('submitted'))
  await new Promise<void>((resolve, reject) => {
    void follow(sent, setup, { signal: followAlone(signal), known: resolve }).then(resolve, reject)
  })
}

/** Says what became of a transaction, each time that this changes; `known`: once anything has. */
async function follow(
  sent: Sent,
  setup: SigningSetup,
  { signal, known }: { signal: AbortSignal; known: () => void },
): Promise<void> {
  const { client, account, verdict, deployment, fail } = sent
  const { words, say } = setup
  const sentAt = Date.now()
  let txid = verdict.txid
  let last = 'pending'
  while (!signal.aborted && Date.now() - sentAt < LONGEST_MS) {
    const answer = await trackTransaction(client, { txid, sentAt, sender: account })
    if (signal.aborted) return
    const news = answer.ok && !isOnlyUnseen(last, answer.news) ? answer.news : undefined
    if (news?.state === 'replaced' && news.by !== null) {
      const failure = await judgeSent(client, sent, news.by)
      if (failure === null || failure === 'high-fee') {
        txid = news.by
        continue
      }
    }
    const state = news && stateOf(news)
    if (news && state !== undefined && state !== last) {
      if (news.state === 'confirmed') confirm(sent, txid, setup)
      else if (state === 'pending') say(words.t(last === 'confirmed' ? 'undone' : 'submitted'))
      else fail(...(await describeEnd(news, deployment, words)))
      last = state
      if (state !== 'pending') known()
    }
    await pause(paceOf(last, Date.now() - sentAt), signal)
  }
  if (!signal.aborted && last === 'pending') fail('problem.waiting')
}

const stateOf = (news: TransactionUpdate): string =>
  news.state === 'pending' ? (news.doubt ?? 'pending') : news.state

/** A host that does not know a transaction says nothing against one that saw it in a block. */
const isOnlyUnseen = (last: string, news: TransactionUpdate): boolean =>
  (last === 'confirmed' || last === 'aborted') &&
  ((news.state === 'pending' && news.unseen === true) ||
    (news.state === 'dropped' && news.why === 'vanished'))

const paceOf = (state: string, ageMs: number): number => {
  if (state === 'confirmed' || state === 'aborted') return LOOK_RARELY_MS
  return state !== 'pending' || ageMs > YOUNG_MS ? LOOK_LATER_MS : LOOK_EVERY_MS
}

/** It is in a block: from now on rewards are watched. */
function confirm({ action, client, deployment, account }: Sent, txid: string, setup: SigningSetup) {
  const { words, f, say, emit, signal } = setup
  say(words.t('confirmed'))
  emit('transaction-confirmed', { action, txid, address: account })
  const watch = async () => {
    const rewards = await import('./rewards.ts').catch(() => undefined)
    await rewards?.watchRewards({
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
  void watch()
}

/** Why a transaction came to nothing, as a sentence's key and its values. */
async function describeEnd(
  news: Exclude<TransactionUpdate, { state: 'confirmed' }>,
  { family }: Deployment,
  { describeError }: BoostWalletWords,
): Promise<[key: BoostWalletKey, values?: Record<string, string>]> {
  if (news.state === 'unknown') return ['problem.unknown', { state: news.status }]
  if (news.state === 'pending') return ['problem.doubt']
  if (news.state === 'dropped' && news.why === 'vanished') return ['problem.unseen']
  if (news.state !== 'aborted') return [`problem.${news.state}`]
  if (news.by !== 'contract') return [`problem.${news.by}`]
  if (news.errorNumber === null) return ['problem.aborted']
  return ['problem.failed', { reason: await describeError(family, news.errorNumber) }]
}

/**
 * A wallet that gives a transaction id alone is believed when the network shows the call that was
 * asked for; undefined: the network does not tell it even after minutes.
 */
async function checkSent(
  sent: Sent,
  signal: AbortSignal,
): Promise<SigningFailure | null | undefined> {
  for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks++) {
    const failure = await judgeSent(sent.client, sent, sent.verdict.txid)
    if (failure !== undefined) return failure
    await pause(LOOK_EVERY_MS, signal)
  }
  return undefined
}

import type { StacksClient } from '../../chain/stacks/client.ts'
import { trackTransaction, type TransactionUpdate } from '../../chain/stacks/track-transaction.ts'
import type { StacksVerdict } from '../../wallet/stacks/judge-signed-call.ts'
import type { StacksBaseline } from '../../wallet/stacks/stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { pause } from '../pause.ts'
import { judgeSent, markFollowed, type SentJudgement } from './account-questions.ts'
import type { StacksSigningSetup, StacksWalletKey } from './signing-setup.ts'

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

type Following = Pick<StacksSigningSetup, 'words' | 'f' | 'say' | 'signal'>

export interface Sent {
  request: StacksCallRequest
  baseline: StacksBaseline
  verdict: Extract<StacksVerdict, { kind: 'accepted' | 'to-check' }>
  client: StacksClient
  account: string
  /** Says what went wrong; `more`: what follows its sentence. */
  fail(key: StacksWalletKey, values?: Record<string, string>, more?: string): void
  /** Says that another account has signed. */
  failForOther(signed: string): void
  /** It is on its way; and, each time that this becomes so, it is in a block. */
  submitted(txid: string): void
  confirmed(txid: string): void
  /** What an error of the contract means. */
  describeError(errorNumber: number): Promise<string>
}

/**
 * What follows a signature: the transaction is compared where the wallet gave only its id,
 * reported, and followed to its end. It resolves once anything has come of it; what changes
 * afterwards is said as well.
 */
export async function followTransaction(sent: Sent, setup: Following): Promise<void> {
  const { verdict, fail, failForOther } = sent
  const { words, say, signal } = setup
  const { txid } = verdict
  let isCostly = verdict.kind === 'accepted' && verdict.warning === 'high-fee'
  if (verdict.kind === 'to-check') {
    say(words.t('checking'))
    const judged = await checkSent(sent, signal)
    if (signal.aborted) return
    if (!judged) return fail('problem.unseen')
    const { failure, sender } = judged
    if (failure === 'wrong-account' && sender) return failForOther(sender)
    if (failure === 'old-transaction') return fail('problem.old')
    isCostly = failure === 'high-fee'
    if (failure !== null && !isCostly) return fail('problem.mismatch')
  }
  markFollowed(txid)
  if (isCostly) say(words.t('highFee'))
  sent.submitted(txid)
  say(isCostly ? `${words.t('highFee')} ${words.t('submitted')}` : words.t('submitted'))
  await new Promise<void>((resolve, reject) => {
    void follow(sent, setup, { signal: followAlone(signal), known: resolve }).then(resolve, reject)
  })
}

/** Says what became of a transaction, each time that this changes; `known`: once anything has. */
async function follow(
  sent: Sent,
  setup: Following,
  { signal, known }: { signal: AbortSignal; known: () => void },
): Promise<void> {
  const { client, account, verdict, fail } = sent
  const { words, say } = setup
  const sentAt = Date.now()
  let txid = verdict.txid
  let last = 'pending'
  let isSponsorSaid = false
  while (!signal.aborted && Date.now() - sentAt < LONGEST_MS) {
    const answer = await trackTransaction(client, { txid, sentAt, sender: account })
    if (signal.aborted) return
    const news = answer.ok && !isOnlyUnseen(last, answer.news) ? answer.news : undefined
    if (news?.state === 'replaced' && news.by !== null) {
      const failure = (await judgeSent(client, sent, news.by))?.failure
      if (failure === null || failure === 'high-fee') {
        txid = news.by
        continue
      }
    }
    const state = news && stateOf(news)
    const sponsor = news ? describeSponsor(news, setup) : ''
    // Who pays is first told of one that waits, which is no other state.
    if (news && state !== undefined && (state !== last || (sponsor && !isSponsorSaid))) {
      if (news.state === 'confirmed') {
        say(`${words.t('confirmed')}${sponsor}`)
        sent.confirmed(txid)
      } else if (state === 'pending')
        say(`${words.t(last === 'confirmed' ? 'undone' : 'submitted')}${sponsor}`)
      else fail(...(await describeEnd(news, sent)), sponsor)
      last = state
      isSponsorSaid = sponsor !== ''
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

/** A sentence to follow another one, where somebody else pays the fee. */
function describeSponsor(news: TransactionUpdate, { words, f }: Following): string {
  const isDue = ['pending', 'confirmed', 'aborted'].includes(news.state)
  return news.sponsored && isDue && news.feeMicroStx !== null
    ? ` ${words.t('sponsored', { fee: f.stx(news.feeMicroStx, 'exact') })}`
    : ''
}

/** Why a transaction came to nothing, as a sentence's key and its values. */
async function describeEnd(
  news: Exclude<TransactionUpdate, { state: 'confirmed' }>,
  { describeError }: Pick<Sent, 'describeError'>,
): Promise<[key: StacksWalletKey, values: Record<string, string> | undefined]> {
  if (news.state === 'unknown') return ['problem.unknown', { state: news.status }]
  if (news.state === 'pending') return ['problem.doubt', undefined]
  if (news.state === 'dropped' && news.why === 'vanished') return ['problem.unseen', undefined]
  if (news.state !== 'aborted') return [`problem.${news.state}`, undefined]
  if (news.by !== 'contract') return [`problem.${news.by}`, undefined]
  if (news.errorNumber === null) return ['problem.aborted', undefined]
  return ['problem.failed', { reason: await describeError(news.errorNumber) }]
}

/**
 * A wallet that gives a transaction id alone is believed when the network shows the call that was
 * asked for; undefined: the network does not tell it even after minutes.
 */
async function checkSent(sent: Sent, signal: AbortSignal): Promise<SentJudgement | undefined> {
  for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks++) {
    const judged = await judgeSent(sent.client, sent, sent.verdict.txid)
    if (judged) return judged
    await pause(LOOK_EVERY_MS, signal)
  }
  return undefined
}

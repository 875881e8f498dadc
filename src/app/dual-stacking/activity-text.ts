import type { Family } from '../../protocol/dual-stacking/errors.ts'
import { isAwaitingAnswer, isCostly } from '../../wallet/reduce-signing.ts'
import { isQuiet } from '../../wallet/stacks/advance-stacks-intent.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'
import { stakingErrorText } from '../bitcoin-staking/staking-error-text.ts'
import { signingFailureText } from '../signing-failure-text.ts'
import { contractErrorText } from './contract-error-text.ts'
import { otherAccountText } from './other-account-text.ts'

export type ActivityTone = 'wait' | 'good' | 'bad' | 'info'

/**
 * How an entry of the signing journal reads: what it is about, what happened, and whether it can be
 * retried or dismissed, or its wait ended. `otherAccount`: the wallet's, in the place of the one
 * that has to sign.
 */
export interface ActivityText {
  tone: ActivityTone
  title: string
  text: string
  retry: boolean
  dismiss: boolean
  stop: boolean
  /** Nothing looks for its transaction until somebody asks. */
  quiet: boolean
  otherAccount: string | null
  /** Whether its fee is to be seen before it counts as sent. */
  acceptsFee: boolean
}

/**
 * Refusals that say that what was wanted is so already: already enrolled, not enrolled
 * [dual-stacking 3.2].
 */
const settled: ReadonlySet<number | null> = new Set([101, 103])

const tones: Record<StacksIntent['state'], ActivityTone> = {
  created: 'wait',
  asking: 'wait',
  submitted: 'wait',
  confirmed: 'good',
  aborted: 'bad',
  dropped: 'bad',
  replaced: 'info',
  failed: 'bad',
  refused: 'bad',
}

/** Deeper blocks are not undone. */
const DEEP_BLOCKS = 6

/**
 * The text of an entry; `height`: the newest Bitcoin block, `family`: whose words error numbers
 * have, `now`: milliseconds since 1970.
 */
export function activityText(
  words: Words,
  intent: StacksIntent,
  { family, height, now }: { family: Family | null; height: number | null; now: number },
): ActivityText {
  const { t } = words
  const tone = toneOf(intent)
  const action = actionText(words, intent)
  const other = otherAccountText(words, intent, action)
  const stop = isAwaitingAnswer(intent)
  const quiet = isQuiet(intent, now)
  const isForgotten = quiet && !intent.chainStatus
  return {
    tone,
    title: other?.title ?? t(titleKey(intent), { action }),
    text:
      other?.text ??
      [
        isForgotten && intent.state !== 'refused' ? null : sentence(words, intent, family),
        isForgotten ? t('activity.quiet') : null,
        depthText(words, intent, height),
      ]
        .filter(Boolean)
        .join(' '),
    retry:
      intent.state === 'failed' ||
      intent.state === 'dropped' ||
      (intent.state === 'refused' && other !== null) ||
      (intent.state === 'aborted' && !settled.has(intent.contractError)),
    dismiss:
      !isCostly(intent) &&
      (tone !== 'wait' ||
        quiet ||
        (intent.state === 'asking' && !stop) ||
        intent.state === 'created'),
    stop,
    quiet,
    otherAccount: other && (intent.answeredBy ?? null),
    acceptsFee: isCostly(intent),
  }
}

function toneOf(intent: StacksIntent): ActivityTone {
  if (isCostly(intent)) return 'bad'
  return intent.state === 'failed' && intent.failure === 'rejected' ? 'info' : tones[intent.state]
}

function titleKey(intent: StacksIntent) {
  const { state, abortedBy } = intent
  if (isCostly(intent)) return 'activity.high-fee.title' as const
  return state === 'aborted' && abortedBy && abortedBy !== 'contract'
    ? ('activity.undone.title' as const)
    : (`activity.${state}.title` as const)
}

/** How deep its block is, while that may still be undone. */
function depthText(
  { t }: Words,
  { state, burnHeight }: StacksIntent,
  height: number | null,
): string | null {
  if ((state !== 'confirmed' && state !== 'aborted') || !burnHeight || height === null) return null
  const depth = height - burnHeight + 1
  return depth < 1 || depth > DEEP_BLOCKS
    ? null
    : t('activity.depth', { blocks: t('blocks', { count: depth }) })
}

/** What was asked, by the console's own name of the call where that is loaded. */
function actionText({ t, has }: Words, { action, request, staking }: StacksIntent): string {
  const key = `call.${request.deploy ? 'deploy' : request.functionName}`
  if (staking) return t(`staking.action.${staking.call.kind}`)
  if (action !== 'call' && action !== 'staking') return t(`action.${action}`)
  return has(key) ? (t as (key: string) => string)(key) : request.functionName || t('action.call')
}

/** What became of the transaction of a refused entry. */
function broadcastText(
  { t }: Words,
  { broadcast, abortedBy, chainStatus }: StacksIntent,
): string | null {
  if (!broadcast) return null
  if (chainStatus) return t('activity.unknown-state', { state: chainStatus })
  return broadcast === 'aborted' && abortedBy && abortedBy !== 'contract'
    ? t(`activity.broadcast.${abortedBy}`)
    : t(`activity.broadcast.${broadcast}`)
}
const boundText = ({ f }: Words, { baseline }: StacksIntent): string =>
  f.stx(BigInt(baseline?.feeBound ?? 0), 'exact')

/** Its nonce leaves room for transactions that neither the chain nor the mempool had. */
const isAhead = ({ nonce, baseline }: StacksIntent): boolean =>
  nonce !== null && nonce > (baseline?.nonce ?? Infinity) + (baseline?.known?.length ?? Infinity)

function sentence(words: Words, intent: StacksIntent, family: Family | null): string {
  const { t } = words
  switch (intent.state) {
    case 'created':
      return t(intent.failure === 'no-tab' ? 'connect.waiting-tab.text' : 'activity.created.text')
    case 'refused':
      return [t(`signing.${intent.failure ?? 'result-mismatch'}`), broadcastText(words, intent)]
        .filter(Boolean)
        .join(' ')
    case 'failed':
      return signingFailureText(words, {
        failure: intent.failure,
        wasAsked: intent.walletId !== null,
        isNoted: Boolean(intent.baseline),
        sent: intent.sent ?? null,
      })
    case 'asking':
      return isCostly(intent)
        ? t('activity.high-fee.text', { bound: boundText(words, intent) })
        : t('activity.asking.text')
    case 'aborted':
      if (intent.abortedBy && intent.abortedBy !== 'contract')
        return t(`activity.aborted.${intent.abortedBy}`)
      return intent.contractError === null
        ? t('activity.aborted.unknown')
        : contractText(words, intent, family)
    case 'submitted':
      if (intent.chainStatus) return t('activity.unknown-state', { state: intent.chainStatus })
      if (intent.doubt) return t('activity.doubt')
      return t(isAhead(intent) ? 'activity.ahead' : 'activity.submitted.text')
    case 'dropped':
      return t(`activity.dropped.${intent.why ?? 'other'}`)
    case 'confirmed':
      if (intent.staking) return t(`staking.done.${intent.staking.call.kind}`)
      return t(`activity.confirmed.${intent.action === 'staking' ? 'call' : intent.action}`)
    default:
      return t(`activity.${intent.state}.text`)
  }
}

/** What the contract's error means: pox-5 and its managers have numbers of their own. */
function contractText(words: Words, intent: StacksIntent, family: Family | null): string {
  const { staking, step, contractError } = intent
  if (!(staking ?? step) || contractError === null)
    return contractErrorText(words, intent.family ?? family, contractError ?? 0)
  return stakingErrorText(words, contractError)
}

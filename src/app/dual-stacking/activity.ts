import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { Intent } from '../../wallet/intent.ts'
import type { Words } from '../../words/create-words.ts'

export type Tone = 'wait' | 'good' | 'bad' | 'info'

/**
 * How an entry of the signing journal reads: what it is about, what happened, and whether it can be
 * tried again or put away.
 */
export interface ActivityText {
  tone: Tone
  title: string
  text: string
  retry: boolean
  dismiss: boolean
}

/**
 * Refusals that say that what was wanted is so already: already enrolled, not enrolled
 * [dual-stacking 3.2].
 */
const settled: ReadonlySet<number | null> = new Set([101, 103])

const tones: Record<Intent['state'], Tone> = {
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

export function activityText(words: Words, intent: Intent, family: Family | null): ActivityText {
  const { t } = words
  const tone =
    intent.state === 'failed' && intent.failure === 'rejected' ? 'info' : tones[intent.state]
  return {
    tone,
    title: t(`activity.${intent.state}.title`, { action: actionText(words, intent) }),
    text: sentence(words, intent, family),
    retry:
      intent.state === 'failed' ||
      intent.state === 'dropped' ||
      (intent.state === 'aborted' && !settled.has(intent.contractError)),
    dismiss: tone !== 'wait' || intent.state === 'asking' || intent.state === 'created',
  }
}

/** What was asked, by the console's own name of the call where that is loaded. */
function actionText({ t, has }: Words, { action, request }: Intent): string {
  const key = `call.${request.deploy ? 'deploy' : request.functionName}`
  if (action !== 'call') return t(`action.${action}`)
  return has(key) ? (t as (key: string) => string)(key) : request.functionName || t('action.call')
}

function sentence(words: Words, intent: Intent, family: Family | null): string {
  const { t } = words
  switch (intent.state) {
    case 'created':
      return t(intent.failure === 'no-tab' ? 'connect.waiting-tab.text' : 'activity.created.text')
    case 'refused':
      return [
        t(`signing.${intent.failure ?? 'result-mismatch'}`),
        intent.broadcast && t(`activity.broadcast.${intent.broadcast}`),
      ]
        .filter(Boolean)
        .join(' ')
    case 'failed':
      return t(`signing.${intent.failure ?? 'wallet-error'}`)
    case 'aborted':
      if (intent.abortedBy === 'post-condition') return t('activity.aborted.post-condition')
      return intent.contractError === null
        ? t('activity.aborted.unknown')
        : contractErrorText(words, intent.family ?? family, intent.contractError)
    case 'confirmed':
      return t(`activity.confirmed.${intent.action}`)
    default:
      return t(`activity.${intent.state}.text`)
  }
}

/** What the wallet or the chain told of a transaction: its nonce and fee, as far as known. */
export const sentWith = (
  { t, f }: Words,
  { nonce, feeMicroStx }: Pick<Intent, 'nonce' | 'feeMicroStx'>,
): string =>
  [
    feeMicroStx !== null && t('activity.fee', { fee: f.stx(BigInt(feeMicroStx), 'exact') }),
    nonce !== null && t('activity.nonce', { nonce: f.integer(nonce) }),
  ]
    .filter(Boolean)
    .join(' · ')

/**
 * The sentence for an error number of a contract family; a number without a published meaning is
 * shown as that [dual-stacking 3.2, 9.4].
 */
export function contractErrorText({ t, has }: Words, family: Family | null, code: number): string {
  if (family === 'v1' || family === 'v2') {
    for (const key of [`contract.${family}.${code}`, `contract.${code}`])
      if (has(key)) return (t as (key: string) => string)(key)
  }
  return t('contract.unknown', { code: String(code) })
}

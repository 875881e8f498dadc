import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'
import { contractErrorText } from './contract-error-text.ts'

export type ActivityTone = 'wait' | 'good' | 'bad' | 'info'

/**
 * How an entry of the signing journal reads: what it is about, what happened, and whether it can be
 * retried or dismissed.
 */
export interface ActivityText {
  tone: ActivityTone
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

export function activityText(
  words: Words,
  intent: StacksIntent,
  family: Family | null,
): ActivityText {
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
function actionText({ t, has }: Words, { action, request }: StacksIntent): string {
  const key = `call.${request.deploy ? 'deploy' : request.functionName}`
  if (action !== 'call') return t(`action.${action}`)
  return has(key) ? (t as (key: string) => string)(key) : request.functionName || t('action.call')
}

function sentence(words: Words, intent: StacksIntent, family: Family | null): string {
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

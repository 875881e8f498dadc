import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Words } from '../../words/create-words.ts'

/** The keys of title and text where a wallet has another account than the one that has to sign. */
function keysOf({ state, action, broadcast }: StacksIntent) {
  if (state === 'failed')
    return ['activity.shows-other.title', 'activity.shows-other.text'] as const
  const end = broadcast ?? 'pending'
  const done = action === 'staking' ? 'call' : action
  const text = end === 'confirmed' ? done : end
  return ['activity.other-account.title', `activity.other-account.${text}`] as const
}

/**
 * How it reads that a wallet answered or signed with another account; null: it did not, or which is
 * not known. `action`: what was asked.
 */
export function otherAccountText(
  { t }: Words,
  intent: StacksIntent,
  action: string,
): { title: string; text: string } | null {
  const { state, failure, answeredBy } = intent
  if (!answeredBy || failure !== 'wrong-account') return null
  if (state !== 'failed' && state !== 'refused') return null
  const [title, text] = keysOf(intent)
  return { title: t(title, { action }), text: t(text) }
}

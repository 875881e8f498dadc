import { isCostly } from '../../wallet/reduce-signing.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { AppState } from '../app-state.ts'
import type { ActivityStatus } from '../visible-activity.ts'

const pending = new Set<StacksIntent['state']>(['created', 'asking', 'submitted'])

/** Failures after which a transaction may be on its way. */
const uncertain = new Set<StacksIntent['failure']>(['needs-signers', 'old-transaction'])

/** A wallet was asked, and it is not known that nothing was sent. */
const isUnsettled = ({ walletId, sent }: StacksIntent): boolean =>
  walletId !== null && sent !== 'nothing' && sent !== 'other'

export const isPendingIntent = (intent: StacksIntent): boolean => pending.has(intent.state)

/** Intents of an account on one network, newest first. */
export const intentsOf = (
  state: AppState,
  address: string,
  network: StacksIntent['request']['network'],
): StacksIntent[] =>
  state.intents
    .filter(({ request }) => request.account === address && request.network === network)
    .toSorted((a, b) => b.createdAt - a.createdAt)

/** What became of an intent, for the person who made it. */
export function activityStatusOf(intent: StacksIntent): ActivityStatus {
  const { state, failure } = intent
  const mayBeSent = isUnsettled(intent) || uncertain.has(failure)
  if (state === 'refused' || isCostly(intent) || (state === 'failed' && mayBeSent))
    return 'needs-attention'
  if (pending.has(state)) return 'pending'
  return state === 'confirmed' ? 'succeeded' : 'failed'
}

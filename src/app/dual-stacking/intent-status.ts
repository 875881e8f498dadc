import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { AppState } from '../app-state.ts'
import type { ActivityStatus } from '../visible-activity.ts'

const pending = new Set<StacksIntent['state']>(['created', 'asking', 'submitted'])

/** Failures after which a transaction may be on its way. */
const uncertain = new Set<StacksIntent['failure']>([
  'result-unreadable',
  'interrupted',
  'needs-signers',
  'stopped',
])

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
export function activityStatusOf({
  state,
  failure,
}: Pick<StacksIntent, 'state' | 'failure'>): ActivityStatus {
  if (state === 'refused' || (state === 'failed' && uncertain.has(failure)))
    return 'needs-attention'
  if (pending.has(state)) return 'pending'
  return state === 'confirmed' ? 'succeeded' : 'failed'
}

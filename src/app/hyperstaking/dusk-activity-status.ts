import type { DuskIntent } from '../../wallet/dusk/dusk-intent.ts'
import type { ActivityStatus } from '../visible-activity.ts'

const pending = new Set<DuskIntent['state']>(['created', 'asking', 'submitted', 'executed'])
/** Failures after which a transaction may be on its way. */
const uncertain = new Set<DuskIntent['failure']>(['interrupted', 'result-unreadable'])

/** What became of a pool call, for the person who made it. */
export function duskActivityStatus({
  state,
  failure,
}: Pick<DuskIntent, 'state' | 'failure'>): ActivityStatus {
  if (state === 'refused' || (state === 'failed' && uncertain.has(failure)))
    return 'needs-attention'
  if (pending.has(state)) return 'pending'
  return state === 'final' ? 'succeeded' : 'failed'
}

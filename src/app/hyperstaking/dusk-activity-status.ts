import { duskPositionOf } from '../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { isCostly } from '../../wallet/reduce-signing.ts'
import type { ActivityStatus } from '../visible-activity.ts'

const pending = new Set<DuskIntent['state']>(['created', 'asking', 'submitted', 'executed'])
/** A wallet was asked, and it is not known that nothing was sent. */
const isUnsettled = ({ nonce, sent }: DuskIntent): boolean =>
  nonce !== null && sent !== 'nothing' && sent !== 'other'

/** What became of a pool call, for the person who made it. */
export function duskActivityStatus(intent: DuskIntent): ActivityStatus {
  const { state } = intent
  const isCostlyCall = isCostly(duskPositionOf(intent))
  if (state === 'refused' || isCostlyCall || (state === 'failed' && isUnsettled(intent)))
    return 'needs-attention'
  if (pending.has(state)) return 'pending'
  return state === 'final' ? 'succeeded' : 'failed'
}

import type { DuskTransactionStatus } from '../../chain/dusk/read-transaction-status.ts'
import {
  reduceSigning,
  type SigningChange,
  type SigningEvent,
  type SigningPosition,
} from '../reduce-signing.ts'
import type { DuskIntent } from './dusk-intent.ts'

export const duskPositionOf = ({ state, failure, hash, sent }: DuskIntent): SigningPosition => ({
  state,
  failure,
  txid: hash,
  sent,
})

/** Its transaction may still change on the chain. */
export const isDuskTracked = ({ state, hash }: DuskIntent): boolean =>
  hash !== null && (state === 'asking' || state === 'submitted' || state === 'executed')

/** The intent after an event; the same object when the event does not fit its state. */
export function advanceDuskIntent(
  intent: DuskIntent,
  event: SigningEvent,
  now: number,
): DuskIntent {
  const change = reduceSigning(duskPositionOf(intent), event)
  if (change === null) return intent
  const { txid = intent.hash, ...others } = change
  return {
    ...intent,
    ...others,
    hash: txid,
    host: hostAfter(intent, event, change.state),
    ...('failure' in change && { answeredBy: otherAccountIn(event) }),
    // A look is no news of the request itself.
    updatedAt: event.type === 'looked' ? intent.updatedAt : now,
  }
}

/** The account that the wallet had, or signed with, where that is the wrong one. */
function otherAccountIn(event: SigningEvent): string | null {
  if (event.type === 'failed') return event.answeredBy ?? null
  return event.type === 'checked' ? (event.sender ?? null) : null
}

/** Kept only as long as the wallet is asked. */
const hostAfter = (
  { host = null }: DuskIntent,
  event: SigningEvent,
  state: SigningChange['state'],
): string | null => {
  if (event.type === 'asked') return event.host ?? null
  return state === 'asking' ? host : null
}

/** The intent after a look at its transaction; the same object when that says nothing new. */
export function applyDuskStatus(
  intent: DuskIntent,
  status: DuskTransactionStatus,
  now: number,
): DuskIntent {
  const change = reduceStatus(intent, status)
  return change === null ? intent : { ...intent, failure: null, ...change, updatedAt: now }
}

function reduceStatus(
  intent: DuskIntent,
  status: DuskTransactionStatus,
): Partial<DuskIntent> | null {
  const { state, gasSpent } = intent
  // One whose fee its sender has not accepted yet waits for that, whatever became of it.
  if (state !== 'submitted' && state !== 'executed') return null
  // A block that held it was undone: it waits again.
  if (!('height' in status))
    return state === 'executed' ? { state: 'submitted', gasSpent: null } : null
  if (status.state === 'executed')
    return state === 'executed' && gasSpent === status.gasSpent
      ? null
      : { state: 'executed', gasSpent: status.gasSpent }
  return {
    state: status.error === null ? 'final' : 'reverted',
    gasSpent: status.gasSpent,
    problem: status.problem?.code ?? null,
  }
}

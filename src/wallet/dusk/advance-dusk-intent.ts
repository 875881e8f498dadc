import type { DuskTransactionStatus } from '../../chain/dusk/read-transaction-status.ts'
import type { SigningFailure } from '../signing-failure.ts'
import type { DuskIntent } from './dusk-intent.ts'

/**
 * What can happen to a pool call. Every one may come late or twice: what does not fit changes
 * nothing.
 */
export type DuskEvent =
  | { type: 'waiting'; tabId: number }
  | { type: 'asked'; tabId: number; nonce: string }
  | { type: 'failed'; failure: SigningFailure }
  | { type: 'answered'; hash: string }
  | { type: 'checked'; failure: SigningFailure | null }
  | { type: 'chain'; status: DuskTransactionStatus }
  | { type: 'retried' }

/** A wallet has been asked and has not answered. */
export const isDuskAsking = ({ state, hash }: DuskIntent): boolean =>
  state === 'asking' && hash === null

/** Its transaction may still change on the chain. */
export const isDuskTracked = ({ state, hash }: DuskIntent): boolean =>
  hash !== null && (state === 'asking' || state === 'submitted' || state === 'executed')

/** The same can be asked again: it has led to no transaction. */
export const isDuskRetriable = ({ state, failure }: DuskIntent): boolean =>
  state === 'failed' || (state === 'created' && failure !== null)

/** The intent after an event; the same object when the event does not fit its state. */
export function advanceDusk(intent: DuskIntent, event: DuskEvent, now: number): DuskIntent {
  const next = step(intent, event)
  return next === null ? intent : { ...intent, ...next, updatedAt: now }
}

function step(intent: DuskIntent, event: DuskEvent): Partial<DuskIntent> | null {
  const { state, hash } = intent
  const open = state === 'created' || state === 'asking' || state === 'failed'
  switch (event.type) {
    case 'waiting':
      return state === 'created' || state === 'failed'
        ? { state: 'created', failure: 'no-tab', tabId: event.tabId }
        : null
    case 'asked':
      return open && hash === null
        ? { state: 'asking', failure: null, tabId: event.tabId, nonce: event.nonce }
        : null
    case 'failed':
      return (state === 'created' || state === 'asking') && hash === null
        ? { state: 'failed', failure: event.failure }
        : null
    // A transaction counts however late its wallet tells of it.
    case 'answered':
      return open && hash === null ? { state: 'asking', failure: null, hash: event.hash } : null
    case 'checked':
      if (state !== 'asking' || hash === null) return null
      return event.failure === null
        ? { state: 'submitted' }
        : { state: 'refused', failure: event.failure }
    case 'retried':
      return isDuskRetriable(intent) ? { state: 'created', failure: null, tabId: null } : null
    case 'chain':
      return onChain(intent, event.status)
  }
}

function onChain(
  { state, gasSpent }: DuskIntent,
  status: DuskTransactionStatus,
): Partial<DuskIntent> | null {
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

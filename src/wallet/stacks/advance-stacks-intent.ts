import type { SigningFailure } from '../signing-failure.ts'
import type { SigningVerdict } from './judge-signed-call.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'
import type { IntentAction, StacksIntent } from './stacks-intent.ts'

/** What became of a transaction on the chain. */
export type TransactionState = 'pending' | 'confirmed' | 'aborted' | 'dropped' | 'replaced'
export interface TransactionReport {
  state: TransactionState
  contractError?: number | null
  family?: StacksIntent['family']
  abortedBy?: StacksIntent['abortedBy']
  nonce?: number | null
  feeMicroStx?: string | null
}

/**
 * What can happen to an intent. Every one may come late, twice, or after the background was
 * stopped: what does not fit changes nothing.
 */
export type IntentEvent =
  | { type: 'waiting'; tabId: number }
  | { type: 'asked'; tabId: number; walletId: string }
  | { type: 'failed'; failure: SigningFailure }
  | { type: 'answered'; verdict: SigningVerdict }
  | { type: 'checked'; failure: SigningFailure | null }
  | { type: 'chain'; news: TransactionReport }
  | { type: 'retried' }

export const createIntent = (
  id: string,
  action: IntentAction,
  request: StacksCallRequest,
  now: number,
): StacksIntent => ({
  id,
  action,
  request,
  createdAt: now,
  updatedAt: now,
  tabId: null,
  state: 'created',
  failure: null,
  txid: null,
  contractError: null,
  nonce: null,
  feeMicroStx: null,
  walletId: null,
  broadcast: null,
})

/** A transaction of this intent may still change on the chain. */
export const isTracked = (intent: StacksIntent): boolean =>
  intent.txid !== null &&
  (intent.state === 'submitted' ||
    intent.state === 'asking' ||
    (intent.state === 'refused' && (intent.broadcast ?? 'pending') === 'pending'))

/** A wallet has been asked by this intent and has not answered. */
export const isAsking = (intent: StacksIntent): boolean =>
  intent.state === 'asking' && intent.txid === null

/**
 * This intent is on its way to a wallet, or before it: a second request of the same account has to
 * wait.
 */
export const isOpen = (intent: StacksIntent): boolean =>
  isAsking(intent) || (intent.state === 'created' && intent.failure === null)

/** The same request can be signed again under the same intent: it has led to no transaction. */
export const isRetriable = (intent: StacksIntent): boolean =>
  intent.state === 'failed' || (intent.state === 'created' && intent.failure !== null)

/** The intent after an event; the same object when the event does not fit its state. */
export function advance(intent: StacksIntent, event: IntentEvent, now: number): StacksIntent {
  const next = step(intent, event)
  return next === null ? intent : { ...intent, ...next, updatedAt: now }
}

function step(intent: StacksIntent, event: IntentEvent): Partial<StacksIntent> | null {
  const { state } = intent
  const open = state === 'created' || state === 'asking' || state === 'failed'
  switch (event.type) {
    case 'waiting':
      return state === 'created' || state === 'failed'
        ? { state: 'created', failure: 'no-tab', tabId: event.tabId }
        : null
    case 'asked':
      return open && intent.txid === null
        ? { state: 'asking', failure: null, tabId: event.tabId, walletId: event.walletId }
        : null
    case 'failed':
      return (state === 'created' || state === 'asking') && intent.txid === null
        ? { state: 'failed', failure: event.failure }
        : null
    case 'answered':
      return open && intent.txid === null ? answered(event.verdict, state) : null
    case 'checked':
      return state === 'asking' && intent.txid !== null ? checked(event.failure) : null
    case 'chain':
      return onChain(intent, event.news)
    case 'retried':
      return isRetriable(intent) ? { state: 'created', failure: null, tabId: null } : null
  }
}

function answered(
  verdict: SigningVerdict,
  state: StacksIntent['state'],
): Partial<StacksIntent> | null {
  switch (verdict.kind) {
    case 'accepted':
      return {
        state: 'submitted',
        failure: null,
        txid: verdict.txid,
        nonce: verdict.nonce,
        feeMicroStx: verdict.feeMicroStx,
      }
    case 'to-check':
      return { state: 'asking', failure: null, txid: verdict.txid }
    case 'refused':
      return {
        state: 'refused',
        failure: verdict.failure,
        txid: verdict.txid,
        broadcast: 'pending',
      }
    case 'failed':
      return state === 'failed' ? null : { state: 'failed', failure: verdict.failure }
  }
}

const checked = (failure: SigningFailure | null): Partial<StacksIntent> =>
  failure === null ? { state: 'submitted' } : { state: 'refused', failure, broadcast: 'pending' }

function onChain(intent: StacksIntent, news: TransactionReport): Partial<StacksIntent> | null {
  if (!isTracked(intent) || intent.state === 'asking') return null
  const { state, ...details } = news
  const told = Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<StacksIntent>
  if (intent.state === 'refused') return changes(intent, { broadcast: state, ...told })
  return changes(intent, { state: state === 'pending' ? 'submitted' : state, ...told })
}

const changes = (intent: StacksIntent, next: Partial<StacksIntent>): Partial<StacksIntent> | null =>
  (Object.keys(next) as (keyof StacksIntent)[]).some((key) => next[key] !== intent[key])
    ? next
    : null

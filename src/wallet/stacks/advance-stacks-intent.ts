import { reduceSigning, type SigningEvent } from '../reduce-signing.ts'
import type { StacksVerdict } from './judge-signed-call.ts'
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

export const createStacksIntent = (
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
export const isTracked = ({ state, txid, broadcast }: StacksIntent): boolean => {
  if (txid === null) return false
  if (state === 'refused') return (broadcast ?? 'pending') === 'pending'
  return state === 'submitted' || state === 'asking'
}

/** The intent after an event; the same object when the event does not fit its state. */
export function advanceStacksIntent(
  intent: StacksIntent,
  event: SigningEvent<StacksVerdict>,
  now: number,
): StacksIntent {
  const change = reduceSigning(intent, event)
  if (change === null) return intent
  const accepted =
    event.type === 'answered' && event.verdict.kind === 'accepted' ? event.verdict : null
  return {
    ...intent,
    ...change,
    ...(event.type === 'asked' && { walletId: event.walletId }),
    ...(change.state === 'refused' && { broadcast: 'pending' as const }),
    ...(accepted && { nonce: accepted.nonce, feeMicroStx: accepted.feeMicroStx }),
    updatedAt: now,
  }
}

/** The intent after a report of its transaction; the same object when that says nothing new. */
export function applyTransactionReport(
  intent: StacksIntent,
  { state, ...details }: TransactionReport,
  now: number,
): StacksIntent {
  if (!isTracked(intent) || intent.state === 'asking') return intent
  const reached: Partial<StacksIntent> =
    intent.state === 'refused'
      ? { broadcast: state }
      : { state: state === 'pending' ? 'submitted' : state }
  const next = {
    ...intent,
    ...reached,
    ...(reached.state === 'confirmed' && { request: dropBulk(intent.request) }),
    ...Object.fromEntries(
      Object.entries(details).filter(([, value]) => value !== null && value !== undefined),
    ),
  }
  const isNews = (Object.keys(next) as (keyof StacksIntent)[]).some(
    (key) => next[key] !== intent[key],
  )
  return isNews ? { ...next, updatedAt: now } : intent
}

const BULKY = 10_000

/**
 * Without what is long and can be read from the chain by now: an operator's lists and sources,
 * which every write of the journal would repeat.
 */
function dropBulk(request: StacksCallRequest): StacksCallRequest {
  const { args, deploy } = request
  const length = args.reduce((sum, { length: each }) => sum + each, deploy?.source.length ?? 0)
  if (length < BULKY) return request
  return { ...request, args: [], ...(deploy && { deploy: { ...deploy, source: '' } }) }
}

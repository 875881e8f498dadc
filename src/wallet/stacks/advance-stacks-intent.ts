import { isCostly, reduceSigning, type SigningEvent } from '../reduce-signing.ts'
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
  why?: StacksIntent['why']
  doubt?: StacksIntent['doubt']
  chainStatus?: string | null
  replacedBy?: string | null
  burnHeight?: number | null
  nonce?: number | null
  feeMicroStx?: string | null
  sponsored?: boolean
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
  baseline: null,
  sent: null,
  walletId: null,
  broadcast: null,
})

const HOUR_MS = 3_600_000
const BLOCK_MS = 600_000
/** A transaction that waits for longer is looked for only when somebody asks for it. */
const WAITING_MS = 7 * 24 * HOUR_MS
/** Dropped transactions have come back after this long at most. */
const DROPPED_MS = 48 * HOUR_MS
/** Six Bitcoin blocks and a half: a reorganisation has never undone more. */
const MINED_MS = 1.5 * HOUR_MS

/** A transaction of this intent has not come to an end. */
export const isTracked = ({ state, txid, broadcast }: StacksIntent): boolean => {
  if (txid === null) return false
  if (state === 'refused') return (broadcast ?? 'pending') === 'pending'
  return state === 'submitted' || state === 'asking'
}

const ageOf = (since: number, now: number): number => Math.max(0, now - since)

/** Its transaction has waited for so long that nothing looks for it until somebody asks. */
export const isQuiet = (intent: StacksIntent, now: number): boolean =>
  isTracked(intent) &&
  ageOf(intent.resumedAt ?? intent.sentAt ?? intent.updatedAt, now) >=
    (intent.chainStatus ? DROPPED_MS : WAITING_MS)

/**
 * What became of its transaction may still change: it has not come to an end, was dropped or
 * replaced, or is in a young block.
 */
export const mayChange = (intent: StacksIntent, now: number): boolean => {
  if (intent.txid === null) return false
  if (isTracked(intent)) return !isQuiet(intent, now)
  const age = ageOf(intent.updatedAt, now)
  const end = intent.state === 'refused' ? intent.broadcast : intent.state
  if (end === 'dropped' || end === 'replaced') return age < DROPPED_MS
  return intent.state !== 'refused' && age < MINED_MS
}

/** Its next block may end it, so it is read often; not when it is old or of unknown state. */
export const isLively = (intent: StacksIntent, now: number): boolean =>
  isTracked(intent) &&
  !intent.chainStatus &&
  ageOf(intent.sentAt ?? intent.updatedAt, now) < HOUR_MS

/**
 * Whether it is time for another look: at every alarm in the first hour, then once a Bitcoin block,
 * and once an hour when it is older than a day.
 */
export const isLookDue = (intent: StacksIntent, now: number): boolean => {
  const age = ageOf(intent.sentAt ?? intent.updatedAt, now)
  const sinceLook = now - (intent.lookedAt ?? -Infinity)
  // A look from the future is from before the clock was set back.
  if (age < HOUR_MS || sinceLook < 0) return true
  return sinceLook >= (age < 24 * HOUR_MS ? BLOCK_MS : HOUR_MS)
}

/** The intent after a look at its transaction, as far as that decides when the next one is due. */
export const noteLook = (intent: StacksIntent, now: number): StacksIntent =>
  ageOf(intent.sentAt ?? intent.updatedAt, now) < HOUR_MS ? intent : { ...intent, lookedAt: now }

/** Somebody asks for a transaction that has gone quiet: it is looked for as before. */
export const resumeLooking = (intent: StacksIntent, now: number): StacksIntent =>
  isQuiet(intent, now) ? { ...intent, resumedAt: now, lookedAt: null } : intent

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
    ...(event.type === 'asked' && {
      walletId: event.walletId,
      host: event.host ?? null,
      addressFirst: event.addressFirst ?? false,
    }),
    ...(change.state !== 'asking' && { host: null }),
    ...('failure' in change && { answeredBy: answeredByOf(event) }),
    ...(change.state === 'refused' && { broadcast: 'pending' as const }),
    ...(accepted && { nonce: accepted.nonce, feeMicroStx: accepted.feeMicroStx }),
    ...(typeof change.txid === 'string' && change.txid !== intent.txid && { sentAt: now }),
    // A look is no news of the request itself.
    updatedAt: event.type === 'looked' ? intent.updatedAt : now,
  }
}

/** The account that a wallet answered or signed with, where another one had to. */
function answeredByOf(event: SigningEvent<StacksVerdict>): string | null {
  if (event.type === 'failed') return event.answeredBy ?? null
  if (event.type === 'checked') return event.sender ?? null
  if (event.type !== 'answered') return null
  const { verdict } = event
  if (verdict.kind === 'failed') return verdict.answeredBy ?? null
  return verdict.kind === 'refused' ? (verdict.sender ?? null) : null
}

/** What belongs to one state of a transaction, and not to the next. */
const cleared = {
  doubt: null,
  chainStatus: null,
  why: null,
  replacedBy: null,
  burnHeight: null,
  abortedBy: null,
  contractError: null,
} satisfies Partial<StacksIntent>

/** The intent after its transaction was replaced by another that does the same. */
export const followReplacement = (intent: StacksIntent, txid: string, now: number): StacksIntent =>
  intent.state === 'replaced'
    ? { ...intent, ...cleared, state: 'submitted', txid, sentAt: now, updatedAt: now }
    : intent

/** The intent after a report of its transaction; the same object when that says nothing new. */
export function applyTransactionReport(
  intent: StacksIntent,
  { state, ...details }: TransactionReport,
  now: number,
): StacksIntent {
  const isCompared = !['created', 'asking', 'failed'].includes(intent.state)
  if (intent.txid === null || !(isCompared || isCostly(intent))) return intent
  // Its fee is to be seen until it is spent.
  if (isCostly(intent) && state === 'pending') {
    const { feeMicroStx, nonce = null } = details
    return intent.feeMicroStx === null && feeMicroStx
      ? { ...intent, feeMicroStx, nonce: nonce ?? intent.nonce }
      : intent
  }
  const reached: Partial<StacksIntent> =
    intent.state === 'refused'
      ? { broadcast: state }
      : { state: state === 'pending' ? 'submitted' : state }
  const next = {
    ...intent,
    ...cleared,
    ...reached,
    ...(isCostly(intent) && { failure: null }),
    ...(reached.state === 'confirmed' && { request: dropBulk(intent.request) }),
    ...Object.fromEntries(
      Object.entries(details).filter(([, value]) => value !== null && value !== undefined),
    ),
  }
  const isNews = (Object.keys(next) as (keyof StacksIntent)[]).some(
    (key) => (next[key] ?? null) !== (intent[key] ?? null),
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

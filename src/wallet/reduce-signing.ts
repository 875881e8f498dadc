import type { SentSince } from './account-look.ts'
import type { SigningFailure } from './signing-failure.ts'

/**
 * How far a request to a wallet has come, whatever its chain. `txid`: of the transaction it led to;
 * `sent`: what the account has sent since the wallet was asked, null: nobody has looked yet.
 */
export interface SigningPosition {
  state: string
  failure: SigningFailure | null
  txid: string | null
  sent?: SentSince | null | undefined
}

/**
 * What a wallet's answer amounts to. `accepted`: a transaction that was read and is exactly what
 * was asked; one whose fee is out of all proportion counts as sent when its sender has been told.
 * `to-check`: a transaction id alone, still to be fetched and compared. `refused`: something else
 * was signed; it may be on its way under `txid`; `sender`: who signed it, where that is all that
 * differs. `failed`: no transaction.
 */
export type SigningVerdict =
  | { kind: 'accepted'; txid: string; warning?: 'high-fee' | null }
  | { kind: 'to-check'; txid: string }
  | { kind: 'refused'; failure: SigningFailure; txid: string; sender?: string }
  | { kind: 'failed'; failure: SigningFailure; answeredBy?: string }

/**
 * What can happen to a request before the chain takes over. Every event may come late, twice, or
 * after the background was stopped: what does not fit the request's state changes nothing. `nonce`
 * names the attempt, `host` the page's host; `addressFirst`: the wallet is asked for its account
 * before it is asked to sign. `answeredBy`: the account that it had instead.
 */
export type SigningEvent<Verdict extends SigningVerdict = SigningVerdict> =
  | { type: 'waiting'; tabId: number }
  | {
      type: 'asked'
      tabId: number
      walletId: string
      nonce: string
      host?: string | null
      addressFirst?: boolean
    }
  | { type: 'failed'; failure: SigningFailure; answeredBy?: string }
  | { type: 'answered'; verdict: Verdict }
  | { type: 'checked'; failure: SigningFailure | null; sender?: string }
  | { type: 'looked'; sent: SentSince }
  | { type: 'fee-accepted' }
  | { type: 'retried' }

/** What an event changes of a request. */
export interface SigningChange {
  state: 'created' | 'asking' | 'submitted' | 'failed' | 'refused'
  failure?: SigningFailure | null
  tabId?: number | null
  txid?: string | null
  sent?: SentSince | null
}

/** Its transaction is on its way and is what was asked for, at a fee that its sender has to see. */
export const isCostly = ({ state, failure, txid }: SigningPosition): boolean =>
  state === 'asking' && failure === 'high-fee' && txid !== null

/** A wallet has been asked and has not answered. */
export const isAwaitingAnswer = ({ state, txid }: SigningPosition): boolean =>
  state === 'asking' && txid === null

/**
 * On its way to a wallet, or before one: a second request of the same account has to wait. One that
 * waits for the toolbar button on its signing page does not count.
 */
export const isOpen = (position: SigningPosition): boolean =>
  isAwaitingAnswer(position) || (position.state === 'created' && position.failure === null)

/** The same request can be made again: it has led to no transaction. */
export const isRetriable = ({ state, failure }: Pick<SigningPosition, 'state' | 'failure'>) =>
  state === 'failed' || (state === 'created' && failure !== null)

/** What an event changes; null when it does not fit. */
export function reduceSigning(
  position: SigningPosition,
  event: SigningEvent,
): SigningChange | null {
  const { state, txid } = position
  const isWithoutAnswer =
    txid === null && (state === 'created' || state === 'asking' || state === 'failed')
  switch (event.type) {
    case 'waiting':
      return state === 'created'
        ? { state: 'created', failure: 'no-tab', tabId: event.tabId }
        : null
    case 'asked':
      return state === 'created'
        ? { state: 'asking', failure: null, tabId: event.tabId, sent: null }
        : null
    case 'failed':
      return isWithoutAnswer && state !== 'failed'
        ? { state: 'failed', failure: event.failure, sent: null }
        : null
    // A transaction counts, however late its wallet answers.
    case 'answered':
      return isWithoutAnswer ? changeByVerdict(event.verdict, state) : null
    case 'checked':
      return state === 'asking' && txid !== null ? changeByCheck(event.failure) : null
    case 'looked':
      return state === 'failed' && txid === null && position.sent !== event.sent
        ? { state: 'failed', sent: event.sent }
        : null
    case 'fee-accepted':
      return isCostly(position) ? { state: 'submitted', failure: null } : null
    case 'retried':
      return isRetriable(position) ? { state: 'created', failure: null, tabId: null } : null
  }
}

function changeByCheck(failure: SigningFailure | null): SigningChange {
  switch (failure) {
    case null:
      return { state: 'submitted' }
    case 'high-fee':
      return { state: 'asking', failure }
    // No answer to this question: whatever its wallet sends may still come.
    case 'old-transaction':
      return { state: 'failed', failure, txid: null, sent: null }
    default:
      return { state: 'refused', failure }
  }
}

function changeByVerdict(verdict: SigningVerdict, state: string): SigningChange | null {
  switch (verdict.kind) {
    case 'accepted':
      return verdict.warning
        ? { state: 'asking', failure: verdict.warning, txid: verdict.txid }
        : { state: 'submitted', failure: null, txid: verdict.txid }
    case 'to-check':
      return { state: 'asking', failure: null, txid: verdict.txid }
    case 'refused':
      return { state: 'refused', failure: verdict.failure, txid: verdict.txid }
    case 'failed':
      return state === 'failed' ? null : { state: 'failed', failure: verdict.failure, sent: null }
  }
}

import type { UnknownReason } from '../known.ts'
import type { StacksReadFailure } from './client.ts'

const reasons: Record<StacksReadFailure['code'], UnknownReason> = {
  offline: 'offline',
  slow: 'offline',
  'server-error': 'offline',
  'rate-limited': 'rate-limited',
  'bad-answer': 'bad-answer',
  refused: 'bad-answer',
  gone: 'not-offered',
  'not-found': 'not-offered',
  missing: 'not-offered',
  'at-block': 'at-block-unavailable',
  aborted: 'bad-answer',
}

/** Why a value stays unknown when a reading failed this way. */
export const stacksUnknownReason = (failure: StacksReadFailure): UnknownReason =>
  reasons[failure.code]

/**
 * The network failed rather than the contract: another way would fail too, and a later time may
 * cure it.
 */
export const isTransient = (failure: StacksReadFailure): boolean =>
  ['offline', 'slow', 'server-error', 'rate-limited'].includes(failure.code)

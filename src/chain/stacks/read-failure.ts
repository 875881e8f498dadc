import type { UnknownReason } from '../known.ts'
import type { StacksReadFailure } from './stacks-read.ts'

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

/** Why a value is unknown after a read failed this way. */
export const stacksUnknownReason = (failure: StacksReadFailure): UnknownReason =>
  reasons[failure.code]

/**
 * Whether the network failed rather than the contract: another source would fail too, and a later
 * request may succeed.
 */
export const isTransient = (failure: StacksReadFailure): boolean =>
  ['offline', 'slow', 'server-error', 'rate-limited'].includes(failure.code)

import { type Known, known, unknown, type UnknownReason } from '../known.ts'
import type { DuskReadFailure } from './failures.ts'

/** Why a failed read leaves its value unknown. */
export const duskUnknownReason = ({ code }: DuskReadFailure): UnknownReason => {
  switch (code) {
    case 'rate-limited':
      return 'rate-limited'
    case 'bad-answer':
      return 'bad-answer'
    case 'not-found':
    case 'refused':
    case 'panicked':
    case 'no-driver':
    case 'no-contract':
    case 'no-archive':
      return 'not-offered'
    default:
      return 'offline'
  }
}

/** A read as a value that may be unknown. */
export const knownFrom = <T>(
  read: { ok: true; value: T } | { ok: false; failure: DuskReadFailure },
): Known<T> => (read.ok ? known(read.value) : unknown(duskUnknownReason(read.failure)))

import type { SigningFailure } from '../signing-failure.ts'

/** The wallet's user declined. */
export const REJECTED = 4001
/** Not connected, locked, or not set up: the page has no access yet. */
export const UNAUTHORIZED = 4100

const byCode: ReadonlyMap<number, SigningFailure> = new Map([
  [REJECTED, 'rejected'],
  [UNAUTHORIZED, 'wallet-locked'],
  [4900, 'wallet-missing'],
])

/** The number of a wallet's error; undefined when it has none. */
export function duskErrorCode(thrown: unknown): number | undefined {
  const code =
    typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
  return typeof code === 'number' ? code : undefined
}

/**
 * Why a Dusk wallet gave nothing: by its code (4001, 4100, 4200, 4900, -326xx), or by its message
 * where the code says nothing.
 *
 * @example
 *   duskFailure({ code: 4001 }) // 'rejected'
 */
export function duskFailure(thrown: unknown): SigningFailure {
  const known = byCode.get(duskErrorCode(thrown) ?? 0)
  if (known) return known
  const text =
    typeof thrown === 'object' && thrown !== null && 'message' in thrown
      ? String(thrown.message)
      : ''
  if (
    /network|chain/i.test(text) &&
    /mismatch|wrong|switch|different|not match|unsupported/i.test(text)
  )
    return 'wrong-network'
  if (/(account|profile)/i.test(text) && /mismatch|wrong|switch|different|not match/i.test(text))
    return 'wrong-account'
  if (/reject|cancel|denied|declined/i.test(text)) return 'rejected'
  return 'wallet-error'
}

/**
 * Arithmetic of the Clarity VM: unsigned 128-bit integers that abort the transaction instead of
 * wrapping [dual-stacking 1.4].
 */

export const MAX_U128 = 2n ** 128n - 1n

/** Why the VM ends a transaction without an answer [dual-stacking 1.4]. */
export type AbortReason =
  | 'ArithmeticOverflow'
  | 'ArithmeticUnderflow'
  | 'DivisionByZero'
  | 'UnwrapFailure'
  | 'BlockNotResolvable'
  | 'NoSuchDataVariable'
  | 'NoSuchContract'
  | 'NoSuchFunction'
  | 'NoTrait'
  | 'CircularReference'
  | 'AlreadyConfigured'
  | 'LockFailed'

/** Ends a transaction without result, events or state change. */
export class Abort extends Error {
  readonly reason: AbortReason

  constructor(reason: AbortReason) {
    super(`The contract aborts: ${reason}.`)
    this.name = 'Abort'
    this.reason = reason
  }
}

/** A + b; aborts above 2^128 - 1. */
export const add = (a: bigint, b: bigint): bigint => bounded(a + b)

/** A - b; aborts below 0. */
export const sub = (a: bigint, b: bigint): bigint => {
  if (b > a) throw new Abort('ArithmeticUnderflow')
  return a - b
}

/** A · b; aborts above 2^128 - 1. */
export const mul = (a: bigint, b: bigint): bigint => bounded(a * b)

/** Floor(a / b); aborts for b = 0. */
export const div = (a: bigint, b: bigint): bigint => {
  if (b === 0n) throw new Abort('DivisionByZero')
  return a / b
}

/** Floor(sqrt(a)) for a in 0 … 2^128 - 1. */
export const sqrt = (a: bigint): bigint => {
  if (a < 2n) return a
  // A float is right to 53 bits: one Newton step from there comes within 1 of the root of 128.
  const guess = BigInt(Math.floor(Math.sqrt(Number(a))))
  const root = (guess + a / guess) >> 1n
  if (root * root > a) return root - 1n
  return (root + 1n) * (root + 1n) <= a ? root + 1n : root
}

function bounded(value: bigint): bigint {
  if (value > MAX_U128) throw new Abort('ArithmeticOverflow')
  return value
}

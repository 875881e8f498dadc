import { panic } from './panic.ts'
import { U64_MAX } from './units.ts'

/**
 * Sum that traps above u64, as the contracts do (built with overflow checks, [hyperstaking 1.3]).
 */
export const addU64 = (a: bigint, b: bigint): bigint => {
  const sum = a + b
  return sum > U64_MAX ? panic('attempt to add with overflow') : sum
}

/** Difference that traps below zero. */
export const subU64 = (a: bigint, b: bigint): bigint =>
  b > a ? panic('attempt to subtract with overflow') : a - b

/** Product that traps above u64. */
export const mulU64 = (a: bigint, b: bigint): bigint => {
  const product = a * b
  return product > U64_MAX ? panic('attempt to multiply with overflow') : product
}

import { P } from './field.ts'

/** C0 + c1·u with u² = −1: an element of BLS12-381's key field; c1 is 0 in the base field. */
export type Element = readonly [c0: bigint, c1: bigint]

export const ONE: Element = [1n, 0n]

const reduce = (value: bigint): bigint => {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

export const addElements = (a: Element, b: Element): Element => [
  reduce(a[0] + b[0]),
  reduce(a[1] + b[1]),
]
export const subtract = (a: Element, b: Element): Element => [
  reduce(a[0] - b[0]),
  reduce(a[1] - b[1]),
]
export const multiply = (a: Element, b: Element): Element => [
  reduce(a[0] * b[0] - a[1] * b[1]),
  reduce(a[0] * b[1] + a[1] * b[0]),
]
export const square = (a: Element): Element => multiply(a, a)
export const negate = (a: Element): Element => subtract([0n, 0n], a)
export const conjugate = ([c0, c1]: Element): Element => [c0, reduce(-c1)]
export const equals = (a: Element, b: Element): boolean => a[0] === b[0] && a[1] === b[1]
export const isZero = ([c0, c1]: Element): boolean => c0 === 0n && c1 === 0n

/** A power with an exponent of at least 0. */
export const power = (base: Element, exponent: bigint): Element => {
  let result = ONE
  let factor = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(result, factor)
    factor = square(factor)
  }
  return result
}

const basePower = (base: bigint, exponent: bigint): bigint => power([base, 0n], exponent)[0]

/** The inverse in the base field; 0 for 0. */
const invert = (value: bigint): bigint => basePower(value, P - 2n)

/** The inverse; 0 for 0. */
export const inverse = (a: Element): Element => {
  const norm = invert(reduce(a[0] * a[0] + a[1] * a[1]))
  return multiply(conjugate(a), [norm, 0n])
}

/** A root in the base field, where P is 3 modulo 4; null when there is none. */
const baseRoot = (value: bigint): bigint | null => {
  const root = basePower(value, (P + 1n) / 4n)
  return reduce(root * root) === value ? root : null
}

/** One of two square roots; null when there is none. In the base field when both c1 are to be 0. */
export const squareRoot = (a: Element): Element | null => {
  const [c0, c1] = a
  if (c1 === 0n) {
    const root = baseRoot(c0)
    if (root !== null) return [root, 0n]
    const other = baseRoot(reduce(-c0))
    return other === null ? null : [0n, other]
  }
  const norm = baseRoot(reduce(c0 * c0 + c1 * c1))
  if (norm === null) return null
  const half = (P + 1n) / 2n
  const root = baseRoot(reduce((c0 + norm) * half)) ?? baseRoot(reduce((c0 - norm) * half))
  return root === null ? null : [root, reduce(c1 * half * invert(root))]
}

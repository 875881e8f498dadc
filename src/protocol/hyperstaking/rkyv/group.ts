import { P } from './field.ts'
import {
  addElements,
  conjugate,
  type Element,
  equals,
  inverse,
  isZero,
  multiply,
  negate,
  ONE,
  power,
  square,
  squareRoot,
  subtract,
} from './quadratic.ts'

/** A point of a curve other than infinity. */
export interface Point {
  x: Element
  y: Element
}

/** A curve y² = x³ + b, and which of its points belong to the group of keys or signatures. */
export interface Group {
  b: Element
  hasOrder(point: Point): boolean
}

/** X / z² and y / z³; z is 0 at infinity. */
type Projective = readonly [x: Element, y: Element, z: Element]

const times = (a: Element, factor: bigint): Element => multiply(a, [factor, 0n])

const double = ([x, y, z]: Projective): Projective => {
  const squared = square(y)
  const d = times(multiply(x, squared), 4n)
  const e = times(square(x), 3n)
  const next = subtract(square(e), times(d, 2n))
  return [
    next,
    subtract(multiply(e, subtract(d, next)), times(square(squared), 8n)),
    times(multiply(y, z), 2n),
  ]
}

const addPoint = ([x, y, z]: Projective, point: Point): Projective => {
  if (isZero(z)) return [point.x, point.y, ONE]
  const z2 = square(z)
  const h = subtract(multiply(point.x, z2), x)
  const r = subtract(multiply(point.y, multiply(z, z2)), y)
  if (isZero(h) && isZero(r)) return double([x, y, z])
  const h2 = square(h)
  const h3 = multiply(h, h2)
  const v = multiply(x, h2)
  const next = subtract(subtract(square(r), h3), times(v, 2n))
  return [next, subtract(multiply(r, subtract(v, next)), multiply(y, h3)), multiply(z, h)]
}

const scale = (point: Point, by: bigint): Projective => {
  let sum: Projective = [ONE, ONE, [0n, 0n]]
  for (const bit of by.toString(2)) {
    sum = double(sum)
    if (bit === '1') sum = addPoint(sum, point)
  }
  return sum
}

/** How many points the groups have. */
const ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n
/** The parameter that the curves are made from is the negative of this. */
const PARAMETER = 0xd201000000010000n

/** Of signatures: y² = x³ + 4 over the base field. */
export const G1: Group = { b: [4n, 0n], hasOrder: (point) => isZero(scale(point, ORDER)[2]) }

const twist = (exponent: bigint): Element => power(inverse([1n, 1n]), exponent)
let twists: readonly [Element, Element] | undefined

/**
 * Of public keys: y² = x³ + 4(1 + u). The endomorphism of the curve is a multiplication by the
 * parameter in this group alone, which is a quarter of the work of multiplying by its order
 * (https://eprint.iacr.org/2021/1130).
 */
export const G2: Group = {
  b: [4n, 4n],
  hasOrder: (point) => {
    twists ??= [twist((P - 1n) / 3n), twist((P - 1n) / 2n)]
    const [x, y, z] = scale(point, PARAMETER)
    const z2 = square(z)
    return (
      !isZero(z) &&
      equals(x, multiply(multiply(conjugate(point.x), twists[0]), z2)) &&
      equals(negate(y), multiply(multiply(conjugate(point.y), twists[1]), multiply(z, z2)))
    )
  },
}

const curveAt = (group: Group, x: Element): Element => addElements(multiply(square(x), x), group.b)

/** Whether a point is on the curve and in the group. */
export const isInGroup = (group: Group, point: Point): boolean =>
  equals(square(point.y), curveAt(group, point.x)) && group.hasOrder(point)

/** One of the two y of the curve at x; null when there is none. */
export const rootAt = (group: Group, x: Element): Element | null => squareRoot(curveAt(group, x))

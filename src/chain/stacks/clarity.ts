import {
  Cl,
  ClarityType,
  deserializeCV,
  serializeCV,
  type ClarityValue,
} from '@stacks/transactions'
import * as v from 'valibot'
import { stripHexPrefix } from '../hex.ts'
import { principalPattern } from './principal.ts'

/**
 * A Clarity value in plain shapes, one to one: int and uint → bigint, bool, principal and strings →
 * string, buffer → hex with 0x, none → null, (some x) → {some: x}, (ok x) → {ok: x}, (err x) →
 * {err: x}, list → array, tuple → object with the original keys.
 */
export type PlainClarity =
  | bigint
  | boolean
  | string
  | null
  | PlainClarity[]
  | { [key: string]: PlainClarity }

/** A Clarity value in plain shapes. */
export const toPlainClarity = (value: ClarityValue): PlainClarity => {
  switch (value.type) {
    case ClarityType.Int:
    case ClarityType.UInt:
      return BigInt(value.value)
    case ClarityType.BoolTrue:
      return true
    case ClarityType.BoolFalse:
      return false
    case ClarityType.OptionalNone:
      return null
    case ClarityType.OptionalSome:
      return { some: toPlainClarity(value.value) }
    case ClarityType.ResponseOk:
      return { ok: toPlainClarity(value.value) }
    case ClarityType.ResponseErr:
      return { err: toPlainClarity(value.value) }
    case ClarityType.Buffer:
      return `0x${value.value}`
    case ClarityType.List:
      return value.value.map(toPlainClarity)
    case ClarityType.Tuple:
      return Object.fromEntries(
        Object.entries(value.value).map(([key, item]) => [key, toPlainClarity(item)]),
      )
    case ClarityType.PrincipalStandard:
    case ClarityType.PrincipalContract:
    case ClarityType.StringASCII:
    case ClarityType.StringUTF8:
      return value.value
  }
}

/** Decodes a serialized Clarity value; undefined when the hex is not one. */
export const decodeClarity = (hex: string): PlainClarity | undefined => {
  try {
    return toPlainClarity(deserializeCV(hex))
  } catch {
    return undefined
  }
}

// An address takes most of the time to read and to write out, and a refresh names the same few in
// every read.
const MOST_PRINCIPALS = 64
const principals = new Map<string, ClarityValue>()
const encoded = new WeakMap<ClarityValue, string>()

/** Serializes for a request: hex with 0x. */
export const encodeClarity = (value: ClarityValue): string => {
  const hex = encoded.get(value) ?? `0x${stripHexPrefix(serializeCV(value))}`
  encoded.set(value, hex)
  return hex
}

// One by one: destructuring `Cl` would keep all of it in every bundle, a parser and a printer
// included.
export const clUint = (value: bigint | number): ClarityValue => Cl.uint(value)
export const clPrincipal = (principal: string): ClarityValue => {
  const before = principals.get(principal)
  if (before) return before
  if (principals.size >= MOST_PRINCIPALS) principals.clear()
  const value = Cl.principal(principal)
  principals.set(principal, value)
  return value
}
export const clTuple = (fields: Record<string, ClarityValue>): ClarityValue => Cl.tuple(fields)

/** Schemas over plain Clarity values, each named after exactly what it unwraps. */
export const cUint = v.pipe(v.bigint(), v.minValue(0n))
/** A uint small enough for a number: heights, indexes, counts. */
export const cCount = v.pipe(
  v.bigint(),
  v.minValue(0n),
  v.maxValue(BigInt(Number.MAX_SAFE_INTEGER)),
  v.transform(Number),
)
export const cPrincipal = v.pipe(v.string(), v.regex(principalPattern))
export const cBool = v.boolean()
type Schema<T> = v.GenericSchema<unknown, T>
/** None → null, (some x) → x. */
/* @__NO_SIDE_EFFECTS__ */
export const cOptional = <T>(inner: Schema<T>): Schema<T | null> =>
  v.union([
    v.null(),
    v.pipe(
      v.object({ some: inner }),
      v.transform(({ some }) => some as T),
    ),
  ])
/** X or (some x) → x, none → null: events print addresses either way [dual-stacking 4.3]. */
/* @__NO_SIDE_EFFECTS__ */
export const cBareOrOptional = <T>(inner: Schema<T>): Schema<T | null> =>
  v.union([inner, cOptional(inner)])
/** (ok x) → x; an (err …) does not match. */
/* @__NO_SIDE_EFFECTS__ */
export const cOk = <T>(inner: Schema<T>): Schema<T> =>
  v.pipe(
    v.object({ ok: inner }),
    v.transform(({ ok }) => ok as T),
  )

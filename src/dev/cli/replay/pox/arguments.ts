import { isPrincipal } from '../../../../chain/stacks/principal.ts'
import type { ContractTuple, ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { byteLength, isHex } from '../../../../protocol/clarity/hex.ts'
import type { ParameterType, ParameterList } from '../../../../protocol/clarity/parameter-types.ts'
import { MAX_U128 } from '../../../../protocol/clarity/u128.ts'
import { type Json, showJson } from '../json.ts'

/** An argument that its parameter does not take: the VM aborts such a call. */
export class BadArgument extends Error {}

/** Positional arguments by name; throws `BadArgument` where they do not fit. */
export function namedArguments(parameters: ParameterList, args: readonly Json[]): ContractTuple {
  const entries = Object.entries(parameters)
  if (entries.length !== args.length)
    throw new BadArgument(`${args.length} arguments, the function takes ${entries.length}`)
  return Object.fromEntries(
    entries.map(([name, type], index) => [name, parseArgument(type, args[index]!)]),
  )
}

function parseArgument(type: ParameterType, json: Json): ContractValue {
  const wrong = (expected: string) => new BadArgument(`${showJson(json)} is not ${expected}`)
  if (type === 'uint') {
    const isUint = typeof json === 'string' && /^\d{1,39}$/.test(json) && BigInt(json) <= MAX_U128
    if (!isUint) throw wrong('a uint')
    return BigInt(json)
  }
  if (type === 'bool') {
    if (typeof json !== 'boolean') throw wrong('a bool')
    return json
  }
  if (type === 'principal' || type === 'trait') {
    if (typeof json !== 'string' || !isPrincipal(json)) throw wrong('a principal')
    return json
  }
  if ('buffer' in type) {
    const isBuffer = typeof json === 'string' && isHex(json) && byteLength(json) <= type.buffer
    if (!isBuffer) throw wrong(`a buffer of at most ${type.buffer} bytes`)
    return json
  }
  if ('ascii' in type) {
    if (typeof json !== 'string' || json.length > type.ascii) throw wrong('text')
    return json
  }
  if ('list' in type) {
    const isList = Array.isArray(json) && json.length <= type.max
    if (!isList) throw wrong(`a list of at most ${type.max}`)
    return json.map((item) => parseArgument(type.list, item))
  }
  return parseComposite(type, json)
}

type Composite = Extract<
  ParameterType,
  { optional: unknown } | { tuple: unknown } | { ok: unknown }
>

function parseComposite(type: Composite, json: Json): ContractValue {
  if ('optional' in type) {
    if (json === null) return null
    return { some: parseArgument(type.optional, field(json, 'some')) }
  }
  if ('tuple' in type) {
    const entries = Object.entries(type.tuple).map(([name, inner]) => [
      name,
      parseArgument(inner, field(json, name, Object.keys(type.tuple).length)),
    ])
    return Object.fromEntries(entries) as ContractTuple
  }
  const isOk = typeof json === 'object' && json !== null && 'ok' in json
  return isOk
    ? { ok: parseArgument(type.ok, field(json, 'ok')) }
    : { err: parseArgument(type.err, field(json, 'err')) }
}

function field(json: Json, name: string, fields = 1): Json {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
  if (!isObject || Object.keys(json).length !== fields || !Object.hasOwn(json, name))
    throw new BadArgument(`${showJson(json)} is not an object with ${name}`)
  return json[name]!
}

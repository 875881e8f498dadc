import { decodeAddress } from './c32.ts'
import type { ContractTuple, ContractValue } from './contract-value.ts'
import { bigEndian, concatBytes, toBytes } from './hex.ts'
import type { ParameterType } from './parameter-types.ts'
import type { Principal } from './principal.ts'

/** First byte of each kind of a serialized value (SIP-005). */
export const prefix = {
  uint: 0x01,
  buffer: 0x02,
  true: 0x03,
  false: 0x04,
  standard: 0x05,
  contract: 0x06,
  ok: 0x07,
  err: 0x08,
  none: 0x09,
  some: 0x0a,
  list: 0x0b,
  tuple: 0x0c,
  ascii: 0x0d,
} as const

/** A value's consensus bytes; throws for a value that is not of the type. */
export function serialize(type: ParameterType, value: ContractValue): Uint8Array {
  if (type === 'uint') return concatBytes(prefix.uint, bigEndian(value as bigint, 16))
  if (type === 'bool') return Uint8Array.of(value === true ? prefix.true : prefix.false)
  if (type === 'principal' || type === 'trait') return serializePrincipal(value as string)
  if ('buffer' in type) return withLength(prefix.buffer, toBytes(value as string))
  if ('ascii' in type) return withLength(prefix.ascii, asciiBytes(value as string))
  if ('optional' in type) {
    if (value === null) return Uint8Array.of(prefix.none)
    return concatBytes(prefix.some, serialize(type.optional, (value as ContractTuple).some!))
  }
  if ('list' in type) {
    const items = value as readonly ContractValue[]
    const bytes = items.map((item) => serialize(type.list, item))
    return concatBytes(prefix.list, bigEndian(BigInt(items.length), 4), ...bytes)
  }
  if ('tuple' in type) return serializeTuple(type.tuple, value as ContractTuple)
  const response = value as ContractTuple
  return 'ok' in response
    ? concatBytes(prefix.ok, serialize(type.ok, response.ok!))
    : concatBytes(prefix.err, serialize(type.err, response.err!))
}

/** The consensus bytes of a principal; throws for text that is none. */
export function serializePrincipal(principal: Principal): Uint8Array {
  const [address = '', name] = principal.split('.')
  const parts = decodeAddress(address)
  if (parts === undefined) throw new Error(`${principal} is no principal.`)
  if (name === undefined) return concatBytes(prefix.standard, parts.version, parts.hash)
  const nameBytes = asciiBytes(name)
  return concatBytes(prefix.contract, parts.version, parts.hash, nameBytes.length, nameBytes)
}

function serializeTuple(
  fields: Readonly<Record<string, ParameterType>>,
  tuple: ContractTuple,
): Uint8Array {
  const names = Object.keys(fields).sort()
  const bytes = names.flatMap((name) => [
    name.length,
    asciiBytes(name),
    serialize(fields[name]!, tuple[name]!),
  ])
  return concatBytes(prefix.tuple, bigEndian(BigInt(names.length), 4), ...bytes)
}

const withLength = (kind: number, bytes: Uint8Array): Uint8Array =>
  concatBytes(kind, bigEndian(BigInt(bytes.length), 4), bytes)

const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

import * as v from 'valibot'
import { base58Encode } from '../../../../protocol/hyperstaking/core/base58.ts'
import {
  concat,
  hexBytes,
  keyBytes,
  u64Bytes,
} from '../../../../protocol/hyperstaking/core/bytes.ts'
import { isAccount, isContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../../../protocol/hyperstaking/core/units.ts'
import { hex } from '../../../../protocol/hyperstaking/host/signature.ts'

/**
 * How one kind of argument travels: as JSON for reads, as bytes in a transaction. Sizes are in
 * bytes; null: no bytes form.
 */
export interface Codec {
  size: number | null
  fromJson: (json: unknown) => unknown
  fromBytes: (bytes: Uint8Array) => unknown
  toBytes: (value: unknown) => Uint8Array
}

const refuse = (what: string): never => {
  throw new TypeError(what)
}

const digits = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,20}$/),
  v.transform((text) => BigInt(text)),
)

/** An amount: "123" in JSON, eight bytes with the little end first, as on public networks. */
export const u64Codec: Codec = {
  size: 8,
  fromJson: (json) => {
    const parsed = v.safeParse(digits, json)
    return parsed.success && parsed.output <= U64_MAX
      ? parsed.output
      : refuse('a u64 is a string of digits')
  },
  fromBytes: (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true),
  toBytes: (value) => u64Bytes(value as bigint),
}

/** An account: base58 in JSON, its 96 bytes. */
export const accountCodec: Codec = {
  size: 96,
  fromJson: (json) => (isAccount(json) ? json : refuse('an account is base58 of 96 bytes')),
  fromBytes: (bytes) => base58Encode(bytes),
  toBytes: (value) => keyBytes(value as string),
}

export const emptyCodec: Codec = {
  size: 0,
  fromJson: () => null,
  fromBytes: () => null,
  toBytes: () => new Uint8Array(),
}

/** Some accounts, for reads only. */
export const accountsCodec: Codec = {
  size: null,
  fromJson: (json) =>
    Array.isArray(json) ? json.map(accountCodec.fromJson) : refuse('a list of accounts'),
  fromBytes: () => refuse('for reads only'),
  toBytes: () => refuse('for reads only'),
}

/** {"Account": "…"} or {"Contract": "…"}, for reads only; a contract's id stands for it. */
export const holderCodec: Codec = {
  ...accountsCodec,
  fromJson: (json) => {
    const parsed = v.safeParse(
      v.union([v.strictObject({ Account: v.string() }), v.strictObject({ Contract: v.string() })]),
      json,
    )
    if (!parsed.success) return refuse('{"Account": …} or {"Contract": …}')
    return 'Account' in parsed.output
      ? accountCodec.fromJson(parsed.output.Account)
      : parsed.output.Contract
  },
}

export const contractCodec: Codec = {
  size: 32,
  fromJson: (json) => (isContractId(json) ? json : refuse('a contract id is 64 hex digits')),
  fromBytes: hex,
  toBytes: (value) => hexBytes(value as string),
}

export const textCodec: Codec = {
  ...accountsCodec,
  fromJson: (json) => (typeof json === 'string' ? json : refuse('a text')),
}

/** One of some words: itself in JSON, its place as one byte. */
export const oneOfCodec = (...words: string[]): Codec => ({
  size: 1,
  fromJson: (json) =>
    typeof json === 'string' && words.includes(json) ? json : refuse(`one of ${words.join(', ')}`),
  fromBytes: ([index]) => words[index!] ?? refuse(`one of ${words.length}`),
  toBytes: (value) => Uint8Array.of(words.indexOf(value as string)),
})

/** Named fields, one after the other. */
export const recordCodec = (fields: Record<string, Codec>): Codec => ({
  size: Object.values(fields).reduce((sum, { size }) => sum + (size ?? 0), 0),
  fromJson: (json) => {
    const parsed = v.safeParse(v.record(v.string(), v.unknown()), json)
    if (!parsed.success) return refuse('an object')
    return Object.fromEntries(
      Object.entries(fields).map(([name, codec]) => [name, codec.fromJson(parsed.output[name])]),
    )
  },
  fromBytes: (bytes) => {
    let offset = 0
    return Object.fromEntries(
      Object.entries(fields).map(([name, codec]) => {
        const part = bytes.slice(offset, (offset += codec.size ?? 0))
        return [name, codec.fromBytes(part)]
      }),
    )
  },
  toBytes: (value) =>
    concat(
      ...Object.entries(fields).map(([name, codec]) =>
        codec.toBytes((value as Record<string, unknown>)[name]),
      ),
    ),
})

/** The value of some bytes, or null when their number is wrong or they mean nothing. */
export const decodeBytes = (codec: Codec, bytes: Uint8Array): { value: unknown } | null => {
  if (codec.size === null || bytes.length !== codec.size) return null
  try {
    return { value: codec.fromBytes(bytes) }
  } catch {
    return null
  }
}

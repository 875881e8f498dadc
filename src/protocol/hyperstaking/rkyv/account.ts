import { base58Decode, base58Encode } from '../../base58.ts'
import type { Account, ContractId } from '../core/ids.ts'
import { hex } from '../host/signature.ts'
import type { Codec } from './codec.ts'
import { bytesAt, contractId } from './fixed-bytes.ts'
import {
  compressedKey,
  compressedSignature,
  KEY,
  RAW_KEY,
  RAW_SIGNATURE,
  rawKey,
  rawSignature,
  SIGNATURE,
} from './point.ts'
import { failWith } from './problem.ts'

/**
 * Keeps what was converted lately: the same few keys come again and again, and each costs
 * milliseconds on the curve.
 */
const createMemory = <V>() => {
  const known = new Map<string, V>()
  return (key: string, convert: () => V): V => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = convert()
    if (known.size === 4096) known.clear()
    known.set(key, value)
    return value
  }
}

interface Form {
  compressed: number
  raw: number
  toRaw: (compressed: Uint8Array) => Uint8Array | null
  fromRaw: (raw: Uint8Array) => Uint8Array | null
}

/** A point of the curve: base58 of its compressed bytes here, its coordinates in an archive. */
const point = (form: Form, shape: { size: number; align: number }): Codec<string> => {
  const raws = createMemory<Uint8Array>()
  const texts = createMemory<string>()
  const toRaw = (text: string): Uint8Array =>
    raws(text, () => {
      // Longer texts are none, and reading them costs the square of their length.
      const compressed = text.length <= 2 * form.compressed ? base58Decode(text) : null
      if (compressed?.length !== form.compressed) return failWith('bad-value')
      return form.toRaw(compressed) ?? failWith('bad-point')
    })
  const toText = (raw: Uint8Array): string =>
    texts(hex(raw), () => base58Encode(form.fromRaw(raw) ?? failWith('bad-point')))
  return {
    ...shape,
    niche: null,
    pointers: false,
    prepare: (value, sink) => {
      const raw = toRaw(value)
      return (at) => sink.set(at, raw)
    },
    read: (view, at) => toText(bytesAt(view, at, form.raw)),
    fromJson: (json) => {
      if (typeof json !== 'string') return failWith('bad-value')
      toRaw(json)
      return json
    },
    toJson: (value) => value,
  }
}

const keyForm: Form = { compressed: KEY, raw: RAW_KEY, toRaw: rawKey, fromRaw: compressedKey }

/** An account's or provisioner's public key: 193 bytes and padding. */
export const account: Codec<Account> = point(keyForm, { size: 200, align: 8 })

/** A public key as Sozu's contracts keep it: 193 bytes, aligned to none. */
export const bareAccount: Codec<Account> = point(keyForm, { size: RAW_KEY, align: 1 })

/** A BLS signature: base58 of its 48 compressed bytes here, 97 bytes and padding in an archive. */
export const signature: Codec<string> = point(
  {
    compressed: SIGNATURE,
    raw: RAW_SIGNATURE,
    toRaw: rawSignature,
    fromRaw: compressedSignature,
  },
  { size: 104, align: 8 },
)

/** An account or a contract as Sozu's contracts name them: a bare text, base58 or hex. */
export type DuskPrincipal = Account | ContractId

const CONTRACT = 0
const EXTERNAL = 1
const codecOf = (value: unknown): { tag: number; codec: Codec<string> } =>
  typeof value === 'string' && value.length === 64
    ? { tag: CONTRACT, codec: contractId }
    : { tag: EXTERNAL, codec: bareAccount }

/** A principal: a tag, then the id or the key; 194 bytes. */
export const principal: Codec<DuskPrincipal> = {
  size: 1 + RAW_KEY,
  align: 1,
  niche: { count: 254, at: 0 },
  pointers: false,
  prepare: (value, sink) => {
    const { tag, codec } = codecOf(value)
    const place = codec.prepare(value, sink)
    return (at) => {
      sink.view().setUint8(at, tag)
      place(at + 1)
    }
  },
  read: (view, at) => {
    const tag = view.getUint8(at)
    if (tag > EXTERNAL) failWith('bad-tag')
    return (tag === CONTRACT ? contractId : bareAccount).read(view, at + 1)
  },
  fromJson: (json) => codecOf(json).codec.fromJson(json),
  toJson: (value) => value,
}

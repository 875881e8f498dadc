import { base58Decode, base58Encode, base58Size } from '../../base58.ts'

/**
 * A BLS public key as base58 of its 96 compressed bytes: an account, or a provisioner's consensus
 * key.
 */
export type Account = string

/** A contract's id: 64 lower-case hex digits. */
export type ContractId = string

/** The transfer contract, which holds everyone’s DUSK. */
export const TRANSFER: ContractId =
  '0100000000000000000000000000000000000000000000000000000000000000'
/** The stake contract. */
export const STAKE: ContractId = '0200000000000000000000000000000000000000000000000000000000000000'

/** Whether a value is a contract’s id. */
export const isContractId = (value: unknown): value is ContractId =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/**
 * Keys found good lately: reading one costs more than all else in a call, and the same few come
 * again and again.
 */
const good = new Set<string>()
const REMEMBERED = 4096

/**
 * Whether a text is base58 of 96 bytes. It does not check that the bytes are a point of the curve.
 */
export const isAccount = (value: unknown): value is Account => {
  if (typeof value !== 'string' || value.length < 96 || value.length > 132) return false
  if (good.has(value)) return true
  if (base58Size(value) !== 96) return false
  if (good.size === REMEMBERED) good.clear()
  good.add(value)
  return true
}

/** The 96 bytes of an account, or null when it is not one. */
export const accountBytes = (account: Account): Uint8Array | null => {
  const bytes = base58Decode(account)
  return bytes?.length === 96 ? bytes : null
}

/** The order in which contracts keep keys: that of their bytes. */
export const compareKeys = (a: Account, b: Account): number => {
  const one = accountBytes(a) ?? new Uint8Array()
  const other = accountBytes(b) ?? new Uint8Array()
  const index = one.findIndex((byte, place) => byte !== other[place])
  return index < 0 ? 0 : one[index]! - (other[index] ?? 0)
}

const stretch = (name: string, length: number): Uint8Array => {
  let state = 0x811c9dc5
  for (let index = 0; index < name.length; index++)
    state = Math.imul(state ^ name.charCodeAt(index), 0x01000193)
  return Uint8Array.from({ length }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    state ^= state >>> 13
    return (state >>> 8) & 255
  })
}

/**
 * A key-shaped account for a name, always the same: for models, scenarios and tests, where no one
 * holds a secret key.
 */
export const namedAccount = (name: string): Account => {
  const bytes = stretch(name, 96)
  bytes[0] = (bytes[0]! & 0x1f) | 0x80
  return base58Encode(bytes)
}

/** A contract id for a name, always the same. */
export const namedContract = (name: string): ContractId =>
  [...stretch(`contract ${name}`, 32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

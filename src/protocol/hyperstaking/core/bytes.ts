import { accountBytes, type Account, type ContractId } from './ids.ts'
import { panic } from './panic.ts'

export const concat = (...parts: Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((length, { byteLength }) => length + byteLength, 0))
  let offset = 0
  for (const item of parts) {
    bytes.set(item, offset)
    offset += item.byteLength
  }
  return bytes
}

/** An unsigned 64-bit integer, little end first. */
export const u64Bytes = (value: bigint): Uint8Array => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytes
}

export const hexBytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** A contract's 32 bytes, padded with zeros to `length`. */
export const contractBytes = (id: ContractId, length = 32): Uint8Array => {
  const bytes = new Uint8Array(length)
  bytes.set(hexBytes(id))
  return bytes
}

/** An account's 96 bytes; traps when the text is not a key. */
export const keyBytes = (account: Account): Uint8Array =>
  accountBytes(account) ?? panic('Invalid key')

export const textBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => char.charCodeAt(0) & 255)

import type { Account } from '../core/ids.ts'

/** Bytes as lower-case hex. */
export const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/**
 * The model's stand-in for a BLS signature: it binds one key to one message, so that a wrong key,
 * value or contract is refused as on the chain. The curve itself is the wallet's and the node's
 * business, and this protects nothing.
 */
export const signFor = (key: Account, message: Uint8Array): string => `${key}:${hex(message)}`

/** Whether `signFor(key, message)` made this signature. */
export const signedBy = (key: Account, message: Uint8Array, signature: string): boolean =>
  signature === signFor(key, message)

import { ripemd160 } from '@noble/hashes/ripemd160'
import { sha256 } from '@noble/hashes/sha256'

export { sha256 }

/** Bitcoin's hash of transactions and blocks: SHA-256 twice. */
export const doubleSha256 = (bytes: Uint8Array): Uint8Array => sha256(sha256(bytes))

/** Bitcoin's hash of keys: RIPEMD-160 of SHA-256. */
export const hash160 = (bytes: Uint8Array): Uint8Array => ripemd160(sha256(bytes))

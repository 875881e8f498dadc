import { recoverPublicKey } from '@noble/secp256k1'
import { type Hex, toHex } from './hex.ts'

const SIGNATURE_BYTES = 65

/**
 * The compressed key that signed a hash, from a signature of 65 bytes in the order r, s, recovery
 * id; undefined when there is none (`secp256k1-recover?`).
 */
export function recoverKey(hash: Uint8Array, signature: Uint8Array): Hex | undefined {
  const recoveryId = signature[SIGNATURE_BYTES - 1]
  if (signature.length !== SIGNATURE_BYTES || recoveryId === undefined || recoveryId > 3)
    return undefined
  try {
    return toHex(recoverPublicKey(hash, signature.slice(0, 64), recoveryId, true))
  } catch {
    // The library throws for numbers off the curve and for nothing else.
    return undefined
  }
}

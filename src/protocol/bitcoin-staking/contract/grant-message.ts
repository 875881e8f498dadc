import { sha256 } from '../../clarity/hashes.ts'
import { concatBytes } from '../../clarity/hex.ts'
import type { Principal } from '../../clarity/principal.ts'
import { serialize } from '../../clarity/serialize.ts'

const prefix = new Uint8Array([0x53, 0x49, 0x50, 0x30, 0x31, 0x38])
const domainType = {
  tuple: { name: { ascii: 12 }, version: { ascii: 5 }, 'chain-id': 'uint' },
} as const
const messageType = {
  tuple: { topic: { ascii: 19 }, 'signer-manager': 'principal', 'auth-id': 'uint' },
} as const

/** What a key's owner signs so that a manager may register it (SIP-018) [bitcoin-staking 4.14]. */
export function grantMessageHash(manager: Principal, authId: bigint, chainId: bigint): Uint8Array {
  const domain = { name: 'pox-5-signer', version: '1.0.0', 'chain-id': chainId }
  const message = { topic: 'grant-authorization', 'signer-manager': manager, 'auth-id': authId }
  return sha256(
    concatBytes(
      prefix,
      sha256(serialize(domainType, domain)),
      sha256(serialize(messageType, message)),
    ),
  )
}

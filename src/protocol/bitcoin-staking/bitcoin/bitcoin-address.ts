import { base58Decode, base58Encode } from '../../base58.ts'
import { doubleSha256 } from '../../clarity/hashes.ts'
import { concatBytes, toBytes, toHex, type Hex } from '../../clarity/hex.ts'
import { decodeSegwit, encodeSegwit } from './bech32.ts'

/** Whose addresses: mainnet's, a test network's, or a network of one's own (regtest). */
export type BitcoinNetwork = 'mainnet' | 'testnet' | 'regtest'

/** An address as signer managers keep it: one byte for its kind, and its hash or key. */
export interface ManagerAddress {
  version: Hex
  hash: Hex
}

const prefixes: Record<BitcoinNetwork, string> = { mainnet: 'bc', testnet: 'tb', regtest: 'bcrt' }
const base58Versions = {
  mainnet: { key: 0x00, script: 0x05 },
  testnet: { key: 0x6f, script: 0xc4 },
  regtest: { key: 0x6f, script: 0xc4 },
} as const
/** Kinds as managers number them [bitcoin-staking 7.2]; 1 to 3 look the same on Bitcoin. */
const P2PKH = 0
const P2SH = 1
const P2SH_P2WSH = 3
const P2WPKH = 4
const P2WSH = 5
const P2TR = 6
const HASH_BYTES = 20
const CHECKSUM_BYTES = 4

/**
 * Reads a Bitcoin address that rewards can be paid to; undefined: it is none, is of another
 * network, or of a kind that managers do not take.
 */
export function parseBitcoinAddress(
  text: string,
  network: BitcoinNetwork,
): ManagerAddress | undefined {
  const program = decodeSegwit(text, prefixes[network])
  if (program !== undefined) {
    const kind = witnessKind(program.version, program.bytes.length)
    return kind === undefined ? undefined : address(kind, program.bytes)
  }
  const bytes = base58Decode(text)
  if (bytes?.length !== 1 + HASH_BYTES + CHECKSUM_BYTES) return undefined
  const payload = bytes.slice(0, -CHECKSUM_BYTES)
  if (toHex(bytes.slice(-CHECKSUM_BYTES)) !== toHex(checksumOf(payload))) return undefined
  const { key, script } = base58Versions[network]
  if (payload[0] !== key && payload[0] !== script) return undefined
  return address(payload[0] === key ? P2PKH : P2SH, payload.slice(1))
}

/** Shows an address that a manager keeps; undefined: it is none that Bitcoin has. */
export function formatBitcoinAddress(
  { version, hash }: ManagerAddress,
  network: BitcoinNetwork,
): string | undefined {
  const kind = Number.parseInt(version.slice(2) || '0', 16)
  const bytes = toBytes(hash)
  if (kind > P2TR || bytes.length !== (kind < P2WSH ? HASH_BYTES : 32)) return undefined
  if (kind >= P2WPKH)
    return encodeSegwit({ version: kind === P2TR ? 1 : 0, bytes }, prefixes[network])
  const { key, script } = base58Versions[network]
  const isScript = kind >= P2SH && kind <= P2SH_P2WSH
  const payload = concatBytes(Uint8Array.of(isScript ? script : key), bytes)
  return base58Encode(concatBytes(payload, checksumOf(payload)))
}

const address = (kind: number, bytes: Uint8Array): ManagerAddress => ({
  version: toHex(Uint8Array.of(kind)),
  hash: toHex(bytes),
})

const checksumOf = (payload: Uint8Array): Uint8Array =>
  doubleSha256(payload).slice(0, CHECKSUM_BYTES)

function witnessKind(version: number, length: number): number | undefined {
  if (version === 1) return length === 32 ? P2TR : undefined
  if (version !== 0) return undefined
  if (length === HASH_BYTES) return P2WPKH
  return length === 32 ? P2WSH : undefined
}

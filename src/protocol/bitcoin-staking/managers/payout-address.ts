import { byteLength, fromBigEndian, toBytes, type Hex } from '../../clarity/hex.ts'
import type { ParameterType, ParameterValue } from '../../clarity/parameter-types.ts'

/** A Bitcoin address as managers store it [bitcoin-staking 7.2]. */
export const addressType = {
  tuple: { version: { buffer: 1 }, hashbytes: { buffer: 32 } },
} as const satisfies ParameterType

/** A Bitcoin address: its kind, 0 P2PKH to 6 P2TR, and its hash or key. */
export type PayoutAddress = ParameterValue<typeof addressType>

/** Kinds up to this one have a hash of 20 bytes, those above it 32. */
const LAST_SHORT_VERSION = 4n
const LAST_VERSION = 6n

/** Whether kind and length fit each other; an empty version counts as 0. */
export function isPayoutAddress({ version, hashbytes }: PayoutAddress): boolean {
  const kind = versionNumber(version)
  const length = kind <= LAST_SHORT_VERSION ? 20 : 32
  return kind <= LAST_VERSION && byteLength(hashbytes) === length
}

/** Whether an address is one that the reference manager takes: its version is exactly a byte. */
export const isStrictPayoutAddress = (address: PayoutAddress): boolean =>
  byteLength(address.version) === 1 && isPayoutAddress(address)

const versionNumber = (version: Hex): bigint => fromBigEndian(toBytes(version))

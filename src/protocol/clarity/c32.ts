import { doubleSha256 } from './hashes.ts'
import { concatBytes } from './hex.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What an address consists of: version (22 and 26: one key on mainnet and testnets), hash. */
export interface AddressParts {
  readonly version: number
  readonly hash: Uint8Array
}

/** The parts of a Stacks address; undefined when the text is none or its checksum is wrong. */
export function decodeAddress(address: string): AddressParts | undefined {
  const version = alphabet.indexOf(address[1] ?? '')
  if (address[0] !== 'S' || version < 0) return undefined
  const bytes = decodeDigits(address.slice(2))
  if (bytes === undefined || bytes.length !== 24) return undefined
  const hash = bytes.slice(0, 20)
  const expected = checksum(version, hash)
  return bytes.slice(20).every((byte, index) => byte === expected[index])
    ? { version, hash }
    : undefined
}

/** The Stacks address of a version (0 to 31) and a hash of 20 bytes. */
export function encodeAddress({ version, hash }: AddressParts): string {
  const bytes = concatBytes(hash, checksum(version, hash))
  return `S${alphabet[version]!}${encodeDigits(bytes)}`
}

const checksum = (version: number, hash: Uint8Array): Uint8Array =>
  doubleSha256(concatBytes(version, hash)).slice(0, 4)

// Each leading zero byte is one leading zero digit: the digits alone do not distinguish them.
function encodeDigits(bytes: Uint8Array): string {
  let value = bytes.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n)
  let digits = ''
  for (; value > 0n; value >>= 5n) digits = alphabet[Number(value & 31n)]! + digits
  return alphabet[0]!.repeat(leadingZeros(bytes)) + digits
}

function decodeDigits(text: string): Uint8Array | undefined {
  const digits = Array.from(text, (digit) => alphabet.indexOf(digit))
  if (digits.some((digit) => digit < 0)) return undefined
  let value = digits.reduce((total, digit) => (total << 5n) | BigInt(digit), 0n)
  const bytes: number[] = []
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn))
  return Uint8Array.from([...Array<number>(leadingZeros(digits)).fill(0), ...bytes])
}

function leadingZeros(values: ArrayLike<number>): number {
  let count = 0
  while (count < values.length && values[count] === 0) count++
  return count
}

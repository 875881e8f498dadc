const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
/** What the checksum of version 0 comes to, and that of later versions (BIP 173, BIP 350). */
const BECH32 = 1
const BECH32M = 0x2bc830a3
const CHECKSUM_LENGTH = 6
const LONGEST = 90

/** A witness program: its version and bytes. */
export interface WitnessProgram {
  version: number
  bytes: Uint8Array
}

/** Reads a SegWit address with this prefix (BIP 173, BIP 350); undefined when it is none. */
export function decodeSegwit(text: string, prefix: string): WitnessProgram | undefined {
  const address = text.toLowerCase()
  const hasMixedCase = text !== address && text !== text.toUpperCase()
  const body = address.slice(prefix.length + 1)
  if (hasMixedCase || !address.startsWith(`${prefix}1`) || address.length > LONGEST)
    return undefined
  const digits = Array.from(body, (letter) => ALPHABET.indexOf(letter))
  const [version] = digits
  if (version === undefined || version > 16 || digits.length <= CHECKSUM_LENGTH) return undefined
  if (digits.includes(-1) || checksum([...expand(prefix), ...digits]) !== constantOf(version))
    return undefined
  const bytes = regroup(digits.slice(1, -CHECKSUM_LENGTH), 5, 8)
  return bytes && { version, bytes: Uint8Array.from(bytes) }
}

/** A witness program as a SegWit address. */
export function encodeSegwit({ version, bytes }: WitnessProgram, prefix: string): string {
  const digits = [version, ...regroup(bytes, 8, 5)!]
  const padded = [...expand(prefix), ...digits, ...Array.from({ length: CHECKSUM_LENGTH }, () => 0)]
  const sum = checksum(padded) ^ constantOf(version)
  const check = Array.from({ length: CHECKSUM_LENGTH }, (_, at) => (sum >>> (5 * (5 - at))) & 31)
  return `${prefix}1${[...digits, ...check].map((digit) => ALPHABET[digit]).join('')}`
}

const constantOf = (version: number): number => (version === 0 ? BECH32 : BECH32M)

const expand = (prefix: string): number[] => {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

function checksum(digits: readonly number[]): number {
  let sum = 1
  for (const digit of digits) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ digit
    for (const [bit, value] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= value
  }
  return sum >>> 0
}

/** Regroups bits, most significant first; to bytes, the bits left over must be few and zero. */
function regroup(values: Iterable<number>, from: number, to: number): number[] | undefined {
  const groups: number[] = []
  let kept = 0
  let bits = 0
  for (const value of values) {
    kept = ((kept << from) | value) & 0xfff
    bits += from
    for (; bits >= to; bits -= to) groups.push((kept >> (bits - to)) & ((1 << to) - 1))
  }
  const left = (kept << (to - bits)) & ((1 << to) - 1)
  if (to < from) return bits > 0 ? [...groups, left] : groups
  return bits < from && left === 0 ? groups : undefined
}

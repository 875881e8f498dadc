const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
// A pure expression: what never reads base58 does not ship the table.
const DIGITS = /* @__PURE__ */ Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code)),
)

/**
 * Digits that fit one exact number: they are gathered before the big integer is touched, which is
 * most of the work.
 */
const CHUNK = 9

/** Bytes as base58 (Bitcoin's alphabet, no checksum), the way Dusk writes keys. */
export const base58Encode = (bytes: Uint8Array): string => {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  let text = ''
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text
  for (const byte of bytes) {
    if (byte !== 0) break
    text = `1${text}`
  }
  return text
}

/**
 * The number that a text writes and its leading zero bytes, or null when a character is not of the
 * alphabet.
 */
const read = (text: string): { value: bigint; zeros: number } | null => {
  let value = 0n
  for (let start = 0; start < text.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, text.length)
    let part = 0
    for (let index = start; index < end; index++) {
      const digit = DIGITS[text.charCodeAt(index)] ?? -1
      if (digit < 0) return null
      part = part * 58 + digit
    }
    value = value * BigInt(58 ** (end - start)) + BigInt(part)
  }
  let zeros = 0
  while (text[zeros] === '1') zeros++
  return { value, zeros }
}

const hexOf = (value: bigint): string => {
  const hex = value === 0n ? '' : value.toString(16)
  return hex.length % 2 === 0 ? hex : `0${hex}`
}

/** The number of bytes that a base58 text encodes, or null when it is not one. */
export const base58Size = (text: string): number | null => {
  const number = read(text)
  return number && number.zeros + hexOf(number.value).length / 2
}

/** The bytes of a base58 text, or null when a character is not of the alphabet. */
export const base58Decode = (text: string): Uint8Array | null => {
  const number = read(text)
  if (!number) return null
  const hex = hexOf(number.value)
  const bytes = new Uint8Array(number.zeros + hex.length / 2)
  for (let index = 0; index < hex.length; index += 2)
    bytes[number.zeros + index / 2] = Number.parseInt(hex.slice(index, index + 2), 16)
  return bytes
}

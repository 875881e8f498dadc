/** A buffer as text: `0x` and two lower-case digits for each byte. */
export type Hex = string

/** The bytes of a buffer's text; throws for text that is none. */
export function toBytes(hex: Hex): Uint8Array {
  if (!isHex(hex)) throw new Error('A buffer is 0x and an even number of hexadecimal digits.')
  const bytes = new Uint8Array((hex.length - 2) / 2)
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(hex.slice(2 + 2 * index, 4 + 2 * index), 16)
  return bytes
}

/** The text of bytes. */
export const toHex = (bytes: Uint8Array): Hex =>
  `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** Whether the text is that of a buffer. */
export const isHex = (text: string): boolean => /^0x([0-9a-f]{2})*$/.test(text)

/** How many bytes the buffer of this text has. */
export const byteLength = (hex: Hex): number => (hex.length - 2) / 2

/** Bytes one after the other; a number is one byte. */
export function concatBytes(...parts: ReadonlyArray<Uint8Array | number>): Uint8Array {
  const bytes: number[] = []
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(part)
    else for (const byte of part) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/** `length` bytes of a number, most significant first; higher bytes are cut off. */
export function bigEndian(value: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let rest = value
  for (let index = length - 1; index >= 0; index--) {
    bytes[index] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return bytes
}

/** The number of bytes, most significant first. */
export const fromBigEndian = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)

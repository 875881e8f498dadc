import { ELEMENT, P, readElement, writeElement } from './field.ts'
import { G1, G2, type Group, isInGroup, type Point, rootAt } from './group.ts'
import { type Element, negate } from './quadratic.ts'

/** Bytes of a public key and of a signature in an archive, without padding. */
export const RAW_KEY = 4 * ELEMENT + 1
export const RAW_SIGNATURE = 2 * ELEMENT + 1
/** Bytes of both in their compressed form, which base58 writes. */
export const KEY = 2 * ELEMENT
export const SIGNATURE = ELEMENT

/** The bits of a compressed point's first byte: compressed, infinity, and the larger y. */
const COMPRESSED = 0x80
const INFINITY = 0x40
const LARGER = 0x20

const infinity = (size: number): Uint8Array => {
  const compressed = new Uint8Array(size)
  compressed[0] = COMPRESSED | INFINITY
  return compressed
}

const rawOf = (numbers: readonly bigint[], isInfinity: boolean): Uint8Array => {
  const raw = new Uint8Array(numbers.length * ELEMENT + 1)
  for (const [index, number] of numbers.entries()) writeElement(raw, index * ELEMENT, number)
  raw[raw.length - 1] = isInfinity ? 1 : 0
  return raw
}

/** Coordinates below P; all of them 0 is no point. */
const numbersOf = (raw: Uint8Array): bigint[] | null => {
  const numbers: bigint[] = []
  for (let at = 0; at + ELEMENT < raw.length; at += ELEMENT) {
    const number = readElement(raw, at)
    if (number === null) return null
    numbers.push(number)
  }
  return numbers.every((number) => number === 0n) ? null : numbers
}

/** A bit marks the larger of y and −y; of two coordinates the second decides unless it is 0. */
const isLarger = ([c0, c1]: Element): boolean => (c1 === 0n ? c0 : c1) * 2n > P

/** The point of compressed bytes: `parts` coordinates of x, the last one first. */
const decompress = (group: Group, compressed: Uint8Array, parts: 1 | 2): Point | null => {
  const flags = compressed[0]! & 0xe0
  if ((flags & (COMPRESSED | INFINITY)) !== COMPRESSED) return null
  const [first = 0n, second = 0n] = Array.from({ length: parts }, (_, part) =>
    compressed
      .subarray(part * ELEMENT, (part + 1) * ELEMENT)
      .reduce(
        (number, byte, at) => (number << 8n) | BigInt(part + at === 0 ? byte & 0x1f : byte),
        0n,
      ),
  )
  if (first >= P || second >= P) return null
  const x: Element = parts === 2 ? [second, first] : [first, 0n]
  const root = rootAt(group, x)
  if (root === null || (parts === 1 && root[1] !== 0n)) return null
  const y = isLarger(root) === ((flags & LARGER) !== 0) ? root : negate(root)
  return group.hasOrder({ x, y }) ? { x, y } : null
}

const compress = (numbers: readonly bigint[], larger: boolean): Uint8Array => {
  const compressed = new Uint8Array(numbers.length * ELEMENT)
  for (const [index, number] of numbers.entries()) {
    let rest = number
    for (let at = ELEMENT - 1; at >= 0; at--, rest >>= 8n)
      compressed[index * ELEMENT + at] = Number(rest & 255n)
  }
  compressed[0]! |= larger ? COMPRESSED | LARGER : COMPRESSED
  return compressed
}

const isInfinity = (compressed: Uint8Array): boolean =>
  compressed[0] === (COMPRESSED | INFINITY) && compressed.subarray(1).every((byte) => byte === 0)

/**
 * A public key as archives keep it: 193 bytes of the 96 compressed ones (zcash's form); null when
 * these are no point of the group.
 */
export const rawKey = (compressed: Uint8Array): Uint8Array | null => {
  if (isInfinity(compressed)) return rawOf([0n, 0n, 1n, 0n], true)
  const point = decompress(G2, compressed, 2)
  return point && rawOf([...point.x, ...point.y], false)
}

/** A signature as archives keep it: 97 bytes of the 48 compressed ones. */
export const rawSignature = (compressed: Uint8Array): Uint8Array | null => {
  if (isInfinity(compressed)) return rawOf([0n, 1n], true)
  const point = decompress(G1, compressed, 1)
  return point && rawOf([point.x[0], point.y[0]], false)
}

/** The compressed bytes of an archive's public key; null when it is no point of the group. */
export const compressedKey = (raw: Uint8Array): Uint8Array | null => {
  const flag = raw[RAW_KEY - 1]
  if (flag === 1) return infinity(KEY)
  const numbers = flag === 0 ? numbersOf(raw) : null
  if (!numbers) return null
  const [x0, x1, y0, y1] = numbers as [bigint, bigint, bigint, bigint]
  const y: Element = [y0, y1]
  return isInGroup(G2, { x: [x0, x1], y }) ? compress([x1, x0], isLarger(y)) : null
}

/** The compressed bytes of an archive's signature; null when it is no point of the group. */
export const compressedSignature = (raw: Uint8Array): Uint8Array | null => {
  const flag = raw[RAW_SIGNATURE - 1]
  if (flag === 1) return infinity(SIGNATURE)
  const numbers = flag === 0 ? numbersOf(raw) : null
  if (!numbers) return null
  const [x, y0] = numbers as [bigint, bigint]
  const y: Element = [y0, 0n]
  return isInGroup(G1, { x: [x, 0n], y }) ? compress([x], isLarger(y)) : null
}

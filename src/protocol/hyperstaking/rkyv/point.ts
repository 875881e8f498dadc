import { bls12_381 } from '@noble/curves/bls12-381.js'
import { ELEMENT, P, readElement, writeElement } from './field.ts'

const { G1, G2 } = bls12_381

/** Bytes of a public key and of a signature in an archive, without padding. */
export const RAW_KEY = 4 * ELEMENT + 1
export const RAW_SIGNATURE = 2 * ELEMENT + 1
/** Bytes of both in their compressed form, which base58 writes. */
export const KEY = 2 * ELEMENT
export const SIGNATURE = ELEMENT

const isInfinity = (compressed: Uint8Array): boolean => compressed[0] === 0xc0
const infinity = (size: number): Uint8Array => {
  const compressed = new Uint8Array(size)
  compressed[0] = 0xc0
  return compressed
}

/** What the curve's own functions make of the bytes; they throw for anything but a good point. */
const orNull = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

const rawOf = (elements: readonly bigint[], isInfinity: boolean): Uint8Array => {
  const raw = new Uint8Array(elements.length * ELEMENT + 1)
  for (const [index, element] of elements.entries()) writeElement(raw, index * ELEMENT, element)
  raw[raw.length - 1] = isInfinity ? 1 : 0
  return raw
}

/** Coordinates below P; all of them 0 is no point: the curve's library takes it for infinity. */
const elementsOf = (raw: Uint8Array): bigint[] | null => {
  const elements: bigint[] = []
  for (let at = 0; at + ELEMENT < raw.length; at += ELEMENT) {
    const element = readElement(raw, at)
    if (element === null) return null
    elements.push(element)
  }
  return elements.every((element) => element === 0n) ? null : elements
}

/**
 * A public key as archives keep it: 193 bytes of the 96 compressed ones (zcash's form); null when
 * these are no point of the group.
 */
export const rawKey = (compressed: Uint8Array): Uint8Array | null =>
  orNull(() => {
    const point = G2.Point.fromBytes(compressed)
    if (isInfinity(compressed)) return rawOf([0n, 0n, 1n, 0n], true)
    const { x, y } = point.toAffine()
    return rawOf([x.c0, x.c1, y.c0, y.c1], false)
  })

/** A signature as archives keep it: 97 bytes of the 48 compressed ones. */
export const rawSignature = (compressed: Uint8Array): Uint8Array | null =>
  orNull(() => {
    const point = G1.Point.fromBytes(compressed)
    if (isInfinity(compressed)) return rawOf([0n, 1n], true)
    const { x, y } = point.toAffine()
    return rawOf([x, y], false)
  })

/** The larger of y and −y is told by a bit; of two elements the second decides unless it is 0. */
const isLarger = (...[c0, c1]: [bigint, bigint?]): boolean =>
  c1 === undefined || c1 === 0n ? c0 * 2n > P : c1 * 2n > P

const compress = (elements: readonly bigint[], larger: boolean): Uint8Array => {
  const compressed = new Uint8Array(elements.length * ELEMENT)
  for (const [index, element] of elements.entries()) {
    let rest = element
    for (let at = ELEMENT - 1; at >= 0; at--, rest >>= 8n)
      compressed[index * ELEMENT + at] = Number(rest & 255n)
  }
  compressed[0]! |= larger ? 0xa0 : 0x80
  return compressed
}

/** The compressed bytes of an archive's public key; null when it is no point of the group. */
export const compressedKey = (raw: Uint8Array): Uint8Array | null => {
  const flag = raw[RAW_KEY - 1]
  if (flag === 1) return infinity(KEY)
  const elements = flag === 0 ? elementsOf(raw) : null
  if (!elements) return null
  const [x0, x1, y0, y1] = elements as [bigint, bigint, bigint, bigint]
  return orNull(() => {
    G2.Point.fromAffine({ x: { c0: x0, c1: x1 }, y: { c0: y0, c1: y1 } }).assertValidity()
    return compress([x1, x0], isLarger(y0, y1))
  })
}

/** The compressed bytes of an archive's signature; null when it is no point of the group. */
export const compressedSignature = (raw: Uint8Array): Uint8Array | null => {
  const flag = raw[RAW_SIGNATURE - 1]
  if (flag === 1) return infinity(SIGNATURE)
  const elements = flag === 0 ? elementsOf(raw) : null
  if (!elements) return null
  const [x, y] = elements as [bigint, bigint]
  return orNull(() => {
    G1.Point.fromAffine({ x, y }).assertValidity()
    return compress([x], isLarger(y))
  })
}

import { bls12_381 } from '@noble/curves/bls12-381.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compressedKey,
  compressedSignature,
  KEY,
  RAW_KEY,
  RAW_SIGNATURE,
  rawKey,
  rawSignature,
  SIGNATURE,
} from '../../../../../src/protocol/hyperstaking/rkyv/point.ts'

const { G1, G2 } = bls12_381
const scalar = fc.bigInt({ min: 1n, max: bls12_381.fields.Fr.ORDER - 1n })
const forms = [
  ['keys', G2, { size: KEY, raw: RAW_KEY, toRaw: rawKey, fromRaw: compressedKey }],
  [
    'signatures',
    G1,
    {
      size: SIGNATURE,
      raw: RAW_SIGNATURE,
      toRaw: rawSignature,
      fromRaw: compressedSignature,
    },
  ],
] as const

/** What another implementation takes for a point of the group. */
const isPoint = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

describe.each(forms)('%s', (_name, { Point }, { size, raw, toRaw, fromRaw }) => {
  it('of the group become raw and come back, with either sign', () => {
    fc.assert(
      fc.property(scalar, fc.boolean(), (by, turned) => {
        const point = Point.BASE.multiply(by)
        const compressed = (turned ? point.negate() : point).toBytes(true)
        const bytes = toRaw(compressed)
        expect(bytes).toHaveLength(raw)
        expect(fromRaw(bytes!)).toEqual(compressed)
      }),
      { numRuns: 30 },
    )
  })

  it('of random bytes, half of them on the curve, are refused as elsewhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: size, maxLength: size }), (bytes) => {
        // Compressed, not infinity, and mostly below the field's order.
        bytes[0] = 0x80 | (bytes[0]! & 0x2f)
        expect(toRaw(bytes) !== null).toBe(isPoint(() => Point.fromBytes(bytes)))
      }),
      { numRuns: 30 },
    )
  })

  it('are infinity in one form alone', () => {
    const infinity = Point.ZERO.toBytes(true)
    expect(fromRaw(toRaw(infinity)!)).toEqual(infinity)
    for (const [at, value] of [
      [0, 0xe0],
      [0, 0x40],
      [size - 1, 1],
    ] as const) {
      const other = Uint8Array.from(infinity)
      other[at] = value
      expect(toRaw(other)).toBeNull()
    }
  })
})

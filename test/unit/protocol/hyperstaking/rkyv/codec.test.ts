import { bls12_381 } from '@noble/curves/bls12-381.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base58Encode } from '../../../../../src/protocol/base58.ts'
import { hexBytes } from '../../../../../src/protocol/hyperstaking/core/bytes.ts'
import { STAKE } from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { hex } from '../../../../../src/protocol/hyperstaking/host/signature.ts'
import { writeElement } from '../../../../../src/protocol/hyperstaking/rkyv/field.ts'
import {
  account,
  byteVector,
  type Codec,
  decode,
  encode,
  option,
  parseJson,
  signature,
  SOZU_HUB_TYPES,
  SOZU_POOL_TYPES,
  SOZU_TOKEN_TYPES,
  STAKE_TYPES,
  struct,
  text,
  TRANSFER_TYPES,
  u64,
  u8,
  vector,
} from '../../../../../src/protocol/hyperstaking/rkyv/index.ts'
import { RAW_KEY, rawKey } from '../../../../../src/protocol/hyperstaking/rkyv/point.ts'
import { readRkyvVectors } from '../../../../support/fixtures/dusk/read-fixture.ts'

const contracts = [STAKE_TYPES, TRANSFER_TYPES, SOZU_POOL_TYPES, SOZU_HUB_TYPES, SOZU_TOKEN_TYPES]
const every = contracts.flatMap(({ inputs, outputs, events }) =>
  Object.entries({ ...inputs, ...outputs, ...events }),
) as unknown as Array<[string, Codec<unknown>]>

const KEYS = [
  'xuMb6rW8j4mbxCtZtwDEJidu7KjFMdH93ZTjxaz3pFa48xisq44mvPVG3zzgBQ3aAmNUXKhLobm86CKZwqd1E8aHv7gzPxbN9CHDMtSwiMtgpwDGitm6TT94obpappJixCH',
  'r22uDDcSw5ybChBHivWhyc7xRDALxPiMjZd6KzZ8o5DBL221Dn3U4gwvcQS65GT3ZqGWnNQofTSwceV4s9dxxhYedW53dFyoQbiHNPvmdd578MB88jdurBtNRdQzn9EujxM',
  '2995BcogDeU9PQxbssLWhG9J76ubezYVpjbceWnwcmRs9ypA2vYDikf8mpuzankQX6WMsDockieKarmDerS2xTPzR1dktiHiGkjvPpRYpDip6unu4WgtPqeCPtxqppMzuGwy',
]
const SIGNATURE = '6KQgcHFqs1NArwbfT87piLkykDSL5tkcQymFFZKc6v6hBKc91H6qe7RE6QzDB8jZcj'

const bytes = (maxLength: number) => fc.uint8Array({ maxLength })
const amount = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const key = fc.constantFrom(...KEYS)

describe('any bytes', () => {
  it.each(every)('are a value of %s or have a code', (_name, codec) => {
    const sized = fc.uint8Array({ minLength: codec.size, maxLength: codec.size })
    fc.assert(
      fc.property(fc.oneof(bytes(1200), sized), (input) => {
        const result = decode(codec, input)
        // What is read can be written: nothing was made up.
        if (result.ok && !JSON.stringify(codec.toJson(result.value)).includes(':null'))
          expect(encode(codec, result.value).ok).toBe(true)
        else if (!result.ok) expect(result.code).toMatch(/^(bad-\w+|unsupported)$/)
      }),
      { numRuns: 150 },
    )
  })

  it('an official encoding with bytes changed, removed or added never ends otherwise', () => {
    const vectors = readRkyvVectors().filter(({ len, contract }) => len > 0 && !contract)
    const inputs = STAKE_TYPES.inputs as unknown as Record<string, Codec<unknown>>
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { maxLength: 4 }),
        fc.integer({ min: -40, max: 40 }),
        ({ fn, hex: text }, changes, grown) => {
          const before = hexBytes(text)
          const after = new Uint8Array(Math.max(0, before.length + grown))
          after.set(before.subarray(0, after.length))
          for (const [at, value] of changes) after[at % after.length] = value
          expect(decode(inputs[fn]!, after)).toHaveProperty('ok')
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('any value', () => {
  const record = struct({
    name: text,
    few: u8,
    key: account,
    list: vector(struct({ data: byteVector, word: text })),
    perhaps: option(u64),
  })
  it('comes back from its bytes', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string({ unit: 'binary', maxLength: 20 }),
          few: fc.nat(255),
          key,
          list: fc.array(
            fc.record({ data: bytes(30), word: fc.string({ unit: 'binary', maxLength: 12 }) }),
            { maxLength: 4 },
          ),
          perhaps: fc.option(amount),
        }),
        (value) => {
          const written = encode(record, value)
          if (!written.ok) throw new Error(written.code)
          expect(decode(record, written.value)).toEqual({ ok: true, value })
          const json: unknown = JSON.parse(JSON.stringify(record.toJson(value)))
          expect(parseJson(record, json)).toEqual({ ok: true, value })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of a transfer comes back from its bytes', () => {
    const { moonlight, withdraw } = TRANSFER_TYPES.events
    const order = TRANSFER_TYPES.inputs.withdraw
    fc.assert(
      fc.property(key, fc.option(key), amount, bytes(70), (sender, receiver, value, memo) => {
        const event = {
          sender,
          receiver,
          value,
          memo,
          gasSpent: 350_000n,
          refundInfo: receiver === null ? null : ([receiver, value] as [string, bigint]),
        }
        const written = encode(moonlight, event)
        expect(written.ok && decode(moonlight, written.value)).toEqual({ ok: true, value: event })
        const paid = {
          sender: STAKE,
          receiver: { kind: 'moonlight' as const, moonlight: sender },
          value,
        }
        const told = encode(withdraw, paid)
        expect(told.ok && decode(withdraw, told.value)).toEqual({ ok: true, value: paid })
        const signed = {
          contract: STAKE,
          value,
          receiver: paid.receiver,
          token: { kind: 'moonlight' as const, moonlight: 3n },
          signature: { kind: 'moonlight' as const, moonlight: SIGNATURE },
        }
        const asked = encode(order, signed)
        expect(asked.ok && decode(order, asked.value)).toEqual({ ok: true, value: signed })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a negative amount', u64, -1n, 'bad-value'],
    ['an amount beyond 64 bits', u64, 2n ** 64n, 'bad-value'],
    ['a byte beyond 255', u8, 256, 'bad-value'],
    ['half a surrogate pair', text, '\ud800', 'bad-text'],
    ['a text that is no key', account, 'nobody', 'bad-value'],
    ['96 bytes that are no point', account, base58Encode(new Uint8Array(96).fill(7)), 'bad-point'],
    [
      '48 bytes that are no point',
      signature,
      base58Encode(new Uint8Array(48).fill(7)),
      'bad-point',
    ],
  ])('%s has no bytes', (_name, codec, value, code) => {
    expect(encode(codec as Codec<unknown>, value)).toEqual({ ok: false, code })
  })
})

describe('keys', () => {
  const { Fp, Fp2 } = bls12_381.fields
  /** A point of the curve outside the group: almost all are. */
  const outside = () => {
    const b = Fp2.mul(Fp2.fromBigTuple([1n, 1n]), 4n)
    for (let x0 = 1n; ; x0++) {
      const x = Fp2.fromBigTuple([x0, 0n])
      const square = Fp2.add(Fp2.mul(Fp2.sqr(x), x), b)
      try {
        return { x, y: Fp2.sqrt(square) }
      } catch {
        continue
      }
    }
  }
  const { x, y } = outside()
  const raw = (elements: bigint[], flag = 0) => {
    const archived = new Uint8Array(200)
    for (const [index, element] of elements.entries()) writeElement(archived, index * 48, element)
    archived[RAW_KEY - 1] = flag
    return archived
  }
  it('a point outside the group is refused in both forms', () => {
    expect(decode(account, raw([x.c0, x.c1, y.c0, y.c1]))).toEqual({ ok: false, code: 'bad-point' })
    const compressed = new Uint8Array([...Fp.toBytes(x.c1), ...Fp.toBytes(x.c0)])
    compressed[0]! |= 0x80
    expect(rawKey(compressed)).toBeNull()
  })
  it('a point off the curve, too large an element, another flag: each is refused', () => {
    const off = raw([1n, 2n, 3n, 4n])
    expect(decode(account, off)).toEqual({ ok: false, code: 'bad-point' })
    expect(decode(account, new Uint8Array(200).fill(0xff))).toEqual({
      ok: false,
      code: 'bad-point',
    })
    expect(decode(account, raw([0n, 0n, 1n, 0n], 2))).toEqual({ ok: false, code: 'bad-point' })
    expect(decode(account, new Uint8Array(200))).toEqual({ ok: false, code: 'bad-point' })
    expect(decode(signature, new Uint8Array(104))).toEqual({ ok: false, code: 'bad-point' })
  })
  it('the point at infinity is the only one whose flag is 1', () => {
    const infinity = encode(account, KEYS[2]!)
    expect(infinity.ok && hex(infinity.value)).toBe(hex(raw([0n, 0n, 1n, 0n], 1)))
    expect(decode(account, raw([0n, 0n, 1n, 0n], 1))).toEqual({ ok: true, value: KEYS[2] })
  })
  it('a key whose y is the other one is another key, and comes back', () => {
    const one = bls12_381.G2.Point.BASE
    for (const point of [one, one.negate(), one.double(), one.double().negate()]) {
      const text = base58Encode(point.toBytes(true))
      const written = encode(account, text)
      expect(written.ok && decode(account, written.value)).toEqual({ ok: true, value: text })
    }
  })
  it('a key of numbers that are not below the field’s is refused', () => {
    const compressed = new Uint8Array(96).fill(0xff)
    compressed[0] = 0x9f
    expect(rawKey(compressed)).toBeNull()
  })
})

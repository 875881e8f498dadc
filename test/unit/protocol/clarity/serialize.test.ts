import { Cl, deserializeCV, serializeCVBytes, type ClarityValue } from '@stacks/transactions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAddress, encodeAddress } from '../../../../src/protocol/clarity/c32.ts'
import type { ContractTuple } from '../../../../src/protocol/clarity/contract-value.ts'
import { deserialize } from '../../../../src/protocol/clarity/deserialize.ts'
import { toHex } from '../../../../src/protocol/clarity/hex.ts'
import { serialize, serializePrincipal } from '../../../../src/protocol/clarity/serialize.ts'

const type = {
  tuple: {
    'pox-addr': { tuple: { version: { buffer: 1 }, hashbytes: { buffer: 32 } } },
    'max-fee': 'uint',
    flags: { list: 'bool', max: 4 },
    note: { optional: { ok: 'uint', err: 'bool' } },
  },
} as const

const uint = fc.bigInt(0n, 2n ** 128n - 1n)
const value = fc.record({
  'pox-addr': fc.record({
    version: fc.uint8Array({ maxLength: 1 }).map(toHex),
    hashbytes: fc.uint8Array({ maxLength: 32 }).map(toHex),
  }),
  'max-fee': uint,
  flags: fc.array(fc.boolean(), { maxLength: 4 }),
  note: fc.option(
    fc.record({
      some: fc.oneof(fc.record({ ok: uint }), fc.record({ err: fc.boolean() })),
    }),
  ),
})

const address = fc
  .tuple(fc.constantFrom(20, 21, 22, 26), fc.uint8Array({ minLength: 20, maxLength: 20 }))
  .map(([version, hash]) => encodeAddress({ version, hash }))

describe('consensus bytes', () => {
  test('are those of another implementation, and read back', () => {
    fc.assert(
      fc.property(value, (given) => {
        const bytes = serialize(type, given as ContractTuple)
        expect(toHex(bytes)).toBe(toHex(serializeCVBytes(toClarity(given))))
        expect(deserialize(type, bytes)).toEqual(given)
      }),
    )
  })

  test('with a byte more, a byte less or another first byte are of no type', () => {
    fc.assert(
      fc.property(value, (given) => {
        const bytes = serialize(type, given as ContractTuple)
        expect(deserialize(type, Uint8Array.of(...bytes, 0))).toBeUndefined()
        expect(deserialize(type, bytes.subarray(0, -1))).toBeUndefined()
        expect(deserialize(type, Uint8Array.of(0x0b, ...bytes.subarray(1)))).toBeUndefined()
      }),
    )
  })

  test('of principals are those of another implementation', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('', '.pox-5', '.a'), (standard, name) => {
        const principal = `${standard}${name}`
        const expected = serializeCVBytes(Cl.principal(principal))
        expect(toHex(serializePrincipal(principal))).toBe(toHex(expected))
        expect(deserializeCV(serializePrincipal(principal))).toEqual(Cl.principal(principal))
        expect(decodeAddress(standard)).toMatchObject({ hash: expected.slice(2, 22) })
      }),
    )
  })
})

test.each(['', 'S', 'ST', 'ST2ARBABS883Z72QPTERCRWFBAKMEAK06X46RWWK5', 'ST!', 'XT2ARBAB'])(
  '%s is no address',
  (text) => {
    expect(decodeAddress(text)).toBeUndefined()
  },
)

function toClarity(given: ValueOf): ClarityValue {
  const { 'pox-addr': target, 'max-fee': fee, flags, note } = given
  const hex = (text: string) => Cl.bufferFromHex(text.slice(2))
  return Cl.tuple({
    'pox-addr': Cl.tuple({ version: hex(target.version), hashbytes: hex(target.hashbytes) }),
    'max-fee': Cl.uint(fee),
    flags: Cl.list(flags.map((flag) => Cl.bool(flag))),
    note: note === null ? Cl.none() : Cl.some(responseOf(note.some)),
  })
}

type ValueOf = typeof value extends fc.Arbitrary<infer V> ? V : never

const responseOf = (response: { ok: bigint } | { err: boolean }): ClarityValue =>
  'ok' in response ? Cl.ok(Cl.uint(response.ok)) : Cl.error(Cl.bool(response.err))

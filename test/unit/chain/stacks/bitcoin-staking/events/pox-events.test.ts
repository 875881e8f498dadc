import { readFileSync, readdirSync } from 'node:fs'
import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeManagerEvent } from '../../../../../../src/chain/stacks/bitcoin-staking/events/manager-events.ts'
import {
  decodePoxEvent,
  poxTopics,
} from '../../../../../../src/chain/stacks/bitcoin-staking/events/pox-events.ts'
import { decodeClarity, type PlainClarity } from '../../../../../../src/chain/stacks/clarity.ts'

const folder = new URL('../../../../../../src/dev/traces/', import.meta.url)

/** A trace's value as the bytes that a contract prints, decoded; decimal texts are uints. */
const clarity = (value: unknown): ClarityValue => {
  if (value === null) return Cl.none()
  if (typeof value === 'boolean') return Cl.bool(value)
  if (Array.isArray(value)) return Cl.list(value.map(clarity))
  if (typeof value === 'object') {
    const fields = Object.entries(value)
    if (fields.length === 1 && fields[0]![0] === 'some') return Cl.some(clarity(fields[0]![1]))
    return Cl.tuple(Object.fromEntries(fields.map(([key, item]) => [key, clarity(item)])))
  }
  const text = String(value)
  if (/^\d+$/.test(text)) return Cl.uint(text)
  if (text.startsWith('0x')) return Cl.bufferFromHex(text.slice(2))
  return /^S[0-9A-Z]{20}/.test(text) ? Cl.principal(text) : Cl.stringAscii(text)
}
const bytesOf = (value: unknown): PlainClarity => decodeClarity(serializeCV(clarity(value)))!

interface Print {
  c: string
  v: Record<string, unknown>
}
const printed = readdirSync(folder)
  .filter((name) => name.startsWith('pox5-'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1))
  .flatMap((line) => (JSON.parse(line) as { events?: Print[] }).events ?? [])
  // What the plain manager of the traces prints when it is asked.
  .filter(({ v: value }) => value.topic !== 'seen')
const isPox = ({ c }: Print) => c.endsWith('.pox-5')

const manager = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.m1'
const holder = 'ST2ARBABS883Z72QPTERCRWFBAKMEAK06X46RWWK4'

describe('prints of mainnet’s pox-5 and managers', () => {
  test('are all recognised, and nothing that they say is lost', () => {
    const kinds = new Set<string>()
    for (const print of printed) {
      const decode = isPox(print) ? decodePoxEvent : decodeManagerEvent
      const event = decode(bytesOf(print.v))
      if (event.kind === 'unknown') expect(print.v).toBe('recognised')
      kinds.add(event.kind)
      // Each uint that was printed is in the event.
      const said = JSON.stringify(event, (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      for (const value of Object.values(print.v))
        if (typeof value === 'string') expect(said).toContain(value)
    }
    expect(printed.length).toBe(208)
    expect(kinds.size).toBeGreaterThanOrEqual(20)
  })

  test('have no topic of pox-5 that is not known', () => {
    const seen = new Set(printed.filter(isPox).map(({ v: value }) => value.topic as string))
    expect([...seen].filter((topic) => !poxTopics.includes(topic))).toEqual([])
  })

  test('of a claim say what was paid, and how', () => {
    const value = {
      topic: 'claim-staker-rewards',
      'amount-sats': '49302',
      'l1-withdrawal': {
        some: {
          'pox-addr': { version: '0x04', hashbytes: '0x0101' },
          'max-fee': '2000',
          'withdrawal-request': '1',
          amount: '47302',
        },
      },
      staker: holder,
      'reward-cycle': '1',
      'bond-index': null,
    }
    expect(decodeManagerEvent(bytesOf(value))).toEqual({
      kind: 'claim-staker-rewards',
      staker: holder,
      cycle: 1n,
      bond: null,
      netSats: 49_302n,
      onBitcoin: {
        request: 1n,
        sats: 47_302n,
        version: '0x04',
        hash: '0x0101',
        maxFeeSats: 2_000n,
        minClaimSats: null,
      },
    })
  })

  test('of the native manager have an action', () => {
    const data = { staker: holder, 'reward-cycle': '3', earned: '12', 'block-height': '9' }
    expect(decodeManagerEvent(bytesOf({ action: 'claim-staker-rewards', data }))).toEqual({
      kind: 'claim-staker-rewards',
      staker: holder,
      cycle: 3n,
      netSats: 12n,
    })
  })

  test('of the pause have no more than their topic', () => {
    expect(decodePoxEvent(bytesOf({ topic: 'pause-rewards' }))).toEqual({ kind: 'pause-rewards' })
  })

  test('with a field of another type are kept as they were printed', () => {
    const value = bytesOf({ topic: 'register-signer', signer: manager, 'signer-key': '12' })
    expect(decodePoxEvent(value)).toEqual({ kind: 'unknown', topic: 'register-signer', value })
    expect(decodePoxEvent(bytesOf({ topic: 'payout' }))).toMatchObject({ kind: 'unknown' })
  })

  test('of any shape are answered, never thrown at', () => {
    const topics = fc.constantFrom('stake', 'claim-rewards', 'payout', '__proto__', 'toString')
    const leaf = fc.oneof(fc.bigInt(), fc.boolean(), fc.string(), fc.constant(null))
    const { tree } = fc.letrec<{ tree: PlainClarity }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
        fc.record({ topic: topics, data: tie('tree') }),
        fc.record({ action: topics, data: tie('tree') }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(typeof decodePoxEvent(value).kind).toBe('string')
        expect(typeof decodeManagerEvent(value).kind).toBe('string')
      }),
    )
  })
})

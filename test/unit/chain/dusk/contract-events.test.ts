import { describe, expect, it } from 'vitest'
import {
  decodeOwnPoolEvent,
  decodeSozuEvent,
  decodeStakeEvent,
  decodeTransferEvent,
  type RawEvent,
} from '../../../../src/chain/dusk/contract-events.ts'
import {
  accountsOfTransferEvent,
  holdersOfPoolEvent,
  keysOfStakeEvent,
} from '../../../../src/chain/dusk/event-accounts.ts'
import { decodeStreamedEvent } from '../../../../src/chain/dusk/follow-events.ts'
import { hexBytes } from '../../../../src/protocol/hyperstaking/core/bytes.ts'
import { STAKE, TRANSFER } from '../../../../src/protocol/hyperstaking/core/ids.ts'
import { hex } from '../../../../src/protocol/hyperstaking/host/signature.ts'
import {
  encode,
  POOL_TYPES,
  SOZU_POOL_TYPES,
  STAKE_TYPES,
  TRANSFER_TYPES,
} from '../../../../src/protocol/hyperstaking/rkyv/index.ts'
import { readRecorded } from '../../../support/fixtures/dusk/read-fixture.ts'

const POOL = '4d87dfe84be2c18841447dfed24d4bfe35bac016b3aba94ed47c88fbe28eaa47'
const ALICE =
  'xuMb6rW8j4mbxCtZtwDEJidu7KjFMdH93ZTjxaz3pFa48xisq44mvPVG3zzgBQ3aAmNUXKhLobm86CKZwqd1E8aHv7gzPxbN9CHDMtSwiMtgpwDGitm6TT94obpappJixCH'
const BOB =
  'r22uDDcSw5ybChBHivWhyc7xRDALxPiMjZd6KzZ8o5DBL221Dn3U4gwvcQS65GT3ZqGWnNQofTSwceV4s9dxxhYedW53dFyoQbiHNPvmdd578MB88jdurBtNRdQzn9EujxM'

/** The driver's own JSON of each event whose decoding was recorded, by its bytes. */
const drivers = new Map(
  readRecorded('drivers')
    .filter(
      ({ id, request, response }) =>
        request.path.includes('decode_event') && response.status === 200 && !id.includes('0x'),
    )
    .map(({ request, response }) => [
      request.body!.slice(2),
      JSON.parse(response.body!) as unknown,
    ]),
)

const archived = readRecorded('events').flatMap(({ id, response, understand }) => {
  if (response.status !== 200) return []
  const body = JSON.parse(response.body!) as Record<string, { json: unknown }>
  const list = body.finalizedEvents
    ? (body.finalizedEvents.json as { events: RawEvent[] }).events
    : (body.contractEvents?.json as RawEvent[] | undefined)
  return (list ?? []).map((raw, index) => ({ id, index, raw, understand }))
})
const streamed = readRecorded('stream').flatMap(({ id, response }) => {
  if (!response.frame) return []
  const bytes = hexBytes(response.frame)
  const event = decodeStreamedEvent(bytes.buffer as ArrayBuffer)!
  const [, source, topic] = /^\/on\/contracts:(\w+)\/(\w+)$/.exec(event.path) ?? []
  if (!source || !topic) return []
  const header = new DataView(bytes.buffer).getUint32(0, true)
  return [{ id, index: 0, raw: { source, topic, data: hex(bytes.slice(4 + header)), origin: '' } }]
})

/** What a driver would make of the event. */
const jsonOf = (raw: RawEvent): unknown => {
  if (raw.source === STAKE) {
    const read = decodeStakeEvent(raw)
    return read.ok && STAKE_TYPES.events[read.event.topic].toJson(read.event.data as never)
  }
  const read = decodeSozuEvent(POOL, raw)
  return read.ok && SOZU_POOL_TYPES.events[read.event.topic].toJson(read.event.data as never)
}

describe('every recorded event', () => {
  it.each([...archived, ...streamed].map((each) => [`${each.id} ${each.index}`, each] as const))(
    '%s is decoded as the driver does',
    (_name, { raw }) => {
      const json = jsonOf(raw)
      expect(json).toBeTruthy()
      if (drivers.has(raw.data)) expect(json).toEqual(drivers.get(raw.data))
    },
  )
  it('most are compared with a recorded decoding', () => {
    const compared = [...archived, ...streamed].filter(({ raw }) => drivers.has(raw.data))
    expect(compared.length).toBeGreaterThanOrEqual(8)
  })

  it.each(
    readRecorded('events')
      .filter(({ understand }) => 'punished' in understand)
      .map((each) => [each.id, each] as const),
  )('punishments in %s', (id, { understand }) => {
    const punished = archived
      .filter((each) => each.id === id)
      .map(({ raw }) => decodeStakeEvent(raw))
      .flatMap((read) => (read.ok ? [read.event] : []))
      .filter(({ topic }) => topic === 'slash' || topic === 'hard_slash')
      .map((event) => ({
        topic: event.topic,
        ...(STAKE_TYPES.events.slash.toJson(event.data as never) as object),
      }))
    expect(punished).toEqual(understand.punished)
  })
})

describe('what is refused', () => {
  const slash = archived.find(({ raw }) => raw.topic === 'slash')!.raw
  it.each([
    ['another contract with the same topic', { ...slash, source: POOL }, 'other-source'],
    ['a topic that is not known', { ...slash, topic: 'claim' }, 'unknown-topic'],
    ['a topic of every object', { ...slash, topic: 'constructor' }, 'unknown-topic'],
    ['half a byte', { ...slash, data: slash.data.slice(1) }, 'bad-value'],
    ['no hex', { ...slash, data: 'zz' }, 'bad-value'],
    ['a byte too few', { ...slash, data: slash.data.slice(2) }, 'bad-length'],
    [
      'an account that nobody can have',
      { ...slash, data: `ff${slash.data.slice(2)}` },
      'bad-point',
    ],
    [
      'the letters of the event in place of its bytes',
      { ...slash, data: hex(Uint8Array.from(slash.data, (letter) => letter.charCodeAt(0))) },
      'bad-length',
    ],
  ])('%s', (_name, raw, code) => expect(decodeStakeEvent(raw)).toEqual({ ok: false, code }))

  it('a pool’s event from another pool', () => {
    const deposit = archived.find(({ raw }) => raw.topic === 'deposit')!.raw
    expect(decodeSozuEvent(POOL, deposit)).toMatchObject({ ok: true })
    expect(decodeSozuEvent('00'.repeat(32), deposit)).toEqual({ ok: false, code: 'other-source' })
  })
})

describe('accounts that an event concerns', () => {
  const raw = (source: string, topic: string, data: ReturnType<typeof encode>): RawEvent => {
    if (!data.ok) throw new Error(data.code)
    return { source, topic, data: hex(data.value), origin: 'ab'.repeat(32) }
  }
  const { events } = TRANSFER_TYPES
  const moonlight = {
    sender: ALICE,
    receiver: BOB,
    value: 7n,
    memo: new Uint8Array(),
    gasSpent: 1n,
  }
  const toBob = { kind: 'moonlight', moonlight: BOB } as const
  const shielded = { kind: 'phoenix', phoenix: new Uint8Array(320) } as const
  it.each([
    ['moonlight', encode(events.moonlight, { ...moonlight, refundInfo: null }), [ALICE, BOB]],
    [
      'moonlight',
      encode(events.moonlight, { ...moonlight, receiver: null, refundInfo: [BOB, 3n] }),
      [ALICE, BOB],
    ],
    ['deposit', encode(events.deposit, { sender: ALICE, receiver: POOL, value: 7n }), [ALICE]],
    ['deposit', encode(events.deposit, { sender: null, receiver: POOL, value: 7n }), []],
    [
      'contract_to_account',
      encode(events.contract_to_account, { sender: POOL, receiver: BOB, value: 7n }),
      [BOB],
    ],
    ['withdraw', encode(events.withdraw, { sender: POOL, receiver: toBob, value: 7n }), [BOB]],
    ['mint', encode(events.mint, { sender: STAKE, receiver: shielded, value: 7n }), []],
    [
      'convert',
      encode(events.convert, { sender: ALICE, receiver: toBob, value: 7n }),
      [ALICE, BOB],
    ],
    [
      'contract_to_contract',
      encode(events.contract_to_contract, { sender: POOL, receiver: STAKE, value: 7n }),
      [],
    ],
    [
      'phoenix',
      encode(events.phoenix, {
        nullifiers: [new Uint8Array(32)],
        notes: [new Uint8Array(728)],
        memo: new Uint8Array(3),
        gasSpent: 5n,
        refundNote: null,
      }),
      [],
    ],
  ])('%s', (topic, data, accounts) => {
    const read = decodeTransferEvent(raw(TRANSFER, topic, data))
    expect(read).toMatchObject({ ok: true, event: { topic } })
    expect(read.ok && accountsOfTransferEvent(read.event)).toEqual(accounts)
  })

  it('the keys of a block’s rewards', () => {
    const { raw: reward, understand } = archived.find(
      ({ raw }) => raw.topic === 'reward' && raw.source === STAKE,
    )!
    const read = decodeStakeEvent(reward)
    const keys = read.ok ? keysOfStakeEvent(read.event) : []
    expect(understand).toHaveProperty('punished')
    expect(keys).toHaveLength(5)
    expect(read.ok && read.event.topic === 'reward' && read.event.data[0]).toMatchObject({
      account: keys[0],
      reason: 'GeneratorFixed',
      value: 13_900_180_000n,
    })
  })

  it('a holder of a pool, a contract too', () => {
    const holders = archived
      .filter(({ raw }) => raw.source === POOL)
      .map(({ raw }) => decodeSozuEvent(POOL, raw))
      .flatMap((read) =>
        read.ok ? [[read.event.topic, holdersOfPoolEvent(read.event).length]] : [],
      )
    expect(holders).toEqual([
      ['reward', 0],
      ['deposit', 1],
      ['unstake', 1],
      ['donate', 1],
      ['reward', 0],
    ])
    const own = raw(
      POOL,
      'transfer',
      encode(POOL_TYPES.events.transfer, { sender: ALICE, receiver: BOB, value: 1n }),
    )
    const read = decodeOwnPoolEvent(POOL, own)
    expect(read.ok && holdersOfPoolEvent(read.event)).toEqual([ALICE, BOB])
  })
})

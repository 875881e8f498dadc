import { describe, expect, it } from 'vitest'
import { hexBytes } from '../../../../../src/protocol/hyperstaking/core/bytes.ts'
import { hex } from '../../../../../src/protocol/hyperstaking/host/signature.ts'
import {
  type Codec,
  decode,
  encode,
  parseJson,
  SOZU_HUB_TYPES,
  SOZU_POOL_TYPES,
  STAKE_TYPES,
  TRANSFER_TYPES,
} from '../../../../../src/protocol/hyperstaking/rkyv/index.ts'
import {
  readRecorded,
  readRkyvVectors,
  type Recorded,
} from '../../../../support/fixtures/dusk/read-fixture.ts'

type Codecs = Readonly<Record<string, Codec<unknown>>>
interface Types {
  inputs: Codecs
  outputs: Codecs
  events: Codecs
}
const stakeTypes = STAKE_TYPES as unknown as Types
const transferTypes = TRANSFER_TYPES as unknown as Types
const poolTypes = SOZU_POOL_TYPES as unknown as Types

const STAKE = `02${'00'.repeat(31)}`
const POOL = '4d87dfe84be2c18841447dfed24d4bfe35bac016b3aba94ed47c88fbe28eaa47'
const typesOf = (path: string): Types => (path.includes(POOL) ? poolTypes : stakeTypes)

const jsonOf = (codec: Codec<unknown>, bytes: string): unknown => {
  const result = decode(codec, hexBytes(bytes.replace(/^0x/, '')))
  return result.ok ? codec.toJson(result.value) : result.code
}
const bytesOf = (codec: Codec<unknown>, json: unknown): string => {
  const value = parseJson(codec, json)
  const bytes = value.ok ? encode(codec, value.value) : value
  return bytes.ok ? hex(bytes.value) : bytes.code
}

describe('the arguments that official drivers encode', () => {
  const vectors = readRkyvVectors()
  it.each(vectors.map((vector, index) => [`${index} ${vector.fn}`, vector] as const))(
    '%s byte for byte, and back',
    (_name, { contract, fn, json, len, hex: bytes }) => {
      const codec = (contract === 'sozu pool' ? poolTypes : stakeTypes).inputs[fn]!
      expect(bytes.length).toBe(2 * len)
      expect(bytesOf(codec, json)).toBe(bytes)
      expect(jsonOf(codec, bytes)).toEqual(json)
    },
  )
  it('there are eleven of them', () => expect(vectors).toHaveLength(11))

  const asked = readRecorded('drivers').filter(({ id }) => id.startsWith('encode-'))
  it.each(asked.map((each) => [each.id, each] as const))('%s', (_id, { request, response }) => {
    const fn = /encode_input_fn:(\w+)$/.exec(request.path)![1]!
    const codec = typesOf(request.path).inputs[fn]!
    expect(bytesOf(codec, JSON.parse(request.body!))).toBe(response.body)
  })
})

describe('the answers and events that official drivers decode', () => {
  const decoded = readRecorded('drivers').filter(
    ({ id, request, response }) =>
      /decode_(?:event|output_fn):/.test(request.path) &&
      response.status === 200 &&
      !id.endsWith('without-0x'),
  )
  it.each(decoded.map((each) => [each.id, each] as const))('%s', (_id, { request, response }) => {
    const [, kind, name] = /decode_(event|output_fn):(\w+)$/.exec(request.path)!
    const codec = typesOf(request.path)[kind === 'event' ? 'events' : 'outputs'][name!]!
    const json: unknown = JSON.parse(response.body!)
    expect(jsonOf(codec, request.body!)).toEqual(json)
    expect(`0x${bytesOf(codec, json)}`).toBe(request.body)
  })

  it('an event’s letters are refused where a driver reads another account', () => {
    const letters = readRecorded('drivers').filter(({ id }) => id.endsWith('without-0x'))
    expect(letters.length).toBeGreaterThan(2)
    for (const { request } of letters) {
      const topic = /decode_event:(\w+)$/.exec(request.path)![1]!
      const codec = typesOf(request.path).events[topic]!
      const bytes = Uint8Array.from(request.body!, (letter) => letter.charCodeAt(0))
      expect(decode(codec, bytes)).toMatchObject({ ok: false })
    }
  })
})

describe('the raw answers of nodes', () => {
  const raw = (id: string): Recorded => readRecorded('contracts').find((each) => each.id === id)!
  it('a position without a driver', () => {
    const { request, response, understand } = raw('balance-of-raw')
    const holder = jsonOf(poolTypes.inputs.balance_of!, request.body!)
    expect(bytesOf(poolTypes.inputs.balance_of!, holder)).toBe(request.body!.slice(2))
    expect(jsonOf(poolTypes.outputs.balance_of!, response.body!)).toBe(understand.lux)
  })
  it('a rate without a driver', () => {
    const { response, understand } = raw('rate-raw')
    expect(jsonOf(poolTypes.outputs.exchange_rate!, response.body!)).toMatchObject({
      numerator: understand.numerator,
      denominator: understand.denominator,
    })
  })
})

describe('every event of the archive', () => {
  const events = readRecorded('events').flatMap(({ id, response }) => {
    const body = response.status === 200 ? (JSON.parse(response.body!) as object) : {}
    const { finalizedEvents, contractEvents } = body as Record<string, { json: unknown }>
    const list = finalizedEvents
      ? (finalizedEvents.json as { events: unknown[] }).events
      : ((contractEvents?.json ?? []) as unknown[])
    return (list as Array<{ topic: string; source: string; data: string }>).map(
      (event, index) => [`${id} ${index} ${event.topic}`, event] as const,
    )
  })
  it.each(events)('%s is read, and written again as it was', (_name, { topic, source, data }) => {
    const codec = (source === STAKE ? stakeTypes : poolTypes).events[topic]!
    const read = decode(codec, hexBytes(data))
    expect(read.ok).toBe(true)
    expect(bytesOf(codec, jsonOf(codec, data))).toBe(data)
  })
  it('there are some of each kind', () => {
    expect(new Set(events.map(([, { topic }]) => topic))).toEqual(
      new Set(['reward', 'deposit', 'unstake', 'donate', 'slash', 'hard_slash']),
    )
  })
})

describe('sizes and places', () => {
  it.each([
    ['get_stake', stakeTypes.inputs.get_stake, 200],
    ['stake', stakeTypes.inputs.stake, 632],
    ['unstake_from_contract', stakeTypes.inputs.unstake_from_contract, 224],
    ['stake_from_contract', stakeTypes.inputs.stake_from_contract, 48],
    ['balance_of', poolTypes.inputs.balance_of, 194],
    ['stake data', stakeTypes.outputs.get_stake, 56],
    ['stake keys', stakeTypes.outputs.get_stake_keys, 416],
    ['config', stakeTypes.outputs.get_config, 16],
    ['version', stakeTypes.outputs.get_version, 8],
    ['rate', poolTypes.outputs.exchange_rate, 16],
    ['slash', stakeTypes.events.slash, 216],
    ['stake event', stakeTypes.events.stake, 424],
    ['hub', SOZU_HUB_TYPES.outputs.contract, 33],
    ['Sozu deposit', poolTypes.events.deposit, 232],
    ['Sozu unstake', poolTypes.events.unstake, 232],
    ['Sozu reward', poolTypes.events.reward, 64],
    // What a compiler of these types makes; no driver of the transfer contract is public.
    ['withdraw', transferTypes.inputs.withdraw, 584],
    ['unstake', stakeTypes.inputs.unstake, 992],
    ['contract_to_contract', transferTypes.inputs.contract_to_contract, 56],
    ['contract_to_account', transferTypes.inputs.contract_to_account, 208],
    ['moonlight', transferTypes.events.moonlight, 648],
    ['phoenix', transferTypes.events.phoenix, 768],
    ['deposit', transferTypes.events.deposit, 248],
    ['withdrawn', transferTypes.events.withdraw, 368],
    ['converted', transferTypes.events.convert, 544],
    ['moved', transferTypes.events.contract_to_contract, 72],
    ['paid out', transferTypes.events.contract_to_account, 240],
  ])('%s', (_name, codec, size) => expect(codec!.size).toBe(size))

  it('fields lie where the facts say', () => {
    const { stake: stakeInput, unstake } = STAKE_TYPES.inputs
    expect(stakeInput.offsets).toEqual({ keys: 0, value: 408, signature: 416, chainId: 624 })
    expect(STAKE_TYPES.events.slash.offsets).toEqual({
      account: 0,
      value: 200,
      nextEligibility: 208,
    })
    expect(SOZU_POOL_TYPES.events.reward.offsets).toEqual({
      provisioners: 0,
      amount: 8,
      feeTotal: 16,
      feePool: 24,
      feeOperators: 32,
      totalStake: 40,
      tokenTotalSupply: 48,
      operation: 56,
    })
    expect(unstake.offsets).toEqual({ withdraw: 0, account: 584, signature: 784 })
    expect(TRANSFER_TYPES.inputs.withdraw.offsets).toEqual({
      receiver: 0,
      token: 328,
      signature: 344,
      contract: 544,
      value: 576,
    })
    expect(TRANSFER_TYPES.events.moonlight.offsets).toEqual({
      receiver: 0,
      refundInfo: 208,
      sender: 424,
      value: 624,
      memo: 632,
      gasSpent: 640,
    })
    expect(TRANSFER_TYPES.events.phoenix.offsets).toEqual({
      refundNote: 0,
      nullifiers: 736,
      notes: 744,
      memo: 752,
      gasSpent: 760,
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poolCallFor } from '../../src/chain/dusk/calls.ts'
import { decodeStreamedEvent, followEvents } from '../../src/chain/dusk/follow-events.ts'
import { parseExactJson } from '../../src/chain/dusk/parse-exact-json.ts'
import { networkAccount } from '../../src/dev/network/dusk/network-account.ts'
import { transactionHash } from '../../src/dev/network/dusk/wire/transaction.ts'
import { hexBytes } from '../../src/protocol/hyperstaking/core/bytes.ts'
import { STAKE } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { hex } from '../../src/protocol/hyperstaking/host/signature.ts'
import {
  decode,
  encode,
  SOZU_POOL_TYPES,
  STAKE_TYPES,
} from '../../src/protocol/hyperstaking/rkyv/index.ts'
import { openSocket } from '../support/contract/open-socket.ts'
import {
  deployment,
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../support/contract/start-dusk.ts'
import {
  readRecorded,
  type Recorded,
  type RecordedFile,
} from '../support/fixtures/dusk/read-fixture.ts'

const recorded = (file: RecordedFile, id: string): Recorded =>
  readRecorded(file).find((each) => each.id === id)!

/** What a text represents, judging by its form. */
const formOf = (text: string): string => {
  if (/^\d+$/.test(text)) return 'digits'
  if (/^[0-9a-f]{64}$/.test(text)) return 'hash'
  if (/^(?:[0-9a-f]{2})*$/.test(text)) return 'hex'
  if (/^[1-9A-HJ-NP-Za-km-z]{96,132}$/.test(text)) return 'key'
  return 'text'
}

/** The form of JSON: names, types, and what texts represent; a list by its first item. */
const shapeOf = (value: unknown): unknown => {
  if (value === null) return null
  if (typeof value === 'string') return formOf(value)
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object') return typeof value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, shapeOf(item)]),
  )
}

/** What a 1.7 node adds to what a 1.6 one was recorded with. */
const ADDED = new Set(['reverted'])
/** Maps whose names are the network's own. */
const OPEN = new Set(['features', 'fee_operators', 'Account', 'Contract'])

/** How the second shape differs from the first; null in one of them says nothing of the other. */
const differences = (recordedShape: unknown, ours: unknown, path = ''): string[] => {
  if (recordedShape === null || ours === null) return []
  if (Array.isArray(recordedShape) && Array.isArray(ours))
    return recordedShape.length > 0 && ours.length > 0
      ? differences(recordedShape[0], ours[0], `${path}[]`)
      : []
  if (typeof recordedShape === 'object' && typeof ours === 'object') {
    const [a, b] = [recordedShape, ours] as [Record<string, unknown>, Record<string, unknown>]
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return names.flatMap((name) => {
      if (ADDED.has(name) || OPEN.has(name)) return []
      if (!(name in a)) return [`${path}.${name} is not a node’s`]
      if (!(name in b)) return [`${path}.${name} is missing`]
      return differences(a[name], b[name], `${path}.${name}`)
    })
  }
  return recordedShape === ours ? [] : [`${path}: ${String(ours)} for ${String(recordedShape)}`]
}

let on: Dusk
const [alice, carol] = [networkAccount('alice'), networkAccount('carol')]
const sozu = findPoolDeployment('Sozu')
const liquid = findPoolDeployment('Liquid')
const hub = deployment.sozu!.hub
const key = networkAccount('Sozu pool key one')
const sent: Record<'final' | 'panicked' | 'poor' | 'fresh' | 'waiting', string> = {
  final: '',
  panicked: '',
  poor: '',
  fresh: '',
  waiting: '',
}
const deposit = (lux: bigint) => poolCallFor(sozu, { do: 'deposit', lux, referrer: null })!

beforeAll(async () => {
  on = await startDusk()
  sent.final = await on.send(alice, deposit(dusk(100n)))
  sent.panicked = await on.send(alice, deposit(1n))
  const poor = await on.prepare(alice, deposit(dusk(10n)), { gas_limit: 2_000_000n })
  await on.propagate(poor)
  on.network.control.fault({ pool: 'Sozu' }, 'no-candidate')
  on.network.control.mine(1n)
  on.network.control.fault({ pool: 'Sozu' }, 'no-candidate')
  on.network.control.mine(1n)
  sent.poor = transactionHash(poor)
  await on.send(alice, poolCallFor(sozu, { do: 'withdraw', lux: dusk(20n) })!)
  on.network.control.reward('Sozu', dusk(50n))
  await on.send(alice, poolCallFor(sozu, { do: 'recycle' })!)
  on.network.control.mine(5n)
  sent.fresh = await on.send(alice, deposit(dusk(15n)))
  const waiting = await on.prepare(carol, deposit(dusk(15n)))
  await on.propagate(waiting)
  sent.waiting = transactionHash(waiting)
  on.network.control.driver('Liquid', false)
})
afterAll(() => on.close())

interface Request {
  path: string
  body?: string
  headers?: Record<string, string>
}
const JSON_TYPE = { 'content-type': 'application/json' }
const TEXT_TYPE = { 'content-type': 'text/plain' }
const contract = (id: string, method: string, arg: unknown): Request => ({
  path: `/on/contracts:${id}/${method}`,
  body: JSON.stringify(arg),
  headers: JSON_TYPE,
})
const raw = (id: string, method: string, bytes: string): Request => ({
  path: `/on/contracts:${id}/${method}`,
  body: `0x${bytes}`,
  headers: TEXT_TYPE,
})
const driver = (id: string, method: string, body: string, headers = TEXT_TYPE): Request => ({
  path: `/on/driver:${id}/${method}`,
  body,
  headers,
})
const graphql = (query: string): Request => ({
  path: '/on/graphql/query',
  body: `query { ${query} }`,
  headers: TEXT_TYPE,
})
const status = (hash: string): Request =>
  graphql(
    `tx(hash: "${hash}") { err gasSpent blockHash blockHeight } mempoolTx(hash: "${hash}") { id }`,
  )
const encoded = (codec: typeof SOZU_POOL_TYPES.inputs.balance_of, value: string): string => {
  const bytes = encode(codec, value)
  return bytes.ok ? hex(bytes.value) : ''
}
const height = () => on.network.chain.height()
const events = (topic: string): string =>
  on.network.events
    .kept()
    .findLast((event) => event.topic === topic && event.contract !== liquid.id)!.hex

const CASES: Record<string, Record<string, () => Request>> = {
  graphql: {
    tip: () => graphql('block(height: -1) { header { height hash timestamp } }'),
    'tip-canonical': () => ({
      path: '/graphql',
      body: JSON.stringify({ query: '{ block(height: -1) { header { height hash timestamp } } }' }),
      headers: JSON_TYPE,
    }),
    'block-unknown': () => graphql(`block(height: ${height() + 50n}) { header { height hash } }`),
    'tx-final': () => status(sent.final),
    'tx-panicked': () => status(sent.panicked),
    'tx-poor': () => status(sent.poor),
    'tx-fresh': () => status(sent.fresh),
    'tx-waiting': () => status(sent.waiting),
    'tx-unseen': () => status('ab'.repeat(32)),
    'tx-sent': () => {
      const fields = '{ callData { contractId fnName data } json }'
      return graphql(
        `tx(hash: "${sent.final}") { tx ${fields} } mempoolTx(hash: "${sent.final}") ${fields}`,
      )
    },
    'check-final': () => graphql(`checkBlock(height: 5, hash: "ab", onlyFinalized: true)`),
    'last-block-pair': () => graphql('lastBlockPair { json }'),
  },
  contracts: {
    'exchange-rate': () => contract(sozu.id, 'exchange_rate', null),
    'balance-of-holder': () => contract(sozu.id, 'balance_of', alice),
    'balance-of-contract': () => contract(sozu.id, 'balance_of', hub),
    'balance-of-map': () => contract(sozu.id, 'balance_of', { Account: alice }),
    'hub-pool': () => contract(hub, 'contract', 'pool'),
    'hub-unknown': () => contract(hub, 'contract', 'nothing'),
    'stake-first': () => contract(STAKE, 'get_stake', key),
    'stake-keys-first': () => contract(STAKE, 'get_stake_keys', key),
    'stake-none': () => contract(STAKE, 'get_stake', alice),
    'stake-keys-none': () => contract(STAKE, 'get_stake_keys', alice),
    config: () => contract(STAKE, 'get_config', null),
    version: () => contract(STAKE, 'get_version', null),
    burnt: () => contract(STAKE, 'burnt_amount', null),
    'account-holder': () => contract(`01${'00'.repeat(31)}`, 'account', alice),
    'pool-balance': () => contract(`01${'00'.repeat(31)}`, 'contract_balance', sozu.id),
    'balance-of-raw': () =>
      raw(sozu.id, 'balance_of', encoded(SOZU_POOL_TYPES.inputs.balance_of, alice)),
    'rate-raw': () => raw(liquid.id, 'exchange_rate', ''),
    'driver-missing': () => contract(liquid.id, 'balance_of', alice),
    panic: () => contract(sozu.id, 'sozu_stake', '5'),
    'no-such-contract-raw': () => raw('ab'.repeat(32), 'exchange_rate', ''),
  },
  node: {
    'status-holder': () => ({ path: `/on/account:${alice}/status` }),
    'status-nobody': () => ({ path: `/on/account:${networkAccount('stranger')}/status` }),
    'info-mainnet': () => ({ path: '/on/node/info' }),
    provisioners: () => ({ path: '/on/node/provisioners' }),
    'gas-price': () => ({ path: '/on/blocks/gas-price' }),
    metadata: () => ({ path: `/on/contract:${liquid.id}/metadata` }),
    'metadata-none': () => ({ path: `/on/contract:${'ab'.repeat(32)}/metadata` }),
  },
  events: {
    'final-page-1': () => graphql(`finalizedEvents(contractId: "${sozu.id}", limit: 2) { json }`),
    'final-none': () =>
      graphql(`finalizedEvents(contractId: "${'ab'.repeat(32)}", limit: 200) { json }`),
    'block-events-quiet': () => graphql(`contractEvents(height: ${height()}) { json }`),
    'unknown-argument': () =>
      graphql(`finalizedEvents(contractId: "${sozu.id}", fromBlock: 1) { json }`),
    'unknown-argument-canonical': () => ({
      path: '/graphql',
      body: JSON.stringify({
        query: `{ finalizedEvents(contractId: "${sozu.id}", fromBlock: 1) { json } }`,
      }),
      headers: JSON_TYPE,
    }),
    'bad-cursor': () =>
      graphql(`finalizedEvents(contractId: "${sozu.id}", cursor: "AAAA") { json }`),
  },
  drivers: {
    'decode-slash': () => driver(STAKE, 'decode_event:slash', `0x${events('slash')}`),
    'decode-block-reward': () =>
      driver(
        STAKE,
        'decode_event:reward',
        `0x${on.network.events.of(STAKE).findLast(({ topic }) => topic === 'reward')!.hex}`,
      ),
    'decode-stake': () => driver(STAKE, 'decode_event:stake', `0x${events('stake')}`),
    'decode-deposit': () => driver(sozu.id, 'decode_event:deposit', `0x${sozuEvent('deposit')}`),
    'decode-unstake': () => driver(sozu.id, 'decode_event:unstake', `0x${sozuEvent('unstake')}`),
    'decode-reward': () => driver(sozu.id, 'decode_event:reward', `0x${sozuEvent('reward')}`),
    'decode-deposit-without-0x': () =>
      driver(sozu.id, 'decode_event:deposit', sozuEvent('deposit')),
    'encode-sozu_stake': () =>
      driver(sozu.id, 'encode_input_fn:sozu_stake', '"1000000000000"', JSON_TYPE),
    'encode-balance_of': () =>
      driver(sozu.id, 'encode_input_fn:balance_of', JSON.stringify(alice), JSON_TYPE),
    'encode-get_stake': () =>
      driver(STAKE, 'encode_input_fn:get_stake', JSON.stringify(key), JSON_TYPE),
    'encode-recycle': () => driver(sozu.id, 'encode_input_fn:recycle', 'null', JSON_TYPE),
    'no-driver': () => driver(liquid.id, 'decode_event:reward', '0x00'),
    'no-such-topic': () => driver(STAKE, 'decode_event:claim', '0x00'),
    'no-such-method': () => driver(STAKE, 'decode_all:x', '0x00'),
  },
  transactions: {
    'not-a-transaction': () => ({
      path: '/on/transactions/propagate',
      body: '{"chain_id":1}',
      headers: JSON_TYPE,
    }),
    'simulate-json': () => ({
      path: '/on/transactions/simulate',
      body: '{"chain_id":1}',
      headers: JSON_TYPE,
    }),
  },
  errors: {
    path: () => ({ path: '/on/contracts/get_stake', body: 'null', headers: JSON_TYPE }),
    'contract-id': () => ({ path: '/on/contracts:zz/get_stake', body: 'null', headers: JSON_TYPE }),
    unsupported: () => ({ path: '/on/blocks/nothing' }),
    'account-base58': () => ({ path: '/on/account:0OIl/status' }),
    'too-large': () => ({
      path: '/on/transactions/propagate',
      body: 'x'.repeat(3_145_729),
      headers: TEXT_TYPE,
    }),
    version: () => ({ path: '/on/node/info', headers: { 'rusk-version': '^9.0.0' } }),
  },
}

const sozuEvent = (topic: string): string =>
  on.network.events.of(sozu.id).findLast((event) => event.topic === topic)!.hex

/** The words of an error without what differs from node to node. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{64}/g, 'ID')
    .replaceAll(/[1-9A-HJ-NP-Za-km-z]{96,132}/g, 'KEY')
    .replace(/current [\d.]+/, 'current VERSION')
    .replace(/(Panic: |Json\(|Rkyv\(|FfiError\().*/s, '$1…')

describe('each answer has the form of a node’s', () => {
  const rows = Object.entries(CASES).flatMap(([file, cases]) =>
    Object.entries(cases).map(([id, make]) => [file as RecordedFile, id, make] as const),
  )
  it.each(rows)('%s: %s', async (file, id, make) => {
    const { path, body, headers = {} } = make()
    const expected = recorded(file, id).response
    const answer = await on.post(path, body, headers)
    expect(answer.status).toBe(expected.status)
    expect(answer.headers.get('content-type')).toBe(expected.headers?.['content-type'] ?? null)
    expect(answer.headers.get('rusk-version')).toMatch(/^\d+\.\d+\.\d+$/)
    const [theirs, ours] = [parseExactJson(expected.body!), parseExactJson(answer.text)]
    if (typeof theirs === 'object') {
      expect(differences(shapeOf(theirs), shapeOf(ours))).toEqual([])
    } else if (expected.status === 200) {
      expect(formOf(answer.text)).toBe(formOf(expected.body!))
      expect(typeof ours).toBe(typeof theirs)
    } else {
      const [want, have] = [wordsOf(expected.body!), wordsOf(answer.text)]
      // What a pool's own driver wraps around a refusal is its own.
      if (/FfiError/.test(want))
        expect(have).toMatch(/^(Invalid input: Invalid JSON|Data driver error): /)
      else expect(have).toBe(want)
    }
  })

  it('most of what was recorded is requested here', () => {
    const all = (Object.keys(CASES) as RecordedFile[]).flatMap((file) => readRecorded(file))
    expect(rows.length).toBeGreaterThan(60)
    expect(rows.length).toBeLessThanOrEqual(all.length)
  })
})

describe('transactions are accepted and refused in a node’s words', () => {
  it.each([
    ['refused-funds', async () => on.prepare(alice, deposit(dusk(5_000_000n)))],
    ['refused-nonce-used', async () => on.prepare(alice, deposit(dusk(10n)), { nonce: 1n })],
    ['refused-gas-limit', async () => on.prepare(alice, deposit(dusk(10n)), { gas_limit: 9n })],
    [
      'refused-closed',
      async () => {
        on.network.control.calls(false)
        return on.prepare(alice, deposit(dusk(10n)))
      },
    ],
  ])('%s', async (id, make) => {
    const answer = await on.propagate(await make())
    on.network.control.calls(true)
    const { status: code, body } = recorded('transactions', id).response
    const words = (text: string) => wordsOf(text).replace(/KEY \d+/, 'KEY NONCE')
    expect([answer.status, words(answer.text)]).toEqual([code, words(body!)])
  })

  it.each(['preverify', 'propagate'])('%s', async (topic) => {
    const transaction = await on.prepare(alice, deposit(dusk(10n)))
    const answer = await on.post(`/on/transactions/${topic}`, on.wire(transaction), TEXT_TYPE)
    const { status: code, body } = recorded('transactions', topic).response
    expect([answer.status, answer.text]).toEqual([code, body])
  })

  it.each([
    ['simulate', async () => on.prepare(alice, deposit(dusk(10n)), await due())],
    ['simulate-panic', async () => on.prepare(alice, deposit(1n), await due())],
    [
      'simulate-closed',
      async () => {
        on.network.control.calls(false)
        return on.prepare(alice, deposit(dusk(10n)), await due())
      },
    ],
  ])('%s', async (id, make) => {
    const transaction = await make()
    const answer = await on.post('/on/transactions/simulate', on.wire(transaction), TEXT_TYPE)
    on.network.control.calls(true)
    const { status: code, body } = recorded('transactions', id).response
    expect(answer.status).toBe(code)
    const [theirs, ours] = [JSON.parse(body!), JSON.parse(answer.text)] as Record<string, unknown>[]
    expect(Object.keys(ours!)).toEqual(Object.keys(theirs!))
    expect(wordsOf(String(ours!.error)).startsWith('Panic("')).toBe(theirs!.error !== null)
    if (id === 'simulate-closed') expect(ours).toEqual(theirs)
  })
  const due = async () => ({
    nonce: on.network.ledger.transfer.accounts.get(alice)!.nonce + 1n,
  })
})

describe('the stream has the form of a node’s', () => {
  it('blocks and transactions as JSON, contract events as bytes with their origin', async () => {
    const frames: ArrayBuffer[] = []
    const socket: typeof openSocket = (url) => {
      const opened = openSocket(url)
      opened.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) frames.push(data)
      })
      return opened
    }
    let opened = () => {}
    const open = new Promise<void>((resolve) => (opened = resolve))
    let arrived = () => {}
    const enough = new Promise<void>((resolve) => (arrived = resolve))
    const stop = followEvents({
      base: on.network.url,
      topics: [
        'blocks/accepted',
        'blocks/statechange',
        'transactions/removed',
        `contracts:${STAKE}/reward`,
      ],
      connect: socket,
      onState: (state) => void (state === 'open' && opened()),
      onEvent: ({ path }) => void (path.includes('statechange') && arrived()),
    })
    await open
    on.network.control.mine(1n)
    await enough
    stop()
    const partsOf = (frame: ArrayBuffer) => {
      const length = new DataView(frame).getUint32(0, true)
      const header = parseExactJson(new TextDecoder().decode(new Uint8Array(frame, 4, length)))
      return { header, body: new Uint8Array(frame.slice(4 + length)) }
    }
    const frameOf = (topic: string) =>
      frames.find((frame) => decodeStreamedEvent(frame)!.path.endsWith(topic))!
    for (const [id, topic] of [
      ['block-accepted', '/accepted'],
      ['block-final', '/statechange'],
      ['tx-removed', '/removed'],
      ['contract-reward', '/reward'],
    ] as const) {
      const theirs = partsOf(hexBytes(recorded('stream', id).response.frame!).buffer as ArrayBuffer)
      const ours = partsOf(frameOf(topic))
      expect(Object.keys(ours.header as object), id).toEqual(Object.keys(theirs.header as object))
      if (id === 'contract-reward') {
        expect(decode(STAKE_TYPES.events.reward, ours.body)).toMatchObject({ ok: true })
        continue
      }
      const [want, have] = [theirs.body, ours.body].map((body) =>
        parseExactJson(new TextDecoder().decode(body)),
      )
      // The real header has more fields than were recorded.
      expect(
        differences(shapeOf(want), shapeOf(have)).filter((line) => !line.includes('.header.')),
        id,
      ).toEqual([])
    }
  })

  it('subscriptions are answered in its words', async () => {
    const get = (path: string, session?: string) =>
      fetch(on.network.url + path, {
        headers: session === undefined ? {} : { 'rusk-session-id': session },
      })
    for (const [id, path, session] of [
      ['subscribe-unknown-session', '/on/blocks/accepted', '00'],
      ['subscribe-without-contract', '/on/contracts/reward', '00'],
    ] as const) {
      const { status: code, body } = recorded('stream', id).response
      const answer = await get(path, session)
      expect([answer.status, await answer.text()], id).toEqual([code, body])
    }
  })
})

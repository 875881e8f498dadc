import { describe, expect, it } from 'vitest'
import { closedRanges, areCallsOpen } from '../../../../src/chain/dusk/activations.ts'
import { callProblemOf } from '../../../../src/chain/dusk/call-problems.ts'
import { encodeArgument } from '../../../../src/chain/dusk/calls.ts'
import { discoverPools } from '../../../../src/chain/dusk/discover-pools.ts'
import { fetchSentDuskCall } from '../../../../src/chain/dusk/fetch-sent-dusk-call.ts'
import { decodeStreamedEvent, followEvents } from '../../../../src/chain/dusk/follow-events.ts'
import { keysOwnedBy } from '../../../../src/chain/dusk/network-view.ts'
import { readPoolEvents } from '../../../../src/chain/dusk/pool-events.ts'
import { readContractCallsOpen } from '../../../../src/chain/dusk/read-contract-calls-open.ts'
import { readPool } from '../../../../src/chain/dusk/read-pool.ts'
import { readSozuBalance, readSozuRate } from '../../../../src/chain/dusk/read-sozu-pool.ts'
import { readTransactionStatus } from '../../../../src/chain/dusk/read-transaction-status.ts'
import { readPunishments } from '../../../../src/chain/dusk/slash-events.ts'
import { hexBytes } from '../../../../src/protocol/hyperstaking/core/bytes.ts'
import {
  readRecorded,
  type Recorded,
  type RecordedFile,
} from '../../../support/fixtures/dusk/read-fixture.ts'
import { nodeThatAnswers, recordedNode } from '../../../support/recorded-node.ts'

const POOL = '4d87dfe84be2c18841447dfed24d4bfe35bac016b3aba94ed47c88fbe28eaa47'
const WITHOUT_DRIVER = '3a01a1d65ebc588bb95c06a180ee8cb1cdb5aa21d9273829662fd3643341b68e'
const recorded = (file: RecordedFile, id: string): Recorded =>
  readRecorded(file).find((each) => each.id === id)!
const those = (file: RecordedFile, pattern: RegExp) =>
  readRecorded(file)
    .filter(({ id }) => pattern.test(id))
    .map((each) => [each.id, each] as const)
const argumentOf = ({ request }: Recorded): string => JSON.parse(request.body!) as string

/** Amounts as the recordings write them. */
const digits = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}` : item)))

describe('graphql.json', () => {
  it('the tip, on both paths', async () => {
    const { understand } = recorded('graphql', 'tip')
    expect(digits(await recordedNode().client.tip())).toMatchObject({
      ok: true,
      value: { height: understand.height, hash: understand.hash },
    })
    const canonical = recorded('graphql', 'tip-canonical')
    expect(digits(await nodeThatAnswers(canonical).client.tip())).toMatchObject({
      ok: true,
      value: { height: canonical.understand.height },
    })
  })

  it.each(those('graphql', /^tx-(?!sent)/))('%s', async (_id, { request, understand }) => {
    const hash = /tx\(hash: "(\w+)"/.exec(request.body!)![1]!
    const node = recordedNode(({ body }) => {
      const height = /checkBlock\(height: (\d+)/.exec(body)?.[1]
      return height === undefined
        ? null
        : new Response(`{"checkBlock":${Number(height) <= 4_181_203}}`)
    })
    const status = await readTransactionStatus(node.client, hash)
    const { note: _note, ...told } = understand
    expect(digits(status)).toMatchObject({ known: true, value: told })
  })

  it('tx-sent', async () => {
    const { request, understand } = recorded('graphql', 'tx-sent')
    const hash = /tx\(hash: "(\w+)"/.exec(request.body!)![1]!
    expect(await fetchSentDuskCall(recordedNode().client, hash)).toMatchObject({
      ok: true,
      value: {
        chainId: null,
        deposit: 2_500_000_000_000n,
        value: 0n,
        call: { contract: POOL, method: understand.method, argument: understand.argument },
      },
    })
  })

  it.each(those('graphql', /^check-/))('%s', async (_id, { request, understand }) => {
    const [, height, hash] = /height: (\d+), hash: "(\w+)"/.exec(request.body!)!
    const { client } = recordedNode()
    expect(await client.isFinal(BigInt(height!), hash!)).toEqual({
      ok: true,
      value: understand.final,
    })
  })
})

describe('contracts.json', () => {
  it.each(those('contracts', /^balance-of-(holder|nobody|whale|contract)$/))(
    '%s',
    async (_id, each) => {
      const { client, requests } = recordedNode()
      expect(digits(await readSozuBalance(client, { id: POOL }, argumentOf(each)))).toEqual({
        ok: true,
        value: each.understand.lux,
      })
      expect(requests).toHaveLength(1)
    },
  )

  it('exchange-rate, and rate-raw where the node has no driver', async () => {
    const { understand } = recorded('contracts', 'exchange-rate')
    const rate = { numerator: understand.numerator, denominator: understand.denominator }
    const { client, requests } = recordedNode(({ path, json }) =>
      json && path.includes(WITHOUT_DRIVER)
        ? new Response(`Not found: Unsupported contract ${WITHOUT_DRIVER}`, { status: 404 })
        : null,
    )
    expect(digits(await readSozuRate(client, { id: POOL }))).toEqual({ ok: true, value: rate })
    const without = { id: WITHOUT_DRIVER }
    expect(digits(await readSozuRate(client, without))).toEqual({ ok: true, value: rate })
    expect(requests).toHaveLength(3)
    // What was refused once is not asked again.
    expect(digits(await readSozuRate(client, without))).toEqual({ ok: true, value: rate })
    expect(requests).toHaveLength(4)
  })

  it('balance-of-raw: the same position without a driver', async () => {
    const holder = argumentOf(recorded('contracts', 'balance-of-holder'))
    const { understand } = recorded('contracts', 'balance-of-raw')
    const { client, requests } = recordedNode()
    // The driver is missing for JSON only.
    client.read = (async () => ({
      ok: false,
      failure: { code: 'no-driver', text: '' },
    })) as typeof client.read
    expect(digits(await readSozuBalance(client, { id: POOL }, holder))).toEqual({
      ok: true,
      value: understand.lux,
    })
    expect(requests).toHaveLength(1)
  })

  it.each(those('contracts', /^hub-/))('%s', async (_id, each) => {
    const hub = /contracts:(\w+)/.exec(each.request.path)![1]!
    const node = nodeThatAnswers(each)
    const [found] = await discoverPools(node.client, {
      network: 'testnet',
      chainId: 2,
      caip2: 'dusk:2',
      bases: [],
      sozu: { hub, pool: POOL },
      pools: [{ id: POOL, name: 'Sozu', kind: 'sozu' }],
    })
    const { id } = each.understand
    expect(found).toMatchObject({ id: POOL })
    expect(found?.moved ?? false).toBe(id !== null && id !== POOL)
  })

  it.each(those('contracts', /^stake-(?!keys)/))('%s', async (_id, each) => {
    const stake = await recordedNode().client.stakeOf(argumentOf(each))
    const expected = 'stake' in each.understand ? null : each.understand
    expect(digits(stake)).toEqual({ ok: true, value: expected })
  })

  it.each(those('contracts', /^stake-keys-/))('%s', async (_id, each) => {
    const keys = await recordedNode().client.stakeKeysOf(argumentOf(each))
    const owner = each.understand.owner as Record<string, string> | undefined
    const expected = owner && {
      account: argumentOf(each),
      owner:
        'Contract' in owner
          ? { kind: 'contract', contract: owner.Contract }
          : { kind: 'account', account: owner.Account },
    }
    expect(keys).toEqual({ ok: true, value: expected ?? null })
  })

  it('config, version', async () => {
    const { client } = recordedNode()
    expect(digits(await client.stakeConfig())).toEqual({
      ok: true,
      value: { minimum_stake: '1000000000000', warnings: 1 },
    })
    expect(await client.stakeVersion()).toEqual({ ok: true, value: 8 })
  })

  it.each(those('contracts', /^account-/))('%s', async (_id, each) => {
    const account = await recordedNode().client.account(argumentOf(each))
    const { balance, nonce } = each.understand
    expect(digits(account)).toEqual({ ok: true, value: { balance, nonce } })
  })

  it.each([
    ['balance-of-map', { code: 'refused' }],
    ['driver-missing', { code: 'no-driver' }],
    ['panic', { code: 'panicked', text: 'Panic: Pool operations are suspended' }],
    ['out-of-gas', { code: 'panicked', text: 'OutOfGas' }],
    ['no-such-contract-raw', { code: 'no-contract' }],
  ])('%s: a final answer, requested once', async (id, failure) => {
    const node = nodeThatAnswers(recorded('contracts', id))
    expect(await node.client.stakeOf('a')).toMatchObject({ ok: false, failure })
    expect(node.requests).toHaveLength(1)
  })
})

it('panic: a pool that refuses even to be read is paused', async () => {
  const node = nodeThatAnswers(recorded('contracts', 'panic'))
  const pool = { id: POOL, name: 'Sozu', kind: 'sozu' } as const
  const read = await readPool(node.client, pool, null)
  expect(read.paused).toEqual({ known: true, value: true })
  const open = await readPool(recordedNode().client, pool, null)
  expect(open.paused).toEqual({ known: false, reason: 'not-offered' })
  expect(digits(open.idle)).toEqual({ known: true, value: '4000' })
})

describe('node.json', () => {
  it.each(those('node', /^status-/))('%s', async (_id, each) => {
    const node = recordedNode(({ path }) =>
      path.includes('/contracts:')
        ? new Response('Not found: Unsupported contract', { status: 404 })
        : null,
    )
    const key = /account:(\w+)/.exec(each.request.path)![1]!
    const { balance, nonce } = each.understand
    expect(digits(await node.client.account(key))).toEqual({ ok: true, value: { balance, nonce } })
  })

  it.each(those('node', /^info-/))('%s', async (_id, each) => {
    const { calls, shaded } = each.understand as {
      calls: Array<{ height: number; open: boolean }>
      shaded?: { contract: string; ranges: Array<[number, number | string]> } | null
    }
    const { client } = nodeThatAnswers(each)
    for (const { height, open } of calls)
      expect(await readContractCallsOpen(client, BigInt(height)), `${height}`).toEqual({
        known: true,
        value: open,
      })
    const info = await client.info()
    const features = info.ok ? info.value.vm_config!.features! : {}
    const contract = shaded?.contract ?? POOL
    const shade = closedRanges(features, contract)!.slice(closedRanges(features)!.length)
    if (shaded === null) {
      expect(areCallsOpen(features, 4_181_206n, contract)).toEqual({ known: true, value: true })
      return
    }
    expect(digits(shade)).toEqual(
      (shaded?.ranges ?? []).map(([from, to]) => [String(from), String(to)]),
    )
    for (const [from, to] of shade)
      for (const [height, open] of [
        [from, false],
        [to, false],
        [from - 1n, true],
      ] as const)
        if (closedRanges(features)!.every(([a, b]) => height < a || height > b))
          expect(areCallsOpen(features, height, contract)).toEqual({ known: true, value: open })
  })

  it('provisioners: amounts beyond 2^53, keys of a pool', async () => {
    const each = recorded('node', 'provisioners')
    const list = await nodeThatAnswers(each).client.provisioners()
    if (!list.ok) throw new Error(list.failure.code)
    expect(list.value.map(({ amount }) => `${amount}`)).toEqual(each.understand.amounts)
    expect(keysOwnedBy(list.value, POOL).map(({ key }) => key)).toEqual(each.understand.keysOfPool)
  })

  it.each(those('node', /^gas-price/))('%s', async (_id, each) => {
    const price = await nodeThatAnswers(each).client.gasPrice()
    expect(price).toMatchObject({ ok: true })
    if (each.understand.average) expect(digits(price)).toMatchObject({ value: each.understand })
  })

  it.each(those('node', /^metadata/))('%s', async (_id, each) => {
    const node = nodeThatAnswers(each)
    expect(await node.client.exists(POOL)).toEqual({ ok: true, value: each.understand.exists })
  })
})

describe('events.json', () => {
  it('a pool’s events page by page, none twice, and on from the kept cursor', async () => {
    const { client, requests } = recordedNode()
    const pool = { id: POOL, kind: 'sozu' } as const
    const start = { cursor: null, height: 0n }
    const first = await readPoolEvents(client, pool, start, 1)
    if (!first.known) throw new Error(first.reason)
    const page = recorded('events', 'final-page-1').understand
    expect(first.value.events.map(({ topic }) => topic)).toEqual(page.topics)
    expect(first.value.place.cursor).toBe(page.next)
    expect(first.value.complete).toBe(false)
    const rest = await readPoolEvents(client, pool, first.value.place)
    if (!rest.known) throw new Error(rest.reason)
    expect(rest.value.events.map(({ topic }) => topic)).toEqual(['unstake', 'donate', 'reward'])
    expect(rest.value.complete).toBe(true)
    // Nothing new: both cursors of the answer are null, and the old one stays.
    const again = await readPoolEvents(client, pool, rest.value.place)
    expect(again).toEqual({
      known: true,
      value: { events: [], place: rest.value.place, complete: true, restarted: false },
    })
    expect(requests).toHaveLength(4)
    const keys = [...first.value.events, ...rest.value.events].map(({ key }) => key)
    expect(new Set(keys).size).toBe(5)
    const whole = await readPoolEvents(client, pool, start)
    expect(whole.known && whole.value.events.map(({ key }) => key)).toEqual(keys)
  })

  it.each(those('events', /^block-events-/))('%s', async (_id, each) => {
    const height = BigInt(/height: (\d+)/.exec(each.request.body!)![1]!)
    const punished = each.understand.punished as Array<Record<string, string>>
    const accounts = punished.map(({ account }) => account!)
    const { client } = recordedNode()
    const told = await readPunishments(client, new Set(accounts), { from: height, until: height })
    expect(digits(told)).toMatchObject({
      known: true,
      value: {
        slashes: punished.map(({ topic, account, value, next_eligibility: eligibility }) => ({
          kind: topic === 'slash' ? 'locked' : 'burned',
          account,
          lux: value,
          eligibility,
        })),
        next: String(height + 1n),
      },
    })
    // Of others nothing is told.
    expect(
      await readPunishments(client, new Set(['another']), { from: height, until: height }),
    ).toEqual({
      known: true,
      value: { slashes: [], next: height + 1n },
    })
  })

  it.each([
    ['unknown-argument', 'not-offered'],
    ['no-archive', 'not-offered'],
  ] as const)('%s: unknown, requested once', async (id, reason) => {
    const node = nodeThatAnswers(recorded('events', id))
    const pool = { id: POOL, kind: 'sozu' } as const
    expect(await readPoolEvents(node.client, pool, { cursor: null, height: 0n })).toEqual({
      known: false,
      reason,
    })
    expect(node.requests).toHaveLength(1)
  })

  it('bad-cursor: another node is read from the first block, without repeats', async () => {
    const { client } = recordedNode()
    const pool = { id: POOL, kind: 'sozu' } as const
    const read = await readPoolEvents(client, pool, { cursor: 'AAAA', height: 4_181_000n })
    expect(read.known && read.value.events.map(({ topic }) => topic)).toEqual(['reward'])
  })

  it('unknown-argument-canonical: errors come with status 200', async () => {
    const node = nodeThatAnswers(recorded('events', 'unknown-argument-canonical'))
    expect(await node.client.finalizedEvents(POOL, null)).toMatchObject({ ok: false })
  })
})

describe('drivers.json', () => {
  it.each([
    ['encode-sozu_stake', 'sozu_stake', '1000000000000'],
    ['encode-sozu_unstake', 'sozu_unstake', '2500000001'],
    ['encode-recycle', 'recycle', null],
  ])('%s: made here, without a node', async (id, method, arg) => {
    expect(await encodeArgument({ contract: POOL, method, arg, deposit: 0n })).toEqual({
      ok: true,
      value: recorded('drivers', id).response.body,
    })
  })
})

describe('transactions.json', () => {
  it.each(those('transactions', /^refused-/))('%s', (_id, { response, understand }) => {
    expect(callProblemOf(response.body!).code).toBe(understand.code)
  })

  it.each(those('transactions', /^simulate/))('%s', async (_id, each) => {
    const simulated = await nodeThatAnswers(each).client.simulate('01')
    const { gas, error, code } = each.understand
    expect(simulated.ok).toBe(each.response.status === 200)
    if (!simulated.ok) return
    if (gas !== undefined) expect(`${simulated.value['gas-spent']}`).toBe(gas)
    if (error !== undefined) expect(callProblemOf(simulated.value.error!).text).toBe(error)
    if (code !== undefined) expect(callProblemOf(simulated.value.error!).code).toBe(code)
  })
})

describe('errors.json', () => {
  it.each(those('errors', /^(?!database)/))(
    '%s: refused, and not asked again',
    async (_id, each) => {
      const node = nodeThatAnswers(each)
      expect(await node.client.gasPrice()).toMatchObject({
        ok: false,
        failure: { code: 'refused', text: each.response.body },
      })
      expect(node.requests).toHaveLength(1)
    },
  )

  it('database: the node’s own trouble, for another attempt or another node', async () => {
    const node = nodeThatAnswers(recorded('errors', 'database'))
    expect(await node.client.gasPrice()).toMatchObject({ failure: { code: 'server-error' } })
    expect(new Set(node.requests.map((url) => new URL(url).host)).size).toBe(2)
    expect(node.requests.length).toBeGreaterThan(2)
  })
})

describe('stream.json', () => {
  const session = recorded('stream', 'session').response.text!

  it.each(
    readRecorded('stream')
      .filter(({ request }) => request.path.startsWith('/on/'))
      .map((each) => [each.id, each] as const),
  )('session, then %s', async (_id, { request, response, understand }) => {
    const listeners = new Map<string, (event: { data?: unknown }) => void>()
    const requests: { url: string; session: string | null }[] = []
    const ended = new Promise<'open' | 'closed'>((resolve) => {
      const stop = followEvents({
        base: 'https://node.example',
        topics: [request.path.slice('/on/'.length)],
        onEvent: () => {},
        onState: (state) => {
          stop()
          resolve(state)
        },
        connect: () => ({
          binaryType: '',
          addEventListener: (type, listener) => void listeners.set(type, listener),
          close: () => listeners.get('close')?.({}),
        }),
        fetch: async (url, { headers }) => {
          requests.push({ url, session: new Headers(headers).get('rusk-session-id') })
          return new Response(response.body, { status: response.status! })
        },
        later: () => () => {},
      })
    })
    listeners.get('message')!({ data: session })
    expect(await ended).toBe(understand['subscribed'] ? 'open' : 'closed')
    expect(requests).toEqual([{ url: `https://node.example${request.path}`, session }])
  })

  it.each(
    readRecorded('stream')
      .filter(({ response }) => response.frame !== undefined)
      .map((each) => [each.id, each] as const),
  )('%s', (_id, { response, understand }) => {
    const event = decodeStreamedEvent(hexBytes(response.frame!).buffer as ArrayBuffer)
    expect(event?.path).toBe(understand.path)
    if ('json' in understand) expect(event?.json).toBe(understand.json)
    if ('height' in understand)
      expect(event?.json).toMatchObject({ header: { height: Number(understand.height) } })
    if ('state' in understand) expect(event?.json).toMatchObject({ state: understand.state })
  })
})

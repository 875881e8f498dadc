import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DuskNotice } from '../../../../../src/app/hyperstaking/dusk-notice.ts'
import {
  duskHistoryItem,
  duskItem,
  duskLedgerItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../../../src/app/hyperstaking/stored-items.ts'
import { poolCallFor } from '../../../../../src/chain/dusk/calls.ts'
import { createDuskClient, type DuskClient } from '../../../../../src/chain/dusk/client.ts'
import { networkAccount } from '../../../../../src/dev/network/dusk/network-account.ts'
import { enterPoolNotices } from '../../../../../src/extension/background/hyperstaking/announce-pool-notices.ts'
import { readNews } from '../../../../../src/extension/background/hyperstaking/read-news.ts'
import { readPools } from '../../../../../src/extension/background/hyperstaking/read-pools.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { BLOCKS_PER_DAY } from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import {
  deployment,
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../../../../support/contract/start-dusk.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

const alice = networkAccount('alice')
const sozu = findPoolDeployment('Sozu')
const liquid = findPoolDeployment('Liquid')

let on: Dusk
let node: DuskClient
let store: Awaited<ReturnType<typeof openItemStore>>
beforeEach(async () => {
  on = await startDusk()
  node = clientOf()
  store = await openItemStore(createMemoryArea())
})
afterEach(() => on.close())

const clientOf = (more: Partial<Parameters<typeof createDuskClient>[0]> = {}) =>
  createDuskClient({ bases: [on.network.url], timeoutMs: 60_000, retries: 0, ...more })

const chainOf = (pool: typeof sozu, client: DuskClient) => ({
  deployment: { ...deployment, pools: [pool] },
  client,
})
/** One refresh as the background makes it, of one pool; how many requests it cost. */
const refresh = async (pool = sozu, client: DuskClient = node): Promise<number> => {
  const chain = chainOf(pool, client)
  const { requests: before } = client.counts()
  const kept = store.get(duskReadingItem)
  const light = Object.keys(store.get(duskItem).watches).length > 0
  const read = (await readPools(chain, alice, 0, { kept, light }))!
  const news = { ...read, chain, address: alice, before: kept, outdated: () => false }
  await readNews(store, news)
  await store.update(duskReadingItem, () => read.reading)
  return client.counts().requests - before
}
/** The news alone of later refreshes that read nothing new. */
const readOn = (pool: typeof sozu): Promise<void> => {
  const reading = store.get(duskReadingItem)!
  return readNews(store, {
    chain: chainOf(pool, node),
    address: alice,
    before: reading,
    reading,
    closings: { all: null, shades: new Map() },
    outdated: () => false,
  })
}
const told = (): DuskNotice[] =>
  Object.values(store.get(duskLedgerItem))
    .map(({ notice }) => notice)
    .toSorted((one, other) => Number(one.height - other.height))
const kinds = () => told().map(({ kind }) => kind)
const deposit = (pool = sozu, amount = 2000n) =>
  on.send(alice, poolCallFor(pool, { do: 'deposit', lux: dusk(amount), referrer: null })!)

/** Punishes a key of the pool until it costs something; the LUX that it locked. */
const slash = (pool: string): bigint => {
  const reading = store.get(duskReadingItem)!.pools.find(({ name }) => name === pool)!
  const key = reading.keys.known ? reading.keys.value.find(({ value }) => value > 0n)!.account : ''
  const locked = () => on.network.ledger.stake.entries.get(key)!.data.amount!.locked
  const before = locked()
  while (locked() === before) {
    on.network.control.fault({ account: key }, 'double-vote')
    on.network.control.mine(1n)
  }
  return locked() - before
}

describe('a refresh of one pool', () => {
  it.each([sozu, liquid])('costs at most 8 requests after the first: $name', async (pool) => {
    await deposit(pool)
    await refresh(pool)
    const later: number[] = []
    for (let round = 0; round < 5; round++) {
      on.network.control.mine(5n)
      later.push(await refresh(pool))
    }
    slash(pool.name)
    on.network.control.mine(4n)
    // A watch is read beside everything else.
    later.push(await refresh(pool), await refresh(pool))
    expect(Math.max(...later)).toBeLessThanOrEqual(8)
    expect(kinds()).toContain('slash')
  })

  it('asks nothing again that the node has refused', async () => {
    await deposit()
    on.network.control.driver('Sozu', false)
    const refused: string[] = []
    const client = clientOf({
      fetch: async (url, init) => {
        const body = String(init.body)
        const answer = /finalizedEvents|contractEvents/.test(body)
          ? new Response(
              '[{"message":"Unknown field \\"finalizedEvents\\" on type \\"Query\\"."}]',
              {
                status: 500,
              },
            )
          : await fetch(url, init)
        if (!answer.ok) refused.push(`${new URL(url).pathname} ${body}`)
        return answer
      },
    })
    for (let round = 0; round < 4; round++) {
      on.network.control.mine(3n)
      await refresh(sozu, client)
    }
    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(refused).size).toBe(refused.length)
    const [place] = Object.values(store.get(duskItem).places)
    expect(place!.unread?.reason).toBe('not-offered')
  })
})

describe('news of a pool', () => {
  it('of rewards, punishments and pauses are events of final blocks, each once', async () => {
    await deposit(liquid)
    await refresh(liquid)
    on.network.control.epochs(1)
    on.network.control.mine(1n)
    await refresh(liquid)
    // Not final yet.
    on.network.control.pause('Liquid', true)
    await refresh(liquid)
    expect(kinds()).not.toContain('paused')
    on.network.control.mine(4n)
    await refresh(liquid)
    on.network.control.pause('Liquid', false)
    on.network.control.mine(4n)
    await refresh(liquid)
    const lux = slash('Liquid')
    on.network.control.mine(4n)
    for (let round = 0; round < 3; round++) {
      await refresh(liquid)
      on.network.control.mine(4n)
    }
    expect(kinds().filter((kind) => kind !== 'warned')).toEqual([
      'reward',
      'paused',
      'resumed',
      'slash',
      ...(kinds().includes('inactive') ? ['inactive'] : []),
    ])
    expect(told().find(({ kind }) => kind === 'slash')!.lux).toBe(lux)
    expect(store.get(duskItem).watches).toEqual({})
  })

  it('are complete after a day offline', async () => {
    await deposit(liquid)
    on.network.control.mine(4n)
    await refresh(liquid)
    const from = on.network.chain.height()
    const lux = slash('Liquid')
    on.network.control.calls(false, 'Liquid')
    on.network.control.mine(20n)
    on.network.control.calls(true, 'Liquid')
    on.network.control.mine(BLOCKS_PER_DAY)
    await refresh(liquid)
    on.network.control.mine(4n)
    await refresh(liquid)
    for (let round = 0; round < 200; round++) {
      if (Object.keys(store.get(duskItem).watches).length === 0) break
      await readOn(liquid)
    }
    const slashes = told().filter(({ kind }) => kind === 'slash')
    expect(slashes.map((notice) => notice.lux)).toEqual([lux])
    expect(slashes[0]!.height).toBeLessThan(from + 10n)
    expect(kinds().filter((kind) => kind.endsWith('shaded'))).toEqual(['shaded', 'unshaded'])
    // Four epochs end in a day, and the keeper recycles before each.
    expect(kinds().filter((kind) => kind === 'reward').length).toBeGreaterThanOrEqual(3)
  })

  it('resume at another node, which counts its events differently', async () => {
    await deposit(liquid)
    on.network.control.mine(4n)
    await refresh(liquid)
    on.network.control.epochs(1)
    on.network.control.mine(4n)
    await refresh(liquid)
    const before = kinds()
    expect(before).toContain('reward')
    on.network.control.epochs(1)
    on.network.control.mine(4n)
    // The same chain at another address: a cursor of the first node means nothing to it.
    const other = clientOf({
      bases: ['http://other.test'],
      fetch: (url, init) => {
        if (String(init.body).includes('cursor:')) throw new Error('a cursor of another node')
        return fetch(url.replace('http://other.test', on.network.url), init)
      },
    })
    await refresh(liquid, other)
    expect(kinds().filter((kind) => kind === 'reward').length).toBeGreaterThan(
      before.filter((kind) => kind === 'reward').length,
    )
    expect(new Set(told().map(({ key }) => key)).size).toBe(told().length)
  })

  it('of closings follow from heights, though nobody looked in between', async () => {
    await deposit()
    await refresh()
    on.network.control.mine(3n)
    on.network.control.calls(false)
    on.network.control.mine(3n)
    on.network.control.calls(true)
    on.network.control.mine(3n)
    on.network.control.calls(false, 'Sozu')
    on.network.control.mine(1n)
    await refresh()
    await refresh()
    expect(kinds().filter((kind) => /calls|shaded/.test(kind))).toEqual([
      'calls-closed',
      'calls-open',
      'shaded',
    ])
    const [pool] = store.get(duskReadingItem)!.pools
    expect(pool!.open).toEqual({ known: true, value: false })
  })

  it('of rewards come as their sum where a threshold is set', async () => {
    await deposit(liquid)
    await refresh(liquid)
    await store.update(duskSettingsItem, (settings) => ({
      ...settings,
      alerts: { rewards: 1n, below: dusk(1_000_000n) },
    }))
    on.network.control.epochs(1)
    on.network.control.mine(4n)
    await refresh(liquid)
    expect(kinds()).toEqual(expect.arrayContaining(['reward', 'earned']))
    const states = Object.values(store.get(duskLedgerItem)).map(
      ({ notice, state }) => `${notice.kind} ${state}`,
    )
    expect(states).toContain('reward past')
    expect(states).toContain('earned due')
  })
})

it('the history of a pool is read along with its news', async () => {
  await deposit()
  on.network.control.epochs(3)
  on.network.control.mine(4n)
  await refresh()
  on.network.control.epochs(2)
  on.network.control.mine(4n)
  await refresh()
  const [history] = Object.values(store.get(duskHistoryItem))
  expect(history!.complete).toBe(true)
  expect(history!.flows).toMatchObject([{ direction: 'in', lux: dusk(1995n) }])
  expect(history!.days.length).toBeGreaterThan(0)
})

it('a long history is read in parts, and each event once', async () => {
  for (let index = 0; index < 22; index++) await deposit(sozu, 10n + BigInt(index))
  on.network.control.mine(4n)
  const client = clientOf({
    fetch: (url, init) =>
      fetch(url, { ...init, body: String(init.body).replace('limit: 200', 'limit: 1') }),
  })
  const history = () => Object.values(store.get(duskHistoryItem))[0]!
  await refresh(sozu, client)
  expect(history().complete).toBe(false)
  for (let round = 0; round < 5 && !history().complete; round++) await refresh(sozu, client)
  expect(history().complete).toBe(true)
  const parts = history()
  store = await openItemStore(createMemoryArea())
  await refresh()
  expect(history()).toEqual(parts)
  expect(parts.flows).toHaveLength(22)
})

describe('rewards that a node makes up', () => {
  it('end with it: what the next one knows nothing of is taken back', async () => {
    await deposit(liquid)
    on.network.control.mine(4n)
    // A client of its own for each refresh: none waits for what the one before has asked.
    const liar = () =>
      clientOf({
        bases: ['http://liar.test'],
        fetch: async (url, init) => {
          const answer = await fetch(url.replace('http://liar.test', on.network.url), init)
          if (!String(init.body).includes('finalizedEvents')) return answer
          // The same events, of transactions that never were.
          return new Response(
            (await answer.text()).replaceAll(/"origin":"\w{8}/g, '"origin":"f00df00d'),
          )
        },
      })
    const shown = () =>
      Object.values(store.get(duskLedgerItem))
        .filter(({ gone, notice }) => !gone && notice.kind === 'reward')
        .map(({ notice }) => notice.key.includes(':f00df00d'))
    await refresh(liquid, liar())
    on.network.control.epochs(1)
    on.network.control.mine(4n)
    await refresh(liquid, liar())
    expect(shown()).toContain(true)
    await refresh(liquid)
    expect(shown()).not.toContain(true)
    // What another node took back on its word alone is back with one that tells it.
    const honest = shown()
    await refresh(liquid, liar())
    await refresh(liquid)
    expect(shown()).toEqual(honest)
  })
})

describe('what a node makes up', () => {
  const [elsewhere, liar] = ['http://other.test', 'http://liar.test']
  /** The same chain at another address. */
  const otherNode = () =>
    clientOf({
      bases: [elsewhere],
      fetch: (url, init) => fetch(url.replace(elsewhere, on.network.url), init),
    })
  const shown = () =>
    Object.values(store.get(duskLedgerItem))
      .filter(({ gone }) => !gone)
      .map(({ notice }) => notice)
  const invented = (): DuskNotice[] => {
    const { height } = store.get(duskReadingItem)!
    const named = { id: liquid.id, name: 'Liquid' }
    const key = (...parts: unknown[]) => ['dusk:local', ...parts].join(':')
    const of = { pool: named, height, lux: null }
    const slash = ['f0'.repeat(32), 'slash', 'key', 9].join(':')
    return [
      { ...of, kind: 'warned', key: key('warned', liquid.id, 'key', 3, height) },
      { ...of, kind: 'slash', key: key('slash', liquid.id, slash), height: 1n },
      { ...of, kind: 'burn', key: key('slash', liquid.id, `${slash}1`), height: 2n },
      { ...of, kind: 'calls-closed', key: key('calls-closed', height), pool: null },
      { ...of, kind: 'calls-open', key: key('calls-open', height), pool: null },
      { ...of, kind: 'shaded', key: key('shaded', liquid.id, height) },
      { ...of, kind: 'unshaded', key: key('unshaded', liquid.id, height) },
      { ...of, kind: 'inactive', key: key('inactive', liquid.id, height) },
      { ...of, kind: 'below', key: key('below', liquid.id, height), lux: 1n },
      { ...of, kind: 'reward', key: key('reward', 'x'), height: 10n ** 30n },
    ]
  }

  it('is taken back by the next one, of every kind', async () => {
    await deposit(liquid)
    on.network.control.mine(4n)
    await store.update(duskSettingsItem, (settings) => ({
      ...settings,
      alerts: { rewards: null, below: dusk(1n) },
    }))
    await refresh(liquid)
    await enterPoolNotices(store, invented(), { node: liar })
    const { height } = store.get(duskReadingItem)!
    await refresh(liquid)
    expect(shown().filter(({ height: at }) => at >= height || at <= 2n)).toEqual([])
    expect(Object.keys(store.get(duskLedgerItem)).length).toBeGreaterThanOrEqual(10)
  })

  it('takes nothing back of what is so', async () => {
    await deposit(liquid)
    await refresh(liquid)
    await store.update(duskSettingsItem, (settings) => ({
      ...settings,
      alerts: { rewards: null, below: dusk(1_000_000n) },
    }))
    on.network.control.mine(3n)
    on.network.control.calls(false)
    on.network.control.mine(2n)
    on.network.control.calls(true)
    on.network.control.mine(2n)
    on.network.control.calls(false, 'Liquid')
    on.network.control.mine(1n)
    await refresh(liquid)
    on.network.control.calls(true, 'Liquid')
    slash('Liquid')
    for (let round = 0; round < 3; round++) {
      on.network.control.mine(4n)
      await refresh(liquid)
    }
    const before = shown()
    expect(before.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['calls-closed', 'calls-open', 'shaded', 'unshaded', 'slash']),
    )
    await store.update(duskReadingItem, () => null)
    const other = otherNode()
    await refresh(liquid, other)
    await refresh(liquid, other)
    expect(shown()).toEqual(expect.arrayContaining(before))
  })
})

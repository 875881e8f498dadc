import { describe, expect, it } from 'vitest'
import {
  stakingHoldersItem,
  stakingItem,
  stakingNoticesItem,
  stakingRewardsItem,
} from '../../../../../src/app/bitcoin-staking/stored-items.ts'
import { accountsItem, journalItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { settingsItem } from '../../../../../src/app/stored/shared-items.ts'
import {
  parseItem,
  storedForm,
  type StoredItem,
} from '../../../../../src/app/stored/stored-item.ts'
import { stakingDeployment } from '../../../../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { openItemStore, type Area } from '../../../../../src/extension/storage/item-store.ts'
import type { StacksIntent } from '../../../../../src/wallet/stacks/stacks-intent.ts'
import { installBrowser } from '../../../../support/background/background-life.ts'
import { createFakeBrowser, type FakeBrowser } from '../../../../support/background/fake-browser.ts'
import {
  clientOf,
  createClaimsHost,
  type ClaimsHost,
  type ToldClaim,
} from '../../../../support/bitcoin-staking/claims-host.ts'

const deployment = stakingDeployment('mainnet')
const { holder, programme, manager } = example
const { address } = holder.position
const key = `mainnet-pox-5 ${address}`
const height = Number(programme.burnHeight)

const told = (n: number, change: Partial<ToldClaim> = {}): ToldClaim => ({
  txid: `0x${String(n).padStart(64, '0')}`,
  manager: manager.manager,
  staker: address,
  cycle: 146n,
  grossSats: 20_177n,
  netSats: 19_179n,
  height,
  ...change,
})

/** What the manager keeps is paid. */
const collected: StacksIntent = {
  ...example.sentClaim,
  request: { ...example.sentClaim.request, account: address, contract: manager.manager },
  staking: {
    call: { kind: 'collect', manager: manager.manager },
    accepted: [],
    sats: 38_358n,
    unlockHeight: null,
  },
  state: 'confirmed',
  updatedAt: Date.now(),
}

function createFollowing() {
  return createFakeBrowser({
    settings: storedForm(settingsItem, { ...initialSettings(), locale: 'en' }),
    accounts: storedForm(accountsItem, {
      list: [{ address, label: null, kind: 'watch', walletId: null }],
      selected: address,
      since: {},
    }),
    staking: storedForm(stakingItem, { ...stakingItem.initial(), programme }),
    stakingHolders: storedForm(stakingHoldersItem, { [address]: holder }),
  })
}

/** A life of the background, as far as it searches for claims. */
async function startSearching(fake: FakeBrowser) {
  const api = installBrowser(fake)
  const { searchClaims } =
    await import('../../../../../src/extension/background/bitcoin-staking/search-claims.ts')
  const { keepHolder } =
    await import('../../../../../src/extension/background/bitcoin-staking/refresh-staking.ts')
  const { announceStakingNews } =
    await import('../../../../../src/extension/background/bitcoin-staking/announce-staking-news.ts')
  const store = await openItemStore(api.browser.storage.local as unknown as Area)
  return {
    async search(host: ClaimsHost, base?: string): Promise<void> {
      const client = clientOf(host, base)
      for (let round = 0; round < 5; round++)
        await searchClaims(store, { client }, deployment, { address, outdated: () => false })
      await announceStakingNews(store)
    },
    /** The holder is read again, with less to claim than before. */
    noteClaimed: () =>
      keepHolder(store, address, {
        programme,
        ...holder,
        claims: {
          ...holder.claims!,
          cycles: holder.claims!.cycles.map((row) => ({
            ...row,
            legs: row.legs.map((leg) => ({ ...leg, grossSats: 0n, afterPullSats: 0n })),
          })),
        },
      }),
    /** A call of the holder's own is in a block. */
    note: (intent: StacksIntent) =>
      store.update(journalItem, () => [{ intent, dismissed: false, nonce: null }]),
    end: api.end,
  }
}

const read = <T>(fake: FakeBrowser, item: StoredItem<T>): T => {
  const parsed = parseItem(item, fake.state.stored[item.key])
  if (!parsed.ok) throw new Error(`${item.key} is not as stored`)
  return parsed.value
}
const titles = (fake: FakeBrowser) =>
  [...fake.state.notifications.values()].map(({ title }) => title)
const createHost = (...claims: ToldClaim[]) => {
  const host = createClaimsHost(deployment, claims)
  host.height = height
  return host
}

describe('a claim that has landed', () => {
  it('is told once, to the sat, and not again after a restart', async () => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    const host = createHost()
    await life.search(host)
    host.claims = [told(1)]
    await life.noteClaimed()
    await life.search(host)
    expect([...fake.state.notifications.values()]).toEqual([
      { title: 'Rewards received', message: '19,179 sats for cycle 146, paid to SP2J6ZY…9EJ7' },
    ])
    life.end()
    fake.state.notifications.clear()
    const next = await startSearching(fake)
    host.height += 1
    await next.search(host)
    expect(titles(fake)).toEqual([])
    expect(read(fake, stakingRewardsItem)[key]).toMatchObject({
      claims: [{ netSats: 19_179n }],
      requestsLeft: null,
    })
  })

  it('before the address was followed is listed, and no news', async () => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    await life.search(createHost(told(1, { height: height - 100 })))
    expect(read(fake, stakingRewardsItem)[key]?.claims).toHaveLength(1)
    expect(titles(fake)).toEqual([])
  })

  it('is none where a host made it up: nothing has moved', async () => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    await life.search(createHost(told(1, { movedSats: 0n })))
    expect(read(fake, stakingRewardsItem)[key]?.claims).toEqual([])
    expect(titles(fake)).toEqual([])
  })

  it('that another host knows nothing of is withdrawn', async () => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    await life.search(createHost(told(1), told(2, { cycle: 147n })))
    expect(titles(fake)).toHaveLength(2)
    await life.search(createHost(told(1)), 'http://127.0.0.1:2')
    expect(titles(fake)).toEqual(['Rewards received'])
    expect(fake.state.badge).toBe('1')
    expect(read(fake, stakingRewardsItem)[key]?.claims).toMatchObject([{ cycle: 146n }])
    expect(Object.values(read(fake, stakingNoticesItem)).filter(({ gone }) => gone)).toHaveLength(1)
  })
})

describe('what max500 has kept', () => {
  const kept = (n: number, cycle: bigint) => told(n, { cycle, isSettlement: true, movedSats: 0n })
  const payout = (change: Partial<ToldClaim> = {}) =>
    told(3, { isPayout: true, netSats: 38_358n, height: height + 1, ...change })

  /** It was kept at first, and is paid by a call of the holder's own. */
  async function collect(change: Partial<ToldClaim> = {}) {
    const fake = createFollowing()
    const life = await startSearching(fake)
    const host = createHost(kept(1, 146n), kept(2, 147n))
    await life.search(host)
    expect(titles(fake)).toEqual([])
    host.height += 1
    host.claims = [...host.claims, payout(change)]
    await life.note(collected)
    await life.search(host)
    return { fake, host, life }
  }

  it('is told of for each cycle once it was paid, and is asked for no more', async () => {
    const { fake, host, life } = await collect()
    expect(titles(fake)).toEqual(['Rewards received', 'Rewards received'])
    const by = { txid: payout().txid, sats: 38_358n, claims: 2 }
    expect(read(fake, stakingRewardsItem)[key]?.claims.map((claim) => claim.payout)).toMatchObject([
      { kind: 'sbtc', by },
      { kind: 'sbtc', by },
    ])
    host.height += 10
    await life.search(host)
    host.asked = []
    await life.search(host)
    expect(host.asked.filter((path) => path !== '/v2/info')).toEqual([])
  })

  it('is told of once where one payout on Bitcoin has paid it', async () => {
    const { fake, host, life } = await collect({ onBitcoin: { request: 7n, sats: 35_000n } })
    expect(titles(fake)).toEqual([])
    host.decided.set(7n, true)
    host.height += 1
    await life.search(host)
    expect([...fake.state.notifications.values()]).toMatchObject([
      { title: 'Paid on Bitcoin', message: expect.stringContaining('35,000 sats') as string },
    ])
  })
})

describe('a payout on Bitcoin', () => {
  const onBitcoin = { request: 7n, sats: 19_000n }

  it.each([
    [true, 'Paid on Bitcoin', '19,000 sats'],
    [false, 'Bitcoin payout rejected', 'reclaim-failed-withdrawal with request 7'],
  ] as const)('is told when it is decided (%s), once', async (decision, title, words) => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    const host = createHost(told(1, { onBitcoin }))
    await life.search(host)
    expect(titles(fake)).toEqual([])
    host.decided.set(7n, decision)
    host.height += 1
    await life.search(host)
    host.height += 1
    await life.search(host)
    expect([...fake.state.notifications.values()]).toMatchObject([
      { title, message: expect.stringContaining(words) as string },
    ])
  })
})

describe('a search', () => {
  it('asks nothing of a host while nothing is to be found', async () => {
    const fake = createFollowing()
    const life = await startSearching(fake)
    const host = createHost(told(1, { height: height - 100 }))
    await life.search(host)
    host.height += 1
    host.asked = []
    await life.search(host)
    expect(host.asked.filter((path) => path !== '/v2/info')).toEqual([])
    await life.noteClaimed()
    await life.search(host)
    expect(host.asked.some((path) => path.includes('/logs'))).toBe(true)
  })
})

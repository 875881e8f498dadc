import { describe, expect, it } from 'vitest'
import type { StakingNewsSettings } from '../../../../../src/app/bitcoin-staking/notices/staking-news-settings.ts'
import type { StakingNoticeKind } from '../../../../../src/app/bitcoin-staking/notices/staking-notice.ts'
import {
  stakingHoldersItem,
  stakingNoticesItem,
  stakingWatchItem,
} from '../../../../../src/app/bitcoin-staking/stored-items.ts'
import { accountsItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { settingsItem, unreadItem } from '../../../../../src/app/stored/shared-items.ts'
import {
  parseItem,
  storedForm,
  type StoredItem,
} from '../../../../../src/app/stored/stored-item.ts'
import { known, unknown } from '../../../../../src/chain/known.ts'
import type { HolderReading } from '../../../../../src/chain/stacks/bitcoin-staking/refresh-holder.ts'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { openItemStore, type Area } from '../../../../../src/extension/storage/item-store.ts'
import { installBrowser, startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser, type FakeBrowser } from '../../../../support/background/fake-browser.ts'

const { holder, programme, manager } = example
const { address } = holder.position
const cycle148 = 666_050n + 148n * 2_100n

/** Storage of a browser that follows the example's holder on mainnet. */
function createFollowing(
  change: Partial<ReturnType<typeof initialSettings>['notifications']> = {},
) {
  const settings = initialSettings()
  return createFakeBrowser({
    settings: storedForm(settingsItem, {
      ...settings,
      locale: 'en',
      notifications: { ...settings.notifications, ...change },
    }),
    accounts: storedForm(accountsItem, {
      list: [{ address, label: null, kind: 'watch', walletId: null }],
      selected: address,
      since: {},
    }),
  })
}

/** A life of the background, as far as readings of holders go. */
async function startReading(fake: FakeBrowser) {
  const api = installBrowser(fake)
  const { keepHolder } =
    await import('../../../../../src/extension/background/bitcoin-staking/refresh-staking.ts')
  const { announceStakingNews } =
    await import('../../../../../src/extension/background/bitcoin-staking/announce-staking-news.ts')
  const store = await openItemStore(api.browser.storage.local as unknown as Area)
  return {
    store,
    async read(reading: HolderReading): Promise<void> {
      await keepHolder(store, address, reading)
      await announceStakingNews(store)
    },
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

const at = (burnHeight: bigint, lastComputeHeight: bigint) => ({
  ...programme,
  burnHeight,
  cycle: known({ id: (burnHeight - 666_050n) / 2_100n, isPreparing: false }),
  lastComputeHeight: known(lastComputeHeight),
})
const reading = (change: Partial<HolderReading> = {}): HolderReading => ({
  programme: at(cycle148 + 100n, cycle148 - 1n),
  position: holder.position,
  claims: holder.claims,
  manager,
  payout: holder.payout,
  ...change,
})
const withStake = (cycles: bigint, firstCycle = 146n) => ({
  ...holder.position,
  stake: known({ manager: manager.manager, microStx: 25_000_000_000n, firstCycle, cycles }),
})
const grown = {
  ...holder.claims!,
  cycles: holder.claims!.cycles.map((row) => ({
    ...row,
    legs: row.legs.map((leg) => ({ ...leg, grossSats: leg.grossSats + 500n })),
  })),
}
const ended = at(cycle148 + 2_105n, cycle148 + 2_099n)
const bondPosition = example.bonded.holder!.position
const bondOver = at(666_050n + 155n * 2_100n + 5n, 666_050n + 155n * 2_100n - 1n)

/** What leads to each notice: the reading before, and the one that gives reason. */
const stories: Partial<Record<StakingNoticeKind, readonly [HolderReading, HolderReading]>> = {
  claimable: [reading(), reading({ claims: grown })],
  'half-late': [reading(), reading({ programme: at(cycle148 + 1_130n, cycle148 - 1n) })],
  'fee-rises': [
    reading(),
    reading({
      manager: {
        ...manager,
        fee: known({ bips: 495n, pending: { bips: 600n, fromCycle: 150n } }),
      },
    }),
  ],
  'fee-rose': [
    reading(),
    reading({ manager: { ...manager, fee: known({ bips: 9_999n, pending: null }) } }),
  ],
  'manager-below': [
    reading(),
    reading({ manager: { ...manager, delegatedMicroStx: known(49_000_000_000n) } }),
  ],
  'last-chance': [
    reading({ position: withStake(3n), programme: at(cycle148 + 1_100n, cycle148 + 1_049n) }),
    reading({ position: withStake(3n), programme: at(cycle148 + 1_900n, cycle148 + 1_049n) }),
  ],
  'stake-ended': [
    reading({ position: withStake(3n) }),
    reading({ position: withStake(3n), programme: ended }),
  ],
  'bond-ended': [
    reading({ position: bondPosition, claims: null, manager: null }),
    reading({ position: bondPosition, claims: null, manager: null, programme: bondOver }),
  ],
}
const rows = Object.entries(stories) as [
  StakingNoticeKind,
  readonly [HolderReading, HolderReading],
][]

describe.each(rows)('the notice %s', (kind, [before, after]) => {
  const title = async () =>
    (await import('../../../../../src/words/en/bitcoin-staking-notices.ts')).bitcoinStakingNotices[
      `staking-notice.${kind}.title`
    ]

  it('comes once, and not again after a restart', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(before)
    expect(titles(fake)).toEqual([])
    await life.read(after)
    await life.read(after)
    expect(titles(fake)).toEqual([await title()])
    expect(fake.state.badge).toBe('1')
    life.end()
    fake.state.notifications.clear()
    const next = await startReading(fake)
    await next.read(after)
    expect(titles(fake)).toEqual([])
    expect(fake.state.badge).toBe('1')
  })

  it('is none where it was so in the first reading', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(after)
    await life.read(after)
    expect(titles(fake)).toEqual([])
    expect(fake.state.badge).toBe('')
  })

  it('is none where it is not wanted', async () => {
    const staking: StakingNewsSettings = {
      claimableSats: null,
      paid: false,
      late: false,
      manager: false,
      position: false,
    }
    const fake = createFollowing({ staking })
    const life = await startReading(fake)
    await life.read(before)
    await life.read(after)
    expect(titles(fake)).toEqual([])
  })

  it('comes in the same way from a background that was stopped before it was shown', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(before)
    fake.state.beforeWrite = (values) => {
      if ('stakingHolders' in values) life.end()
    }
    void life.read(after)
    await fake.until(() => 'stakingNotices' in fake.state.stored && read(fake, stakingWatchItem))
    fake.state.beforeWrite = () => undefined
    life.end()
    const next = await startReading(fake)
    await next.read(after)
    expect(titles(fake)).toEqual([await title()])
  })

  it('waits in quiet hours, and is dropped where it does not hold any more', async () => {
    const hour = new Date().getHours()
    const fake = createFollowing({ quietHours: { from: hour, to: (hour + 2) % 24 } })
    const life = await startReading(fake)
    await life.read(before)
    await life.read(after)
    expect(titles(fake)).toEqual([])
    expect(Object.values(read(fake, stakingNoticesItem))).toMatchObject([{ state: 'due' }])
    await life.store.update(settingsItem, (settings) => ({
      ...settings,
      notifications: { ...settings.notifications, quietHours: null },
    }))
    // The host that told it was wrong, or the person has acted meanwhile.
    await life.read({ ...before, ...(kind === 'claimable' && { claims: noClaims }) })
    expect(titles(fake)).toEqual([])
  })

  it('that was shown is withdrawn where a host takes it back', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(before)
    await life.read(after)
    expect(fake.state.badge).toBe('1')
    await life.read({ ...before, ...(kind === 'claimable' && { claims: noClaims }) })
    expect([fake.state.badge, titles(fake), read(fake, unreadItem)]).toEqual(['', [], []])
    fake.state.notifications.clear()
    if (kind === 'claimable') return
    // When it holds again, it was told already.
    await life.read(after)
    expect(titles(fake)).toEqual([])
  })
})

const noClaims = {
  ...holder.claims!,
  cycles: holder.claims!.cycles.map((row) => ({
    ...row,
    legs: row.legs.map((leg) => ({
      ...leg,
      grossSats: 0n,
      netSats: known(0n),
      afterPullSats: 0n,
    })),
  })),
}

describe('what is unknown', () => {
  it('gives no reason, and takes nothing back', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(reading())
    const [, after] = stories['manager-below']!
    await life.read(after)
    const untold = unknown('bad-answer' as const)
    await life.read(
      reading({
        programme: { ...programme, clock: untold, cycle: untold },
        position: { ...holder.position, stake: untold, bondPart: untold },
        manager: null,
      }),
    )
    expect(titles(fake)).toHaveLength(1)
    expect(fake.state.badge).toBe('1')
  })

  it('of a manager is no reading of it: what is known of it later is old', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    const [, after] = stories['manager-below']!
    await life.read(reading({ manager: null }))
    await life.read(after)
    expect(titles(fake)).toEqual([])
  })
})

describe('an unstake', () => {
  it('is told when it has taken effect, without a reminder to extend', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(reading())
    await life.read(reading({ position: withStake(3n) }))
    const near = at(cycle148 + 1_900n, cycle148 + 1_049n)
    await life.read(reading({ position: withStake(3n), programme: near }))
    expect(titles(fake)).toEqual([])
    await life.read(reading({ position: withStake(3n), programme: ended }))
    expect([...fake.state.notifications.values()]).toMatchObject([
      { title: 'Unstaked', message: expect.stringContaining('25,000 STX') as string },
    ])
  })
})

describe('an address that is forgotten', () => {
  it('leaves no notice and nothing that was remembered', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(reading())
    await life.read(stories['manager-below']![1])
    life.end()
    const whole = await startLife(fake)
    expect(await whole.command({ type: 'disconnect', address })).toEqual({ ok: true })
    expect([
      read(fake, stakingNoticesItem),
      read(fake, stakingWatchItem),
      read(fake, stakingHoldersItem),
      titles(fake),
      fake.state.badge,
    ]).toEqual([{}, {}, {}, [], ''])
  })
})

describe('a click', () => {
  it.each([
    ['claimable', '#staking=claim'],
    ['half-late', '#staking'],
    ['fee-rises', '#staking=change'],
    ['last-chance', '#staking=change'],
    ['stake-ended', '#staking=stake'],
    ['bond-ended', '#staking=withdraw'],
  ] as const)('on %s opens %s', async (kind, place) => {
    const fake = createFollowing()
    const life = await startReading(fake)
    const [before, after] = stories[kind]!
    await life.read(before)
    await life.read(after)
    const [key] = [...fake.state.notifications.keys()]
    life.end()
    const whole = await startLife(fake)
    whole.emit('notifications', 'onClicked', key)
    const tab = await fake.until(() => [...fake.state.tabs.values()].at(-1))
    expect(tab.url).toMatch(new RegExp(`popup\\.html${place}$`))
    await fake.until(() => fake.state.notifications.size === 0)
  })

  it('on Dismiss puts it away in the views', async () => {
    const fake = createFollowing()
    const life = await startReading(fake)
    await life.read(stories['manager-below']![0])
    await life.read(stories['manager-below']![1])
    const [key] = [...fake.state.notifications.keys()]
    life.end()
    const whole = await startLife(fake)
    await whole.command({ type: 'dismissNews', key })
    expect(read(fake, stakingNoticesItem)[key!]).toMatchObject({ state: 'dismissed' })
  })
})

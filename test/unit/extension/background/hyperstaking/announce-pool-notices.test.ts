import { describe, expect, it } from 'vitest'
import type { DuskNotice } from '../../../../../src/app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../../../src/app/hyperstaking/dusk-reading.ts'
import {
  allPoolNews,
  poolNewsKinds,
  type PoolNewsKind,
} from '../../../../../src/app/hyperstaking/pool-news.ts'
import type { PoolSummary } from '../../../../../src/app/hyperstaking/pool-summary.ts'
import type { SlashWatch } from '../../../../../src/app/hyperstaking/pool-watch.ts'
import {
  duskItem,
  duskLedgerItem,
  duskReadingItem,
} from '../../../../../src/app/hyperstaking/stored-items.ts'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { settingsItem } from '../../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../../src/app/stored/stored-item.ts'
import { known } from '../../../../../src/chain/known.ts'
import { enterPoolNotices } from '../../../../../src/extension/background/hyperstaking/announce-pool-notices.ts'
import { findWarnings } from '../../../../../src/extension/background/hyperstaking/find-pool-notices.ts'
import { nextSlashWatch } from '../../../../../src/extension/background/hyperstaking/find-slashes.ts'
import { poolNoticeText } from '../../../../../src/extension/notifications/pool-notice-text.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { locales } from '../../../../../src/words/locales.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

type Key = Extract<PoolSummary['keys'], { known: true }>['value'][number]
const key = (change: Partial<Key> = {}): Key => ({
  account: 'k',
  state: 'active',
  value: 1000n,
  locked: 0n,
  eligibility: 4320n,
  reward: 0n,
  faults: 0,
  hardFaults: 0,
  ...change,
})
const untold = { known: false, reason: 'not-offered' } as const
const pool = (...keys: Key[]): PoolSummary => ({
  id: 'p',
  name: 'Pool',
  kind: 'liquid',
  rate: untold,
  open: known(true),
  paused: known(false),
  published: null,
  noDriver: false,
  fees: untold,
  keys: known(keys),
  idle: known(0n),
  prospect: untold,
  position: {
    value: known(5n),
    shares: known(5n),
    claimable: known(0n),
    income: known(0n),
    referrer: known(null),
    referred: untold,
  },
})
const reading = (height: bigint, ...pools: PoolSummary[]): DuskReading => ({
  network: 'local',
  account: 'a',
  height,
  final: height - 3n,
  nextEpoch: 0n,
  balance: null,
  callsOpen: known(true),
  minimumStake: known(1000n),
  warnings: known([]),
  pools,
  readAt: 0,
})
const kinds = [
  'reward',
  'warned',
  'slash',
  'burn',
  'paused',
  'resumed',
  'inactive',
  'calls-closed',
  'calls-open',
  'shaded',
  'unshaded',
  'unread',
  'earned',
  'below',
] as const
const notices = kinds.map((kind): DuskNotice => ({
  key: `dusk:${kind}`,
  kind,
  pool: { id: 'p', name: 'Pool' },
  height: 9n,
  lux: 1_500_000_000n,
}))

describe('news of pools', () => {
  const belongs: Record<PoolNewsKind, readonly string[]> = {
    reward: ['reward', 'earned'],
    slash: ['warned', 'slash', 'burn', 'unread', 'below'],
    paused: ['paused', 'resumed'],
    inactive: ['inactive'],
    calls: ['calls-closed', 'calls-open', 'shaded', 'unshaded'],
  }

  it.each(poolNewsKinds)('%s can be turned off separately', async (off) => {
    const store = await openItemStore(createMemoryArea())
    await store.update(settingsItem, () => ({
      ...initialSettings(),
      notifications: {
        ...initialSettings().notifications,
        pools: { ...allPoolNews, [off]: false },
      },
    }))
    await enterPoolNotices(store, notices, { node: 'https://node.example' })
    await enterPoolNotices(store, notices, { node: 'https://other.example' })
    const ledger = store.get(duskLedgerItem)
    expect(
      Object.entries(ledger)
        .filter(([, { state }]) => state === 'past')
        .map(([, { notice }]) => notice.kind)
        .toSorted(),
    ).toEqual([...belongs[off]].toSorted())
    expect(Object.keys(ledger)).toHaveLength(kinds.length)
  })

  it('leave the screen and the badge when they are taken back', async () => {
    const fake = createFakeBrowser()
    await startLife(fake)
    const told =
      await import('../../../../../src/extension/background/hyperstaking/announce-pool-notices.ts')
    const store = await openItemStore(createMemoryArea())
    await told.enterPoolNotices(store, notices.slice(0, 2), { node: 'https://node.example' })
    await told.announcePoolNotices(store)
    expect([...fake.state.notifications.keys()]).toEqual(['dusk:reward', 'dusk:warned'])
    expect(fake.state.badge).toBe('2')
    await told.correctPoolNotices(store, (ledger) => ({
      ...ledger,
      'dusk:warned': { ...ledger['dusk:warned']!, gone: true },
    }))
    expect([...fake.state.notifications.keys()]).toEqual(['dusk:reward'])
    expect(fake.state.badge).toBe('1')
    await told.announcePoolNotices(store)
    expect(fake.state.notifications.size).toBe(1)
  })

  it('have a sentence each in every language', () => {
    for (const locale of locales) {
      const texts = notices.map((notice) => poolNoticeText(notice, locale, []))
      for (const { title, message } of texts) expect(title && message).not.toMatch(/[{}]|undefined/)
      expect(new Set(texts.map(({ message }) => message)).size).toBe(kinds.length)
    }
  })

  it('settings from before there were choices want them all', () => {
    const { pools: _, ...earlier } = initialSettings().notifications
    const parsed = parseItem(settingsItem, {
      v: 1,
      d: { ...initialSettings(), notifications: earlier },
    })
    expect(parsed.ok && parsed.value.notifications.pools).toEqual(allPoolNews)
  })
})

describe('a slash', () => {
  const changed = (before: Key, after: Key) =>
    findWarnings(reading(10n, pool(before)), reading(12n, pool(after))).map(({ kind }) => kind)
  const watched = (before: Key, after: Key, kept?: SlashWatch) =>
    nextSlashWatch(kept, pool(before), pool(after), { before: 10n, now: 12n })
  const watch = (change: Partial<SlashWatch> = {}): SlashWatch => ({
    pool: { id: 'p', name: 'Pool' },
    from: 10n,
    next: 10n,
    until: 12n,
    keys: ['k'],
    inactive: false,
    unread: null,
    ...change,
  })

  it('that only warns is read from the counter, one that costs from the contract’s events', () => {
    expect(changed(key(), key({ faults: 1 }))).toEqual(['warned'])
    expect(watched(key(), key({ faults: 1 }))).toBeNull()
    const punished = key({ faults: 2, locked: 100n, value: 900n, eligibility: 6480n })
    expect(changed(key({ faults: 1 }), punished)).toEqual([])
    expect(watched(key({ faults: 1 }), punished)).toEqual(watch())
    expect(watched(key(), key({ hardFaults: 1 }))).toEqual(watch())
  })

  it('that only warns is the same notice at whichever later height it is found', () => {
    const found = (height: bigint) =>
      findWarnings(reading(10n, pool(key())), reading(height, pool(key({ faults: 1 })))).map(
        ({ key: each }) => each,
      )
    expect(found(15n)).toEqual(found(12n))
  })

  it('is searched for from the first change on, of keys that are gone as well', () => {
    const kept = watch({ from: 4n, next: 5n, until: 6n })
    expect(watched(key(), key(), kept)).toEqual(kept)
    expect(watched(key(), key({ locked: 1n, value: 999n }), kept)).toEqual({ ...kept, until: 12n })
    // A top-up locks a tenth of what it adds.
    expect(watched(key(), key({ locked: 1n, value: 1009n }))).toBeNull()
    expect(watched(key(), key())).toBeNull()
    expect(watched(key(), key({ account: 'other' }))).toEqual(watch({ keys: ['k', 'other'] }))
    expect(watched(key(), key({ state: 'maturing' }))).toEqual(watch({ inactive: true }))
  })
})

describe('what an earlier version stored', () => {
  it('keeps the account and where notices begin; what was read or checked is read again', () => {
    const old = {
      account: { address: 'a', walletId: 'w', walletName: 'Wallet' },
      connection: null,
      chosen: 'p',
      plan: { pool: 'p' },
      problem: false,
      since: { 'local p a': '7', 'slash local p a': '4 6' },
    }
    expect(parseItem(duskItem, { v: 1, d: old })).toEqual({
      ok: true,
      value: {
        account: { address: 'a', walletId: 'w', walletName: 'Wallet', others: 0 },
        connection: null,
        chosen: 'p',
        plan: null,
        problem: false,
        places: {
          'local p a': {
            pool: { id: 'p', name: '' },
            height: 7n,
            cursor: null,
            earned: 0n,
            unread: null,
          },
        },
        watches: {
          'local p a': {
            pool: { id: 'p', name: '' },
            from: 4n,
            next: 4n,
            until: 6n,
            keys: [],
            inactive: false,
            unread: null,
          },
        },
      },
    })
    expect(parseItem(duskItem, { v: 1, d: { ...old, account: null } })).toMatchObject({
      ok: true,
      value: { account: null },
    })
    expect(parseItem(duskReadingItem, { v: 1, d: { network: 'local' } })).toEqual({
      ok: true,
      value: null,
    })
  })
})

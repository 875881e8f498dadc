import { describe, expect, it } from 'vitest'
import type { DuskNotice } from '../../../../../src/app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../../../src/app/hyperstaking/dusk-reading.ts'
import {
  allPoolNews,
  poolNewsKinds,
  type PoolNewsKind,
} from '../../../../../src/app/hyperstaking/pool-news.ts'
import type { PoolSummary } from '../../../../../src/app/hyperstaking/pool-summary.ts'
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
import { findPoolChanges } from '../../../../../src/extension/background/hyperstaking/find-pool-notices.ts'
import { nextSlashWatch } from '../../../../../src/extension/background/hyperstaking/find-slashes.ts'
import { poolNoticeText } from '../../../../../src/extension/notifications/pool-notice-text.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { locales } from '../../../../../src/words/locales.ts'
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
  paused: known(false),
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
  nextEpoch: 0n,
  balance: null,
  callsOpen: known(true),
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
    reward: ['reward'],
    slash: ['warned', 'slash', 'burn'],
    paused: ['paused', 'resumed'],
    inactive: ['inactive'],
    calls: ['calls-closed', 'calls-open'],
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
    await enterPoolNotices(store, notices)
    await enterPoolNotices(store, notices)
    const ledger = store.get(duskLedgerItem)
    expect(
      Object.entries(ledger)
        .filter(([, { state }]) => state === 'past')
        .map(([, { notice }]) => notice.kind)
        .toSorted(),
    ).toEqual([...belongs[off]].toSorted())
    expect(Object.keys(ledger)).toHaveLength(kinds.length)
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
    findPoolChanges(reading(10n, pool(before)), reading(12n, pool(after))).map(({ kind }) => kind)
  const watched = (before: Key, after: Key, kept?: string) =>
    nextSlashWatch(kept, pool(before), pool(after), { before: 10n, now: 12n })

  it('that only warns is read from the counter, one that costs from the contract’s events', () => {
    expect(changed(key(), key({ faults: 1 }))).toEqual(['warned'])
    expect(watched(key(), key({ faults: 1 }))).toBeNull()
    const punished = key({ faults: 2, locked: 100n, value: 900n, eligibility: 6480n })
    expect(changed(key({ faults: 1 }), punished)).toEqual([])
    expect(watched(key({ faults: 1 }), punished)).toBe('10 12')
    expect(watched(key(), key({ hardFaults: 1 }))).toBe('10 12')
  })

  it('that only warns is the same notice at whichever later height it is found', () => {
    const found = (height: bigint) =>
      findPoolChanges(reading(10n, pool(key())), reading(height, pool(key({ faults: 1 })))).map(
        ({ key: each }) => each,
      )
    expect(found(15n)).toEqual(found(12n))
  })

  it('is searched for from the first change on until its events are final', () => {
    expect(watched(key(), key(), '4 6')).toBe('4 6')
    expect(watched(key(), key({ locked: 1n }), '4 6')).toBe('4 12')
    expect(watched(key(), key())).toBeNull()
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
      since: { 'local p a': '7' },
    }
    expect(parseItem(duskItem, { v: 1, d: old })).toEqual({
      ok: true,
      value: {
        account: { address: 'a', walletId: 'w', walletName: 'Wallet', others: 0 },
        connection: null,
        chosen: 'p',
        plan: null,
        problem: false,
        since: { 'local p a': '7' },
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

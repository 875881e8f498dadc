import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  accountsItem,
  journalItem,
  ledgerItem,
} from '../../../../src/app/dual-stacking/stored-items.ts'
import { allItems } from '../../../../src/app/stored/all-items.ts'
import { problemsItem, settingsItem } from '../../../../src/app/stored/shared-items.ts'
import {
  parseItem,
  storedForm,
  storedItem,
  type StoredItem,
} from '../../../../src/app/stored/stored-item.ts'
import { viewState } from '../../../../src/app/stored/view-state.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import { NewerData, openItemStore } from '../../../../src/extension/storage/item-store.ts'
import { createMemoryArea } from '../../../support/memory-area.ts'

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const followed = {
  list: [{ address, label: null, kind: 'wallet' as const, walletId: 'leather' }],
  selected: address,
  since: {},
}
const payment = {
  key: '0xaa:1',
  deployment: 'mainnet-v1',
  cycle: known(3),
  sats: 12_480n,
  enrolledAddress: address,
  rewardAddress: address,
  txid: '0xaa',
  eventIndex: 1,
  burnHeight: known(900),
  blockTime: unknown('not-read'),
}

describe('a stored item', () => {
  const schema = v.object({
    name: v.string(),
    count: v.pipe(
      v.string(),
      v.transform((text) => BigInt(text)),
    ),
  })
  const third = storedItem('k', schema, () => ({ name: '', count: 0n }), [
    (old) => ({ name: old, count: 1 }),
    (old) => ({ ...(old as object), count: String((old as { count: number }).count) }),
  ])

  it('is migrated one version after another', () => {
    expect(parseItem(third, { v: 1, d: 'one' })).toEqual({
      ok: true,
      value: { name: 'one', count: 1n },
    })
    expect(parseItem(third, { v: 2, d: { name: 'two', count: 5 } })).toEqual({
      ok: true,
      value: { name: 'two', count: 5n },
    })
    expect(parseItem(third, storedForm(third, { name: 'three', count: 7n }))).toEqual({
      ok: true,
      value: { name: 'three', count: 7n },
    })
  })

  it('is the initial one when absent, and otherwise parsed or refused, never guessed', () => {
    expect(parseItem(third, undefined)).toEqual({ ok: true, value: { name: '', count: 0n } })
    for (const raw of [
      null,
      5,
      'x',
      [],
      {},
      { v: 3 },
      { v: 0, d: {} },
      { v: 1.5, d: 'x' },
      { v: 3, d: { name: 4 } },
      { v: 2, d: null },
      { d: 'x' },
    ]) {
      expect(parseItem(third, raw)).toEqual({ ok: false, code: 'corrupt' })
    }
    expect(parseItem(third, { v: 4, d: {} })).toEqual({ ok: false, code: 'newer' })
  })

  it('has its own keys and survives its own form, whichever item it is', () => {
    expect(new Set(allItems.map(({ key }) => key)).size).toBe(allItems.length)
    for (const item of allItems as readonly StoredItem<unknown>[])
      expect(parseItem(item, JSON.parse(JSON.stringify(storedForm(item, item.initial()))))).toEqual(
        { ok: true, value: item.initial() },
      )
    const ledger = { [payment.key]: { payment, state: 'due' as const } }
    expect(
      parseItem(ledgerItem, JSON.parse(JSON.stringify(storedForm(ledgerItem, ledger)))),
    ).toEqual({ ok: true, value: ledger })
  })
})

describe('the store', () => {
  it('writes before it resolves, and the next background process reads the same', async () => {
    const area = createMemoryArea()
    const store = await openItemStore(area)
    await store.update(accountsItem, () => followed)
    expect(area.raw['accounts']).toEqual({ v: accountsItem.version, d: followed })
    expect((await openItemStore(area)).get(accountsItem)).toEqual(followed)
  })

  it('keeps the order of overlapping updates, and writes nothing without a change', async () => {
    const area = createMemoryArea()
    const store = await openItemStore(area)
    await Promise.all(
      ['a', 'b', 'c'].map((selected) =>
        store.update(accountsItem, (accounts) => ({
          ...accounts,
          selected: `${accounts.selected ?? ''}${selected}`,
        })),
      ),
    )
    expect((area.raw['accounts'] as { d: { selected: string } }).d.selected).toBe('abc')
    const { writes } = area
    await store.update(accountsItem, (accounts) => accounts)
    expect(area.writes).toBe(writes)
  })

  it('writes what changes together at once, and everything again when that failed', async () => {
    const area = createMemoryArea()
    const store = await openItemStore(area)
    const { set } = area
    area.set = () => Promise.reject(new Error('full'))
    const both = () => [
      store.update(accountsItem, () => ({ ...followed })),
      store.update(ledgerItem, (ledger) => ({ ...ledger })),
    ]
    expect((await Promise.allSettled(both())).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
    area.set = set
    const { writes } = area
    await store.update(ledgerItem, (ledger) => ({ ...ledger }))
    expect(area.raw).toMatchObject({ accounts: { d: followed }, ledger: {} })
    await Promise.all(both())
    expect(area.writes).toBe(writes + 2)
  })

  it('sets aside what does not parse, keeps it, and says so once', async () => {
    const broken = { v: 1, d: { list: 'everything' } }
    const area = createMemoryArea({
      accounts: broken,
      journal: 'x',
      settings: storedForm(settingsItem, { ...settingsItem.initial(), units: 'sbtc' }),
    })
    const store = await openItemStore(area, () => 1234)
    expect(store.get(accountsItem)).toEqual(accountsItem.initial())
    expect(store.get(settingsItem).units).toBe('sbtc')
    expect(area.raw).toMatchObject({
      'quarantine:accounts:1234': broken,
      'quarantine:journal:1234': 'x',
    })
    expect(store.get(problemsItem)).toEqual([
      { item: 'accounts', code: 'corrupt', at: 1234 },
      { item: 'journal', code: 'corrupt', at: 1234 },
    ])
    const later = await openItemStore(area)
    expect(later.get(problemsItem)).toHaveLength(2)
    expect(area.raw['quarantine:accounts:1234']).toEqual(broken)
  })

  it('is stored once it resolves, as is what an earlier write failed to store', async () => {
    const area = createMemoryArea()
    const store = await openItemStore(area)
    const { set } = area
    area.set = () => Promise.reject(new Error('full'))
    await expect(store.update(accountsItem, () => followed)).rejects.toThrow('full')
    await expect(store.update(accountsItem, (same) => same)).rejects.toThrow('full')
    await store.update(journalItem, (same) => same)
    area.set = set
    await store.update(accountsItem, (same) => same)
    expect(area.raw['accounts']).toEqual({ v: accountsItem.version, d: followed })
  })

  it('sets aside and reports in one write, and overwrites nothing before', async () => {
    const broken = { v: 1, d: { list: 'everything' } }
    const area = createMemoryArea({ accounts: broken })
    const { set } = area
    let tries = 0
    area.set = () => Promise.reject(new Error(`full ${++tries}`))
    const store = await openItemStore(area, () => 1234)
    expect(tries).toBe(1)
    await expect(store.update(journalItem, (entries) => [...entries])).rejects.toThrow('full')
    expect(area.raw).toEqual({ accounts: broken })
    area.set = set
    await store.update(journalItem, (entries) => [...entries])
    expect(area.raw).toMatchObject({
      'quarantine:accounts:1234': broken,
      accounts: { d: accountsItem.initial() },
      problems: { d: [{ item: 'accounts', code: 'corrupt' }] },
      journal: { d: [] },
    })
  })

  it('opens when a later version wrote everything', async () => {
    const raw = Object.fromEntries(allItems.map(({ key }) => [key, { v: 99, d: {} }]))
    const area = createMemoryArea({ ...raw })
    const store = await openItemStore(area)
    for (const item of allItems as readonly StoredItem<unknown>[])
      expect(store.get(item)).toEqual(item.initial())
    expect(area.raw).toEqual(raw)
  })

  it('leaves alone what a later version wrote, until that version reads it again', async () => {
    const newer = { v: 9, d: { anything: true } }
    const area = createMemoryArea({ accounts: newer })
    const store = await openItemStore(area, () => 1)
    await expect(store.update(accountsItem, () => followed)).rejects.toBeInstanceOf(NewerData)
    await store.update(journalItem, (entries) => [...entries])
    expect(area.raw['accounts']).toEqual(newer)
    expect(viewState(area.raw).storageProblems).toEqual([
      { item: 'accounts', code: 'newer', at: 1 },
    ])
    expect((await openItemStore(area, () => 2)).get(problemsItem)).toHaveLength(1)
    area.raw['accounts'] = storedForm(accountsItem, followed)
    expect((await openItemStore(area, () => 3)).get(problemsItem)).toEqual([])
  })

  it('erases everything on request', async () => {
    const area = createMemoryArea({
      'quarantine:journal:1': 'x',
      accounts: storedForm(accountsItem, followed),
    })
    const store = await openItemStore(area)
    await store.erase()
    expect(area.raw).toEqual({})
    expect(store.get(accountsItem)).toEqual(accountsItem.initial())
  })
})

describe('what views paint', () => {
  it('comes from whatever is stored, also when nothing is or all of it is broken', () => {
    const empty = viewState({})
    expect(empty).toMatchObject({
      accounts: [],
      network: null,
      intents: [],
      rewards: [],
      connection: null,
    })
    expect(viewState(Object.fromEntries(allItems.map(({ key }) => [key, 'broken'])))).toEqual(empty)
  })

  it('has the newest rewards first, amounts as bigints, and nothing of another network', () => {
    const entry = (
      key: string,
      burnHeight: typeof payment.burnHeight | ReturnType<typeof unknown>,
    ) => [key, { payment: { ...payment, key, burnHeight }, state: 'shown' as const }] as const
    const ledger = Object.fromEntries([
      entry('old', known(1)),
      entry('new', known(9)),
      entry('unknown', unknown('offline')),
    ])
    const raw = { ledger: JSON.parse(JSON.stringify(storedForm(ledgerItem, ledger))) as unknown }
    expect(viewState(raw).rewards.map(({ key, sats }) => [key, sats])).toEqual([
      ['unknown', 12_480n],
      ['new', 12_480n],
      ['old', 12_480n],
    ])
    expect(viewState({ network: { v: 1, d: null } }).network).toBeNull()
  })
})

import { expect, it, onTestFinished, vi } from 'vitest'
import { accountsItem, ledgerItem } from '../../../../../../src/app/dual-stacking/stored-items.ts'
import { known } from '../../../../../../src/chain/known.ts'
import { emptyRewards } from '../../../../../../src/chain/stacks/rewards/reward-cursor.ts'
import type { StacksChain } from '../../../../../../src/extension/background/dual-stacking/stacks-chain.ts'
import { openItemStore } from '../../../../../../src/extension/storage/item-store.ts'
import { startLife } from '../../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../../support/background/fake-browser.ts'
import { loadSearchRewards } from '../../../../../support/background/load-search-rewards.ts'
import { embedded, ME } from '../../../../../support/background/signing-scenarios.ts'
import { createMemoryArea } from '../../../../../support/memory-area.ts'

const collectRewards = '../../../../../../src/chain/stacks/rewards/collect-rewards.ts'
const payment = (key: string) => ({
  key,
  deployment: embedded.id,
  cycle: known(6),
  sats: 11_902n,
  enrolledAddress: ME,
  rewardAddress: ME,
  txid: 'ab'.repeat(32),
  eventIndex: 0,
  burnHeight: known(900),
  blockTime: known(1_780_000_000),
})

it('a payment that is taken back leaves the screen', async () => {
  vi.doMock(collectRewards, () => ({
    collectRewards: async () => ({
      found: [],
      gone: ['undone'],
      cursor: emptyRewards,
      requestsLeft: null,
      problem: null,
    }),
  }))
  onTestFinished(() => void vi.doUnmock(collectRewards))
  const fake = createFakeBrowser()
  await startLife(fake)
  const { searchRewards } = await loadSearchRewards()
  const store = await openItemStore(createMemoryArea())
  await store.update(accountsItem, () => ({
    list: [{ address: ME, label: null, kind: 'watch' as const, walletId: null }],
    selected: ME,
    since: {},
  }))
  await store.update(ledgerItem, () =>
    Object.fromEntries(
      ['undone', 'paid'].map((key) => [key, { payment: payment(key), state: 'shown' as const }]),
    ),
  )
  for (const key of ['undone', 'paid'])
    fake.state.notifications.set(key, { title: '', message: '' })
  const client = {
    tip: async () => ({ ok: true, value: {} }),
    http: { bases: ['https://a.example'] },
  }
  const chain = { deployment: embedded, client } as unknown as StacksChain
  await searchRewards(store, chain, () => false, new Set())
  expect(store.get(ledgerItem)['undone']).toMatchObject({ gone: true })
  expect([...fake.state.notifications.keys()]).toEqual(['paid'])
})

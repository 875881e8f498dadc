import { expect, it, vi } from 'vitest'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { faultLogItem, settingsItem } from '../../../../../src/app/stored/shared-items.ts'
import { askAssetEvents } from '../../../../../src/chain/stacks/api/asset-events.ts'
import { createStacksChain } from '../../../../../src/extension/background/dual-stacking/stacks-chain.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

it('what a host announces to switch off is in the log, once over all lives', async () => {
  const headers = { warning: '299 - "Deprecated: See https://docs.example"' }
  vi.stubGlobal('fetch', async () => new Response('{}', { headers }))
  const store = await openItemStore(createMemoryArea())
  await store.update(settingsItem, () => ({
    ...initialSettings(),
    apiBases: ['http://127.0.0.1:1'],
  }))
  const chain = createStacksChain(store)
  for (const life of [1, 2]) {
    const { client } = chain.current()
    await askAssetEvents(client, `ST00000000000000000000${life}AMW42H`, { limit: 1, offset: 0 })
    await client.calls('ST000000000000000000002AMW42H.c', 'f', { limit: 1, offset: 0 })
    chain.forget()
  }
  await vi.waitFor(() =>
    expect(store.get(faultLogItem).map(({ boundary, message }) => [boundary, message])).toEqual([
      ['stacks-api', 'Deprecated by its host: extended v1 address * assets'],
      ['stacks-api', 'Deprecated by its host: extended v1 tx'],
    ]),
  )
  vi.unstubAllGlobals()
})

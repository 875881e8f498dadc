import { expect, it } from 'vitest'
import { faultLogItem } from '../../../../src/app/stored/shared-items.ts'
import {
  recordFault,
  recordLastingFault,
  runLogged,
} from '../../../../src/extension/background/record-fault.ts'
import { openItemStore } from '../../../../src/extension/storage/item-store.ts'
import { createMemoryArea } from '../../../support/memory-area.ts'

it('keeps what an event ran into, and does not let it out', async () => {
  const store = await openItemStore(createMemoryArea())
  await runLogged(store, 'alarm refresh', async () => {
    throw new RangeError('no such place')
  })
  await runLogged(store, 'alarm refresh', async () => 'well')
  expect(store.get(faultLogItem)).toMatchObject([
    { boundary: 'alarm refresh', name: 'RangeError', message: 'no such place' },
  ])
})

it('keeps what lasts once, whatever comes between', async () => {
  const store = await openItemStore(createMemoryArea())
  for (const path of ['/a', '/b', '/a', '/b'])
    await recordLastingFault(store, 'stacks-api', new Error(`Deprecated by its host: ${path}`))
  expect(store.get(faultLogItem).map(({ message }) => message)).toEqual([
    'Deprecated by its host: /a',
    'Deprecated by its host: /b',
  ])
})

it('is silent where there is no room for it', async () => {
  const area = createMemoryArea()
  const store = await openItemStore(area)
  area.set = async () => {
    throw new Error('QuotaExceededError')
  }
  await expect(recordFault(store, 'command', new Error('x'))).resolves.toBeUndefined()
})

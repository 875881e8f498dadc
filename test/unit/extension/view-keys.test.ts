import { expect, it } from 'vitest'
import { viewItems } from '../../../src/extension/storage/items.ts'
import { viewKeys } from '../../../src/extension/storage/keys.ts'

it('views ask for exactly the items that they paint from', () => {
  expect([...viewKeys].sort()).toEqual(viewItems.map(({ key }) => key).sort())
})

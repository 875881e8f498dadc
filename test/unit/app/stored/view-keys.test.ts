import { expect, it } from 'vitest'
import { viewItems } from '../../../../src/app/stored/all-items.ts'
import { viewKeys } from '../../../../src/app/stored/view-keys.ts'

it('views ask for exactly the items that they paint from', () => {
  expect([...viewKeys].sort()).toEqual(viewItems.map(({ key }) => key).sort())
})

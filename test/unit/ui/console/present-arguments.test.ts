import { expect, it } from 'vitest'
import { network } from '../../../../src/dev/gallery/fixtures.ts'
import { readPresentArguments } from '../../../../src/ui/console/present-arguments.ts'

it('knows what the contract has at present, and nothing of an earlier one', () => {
  const present = readPresentArguments(network, 'ST1.admin')
  expect(present['new-admin-address']).toBe('ST1.admin')
  expect(present['new-apr-one-eight']).toBe(network.apr.known ? network.apr.value : null)
  expect(present['updated-snapshots-per-cycle']).toBe(14n)
  expect(readPresentArguments({ ...network, figuresOf: 'earlier' }, null)).toEqual({
    'new-admin-address': null,
  })
  expect(readPresentArguments(null, null)).toEqual({ 'new-admin-address': null })
})

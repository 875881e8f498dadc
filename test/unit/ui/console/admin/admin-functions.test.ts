import { expect, it } from 'vitest'
import { adminGroups } from '../../../../../src/extension/console/views/admin.tsx'
import { publicSignatures } from '../../../../../src/protocol/dual-stacking/contract/abi.ts'
import { isAdminFunction } from '../../../../../src/ui/console/admin/admin-functions.ts'

it('there is an explanation of each function of the contract’s admin, and of no other', () => {
  const names = adminGroups(publicSignatures).flatMap(({ functions }) => Object.keys(functions))
  expect(names.filter((name) => !isAdminFunction(name))).toEqual([])
  expect(Object.keys(publicSignatures).filter(isAdminFunction).toSorted()).toEqual(names.toSorted())
  expect(isAdminFunction('function-of-another-version')).toBe(false)
})

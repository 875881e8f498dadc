import { expect, it } from 'vitest'
import { lastFee } from '../../../../src/app/dual-stacking/last-fee.ts'
import { intent, ME } from '../../../../src/dev/gallery/fixtures.ts'

const contract = `${ME}.dual-stacking-v1`

it('is that of the newest call to the contract that its sender paid for', () => {
  const calls = [
    intent({ id: 'a', createdAt: 1, feeMicroStx: '3000' }),
    intent({ id: 'b', createdAt: 2, feeMicroStx: '4000' }),
    intent({ id: 'c', createdAt: 3, feeMicroStx: null }),
    intent({ id: 'd', createdAt: 4, feeMicroStx: '9000', sponsored: true }),
  ]
  expect(lastFee(calls, contract)).toBe(4000n)
  expect(lastFee(calls, `${ME}.another`)).toBeNull()
  expect(lastFee([], contract)).toBeNull()
})

import { expect, it } from 'vitest'
import {
  FORMER_KEPT_BLOCKS,
  mayPayTo,
  type RewardAddressSetting,
} from '../../../../../src/chain/stacks/rewards/reward-address-setting.ts'

const setting = (burn: number, address: string | null, index = 0): RewardAddressSetting => ({
  contract: 'SP.v3',
  address,
  burn,
  stacks: burn * 10,
  index,
})
/** Newest first, as they are read. */
const settings = [setting(300, null), setting(200, 'B', 1), setting(200, 'C', 0), setting(100, 'A')]
const last = FORMER_KEPT_BLOCKS

it.each([
  ['A', 99, false],
  ['A', 100, true],
  ['A', 200 + last, true],
  ['A', 201 + last, false],
  ['C', 200 + last, true],
  ['B', 199, false],
  ['B', 300 + last, true],
  ['B', 301 + last, false],
  ['D', 250, false],
])('a reward address %s at %i: %s', (address, burn, isPaid) => {
  expect(mayPayTo(settings, 'SP.v3', address, burn)).toBe(isPaid)
})

it('means one contract only', () => {
  expect(mayPayTo(settings, 'SP.v2', 'A', 150)).toBe(false)
})

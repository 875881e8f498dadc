import { expect, it } from 'vitest'
import { exampleNetwork } from '../../../../src/app/dual-stacking/example-network.ts'
import { rateRange } from '../../../../src/app/dual-stacking/rate-range.ts'
import { known, unknown } from '../../../../src/chain/known.ts'

it('is that of the network, and before one was read that of the default parameters', () => {
  expect(rateRange(null)).toEqual({ low: 500_000n, high: 5_000_000n })
  const network = { ...exampleNetwork, apr: known(8_000_000n), multiplier: known(3n) }
  expect(rateRange(network)).toEqual({ low: 2_000_000n, high: 8_000_000n })
})

it.each(['apr', 'multiplier'] as const)('is not known of a network whose %s is not', (figure) => {
  expect(rateRange({ ...exampleNetwork, [figure]: unknown('offline') })).toBeNull()
})

import { expect, it } from 'vitest'
import { earnedInPool } from '../../../../src/app/hyperstaking/pool-earned.ts'
import { MOST_FLOWS, type PoolHistory } from '../../../../src/app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../../../src/app/hyperstaking/pool-summary.ts'
import { known, unknown } from '../../../../src/chain/known.ts'

const flow = (direction: 'in' | 'out', lux: bigint, shares = lux) => ({
  height: 1n,
  direction,
  lux,
  shares,
})
const history = (change: Partial<PoolHistory> = {}): PoolHistory => ({
  days: [{ height: 1n, numerator: 1n, denominator: 1n }],
  flows: [flow('in', 1000n), flow('out', 400n)],
  complete: true,
  ...change,
})
const pool = (value: bigint): Pick<PoolSummary, 'rate' | 'position'> => ({
  rate: known({ numerator: 11n, denominator: 10n }),
  position: {
    value: known(value),
    shares: known(600n),
    claimable: known(0n),
    income: known(0n),
    referrer: known(null),
    referred: known({ accounts: 0, deposits: 0n }),
  },
})

it('what is there, and was taken out, less what was put in, was earned', () => {
  // 600 shares at 1.1 are 660.
  expect(earnedInPool(history(), pool(660n), 9n)).toEqual(known(60n))
})

it('is unknown while the history is, and where it does not tell all', () => {
  const at = (of: PoolHistory | undefined, value = 660n) => earnedInPool(of, pool(value), 9n)
  expect(at(undefined)).toEqual(unknown('not-read'))
  expect(at(history({ complete: false }))).toEqual(unknown('not-read'))
  expect(at(history({ flows: [] }))).toEqual(unknown('not-offered'))
  const many = Array.from({ length: MOST_FLOWS }, () => flow('in', 1n))
  expect(at(history({ flows: many }), 550n)).toEqual(unknown('not-offered'))
  // Shares came from elsewhere.
  expect(at(history(), 1000n)).toEqual(unknown('not-offered'))
  expect(earnedInPool(history(), { ...pool(1n), position: null }, 9n)).toEqual(unknown('not-read'))
})

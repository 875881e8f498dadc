import { expect, it } from 'vitest'
import {
  groupRewardsByYear,
  sumValues,
} from '../../../../../src/app/dual-stacking/records/yearly-rewards.ts'
import { unknown } from '../../../../../src/chain/known.ts'
import { paymentAt } from '../../../../support/payment-at.ts'

const first = paymentAt(Date.UTC(2025, 11, 31, 23, 59, 59), { sats: 5n })
const second = paymentAt(Date.UTC(2026, 0, 1), { sats: 7n })
const timeless = { ...paymentAt(0, { sats: 1n }), blockTime: unknown('offline') }

it('years are those of UTC, newest first, what has no time last', () => {
  const years = groupRewardsByYear([timeless, second, first])
  expect(years.map(({ year, sats }) => [year, sats])).toEqual([
    [2026, 7n],
    [2025, 5n],
    [null, 1n],
  ])
})

it('a sum of values says how many payments are not in it', () => {
  const prices = { currency: 'EUR', prices: new Map([['2026-01-01', 10n ** 15n]]) }
  expect(sumValues([first, second, timeless], prices)).toEqual({ cents: 70n, missing: 2 })
})

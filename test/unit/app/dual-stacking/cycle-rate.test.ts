import { describe, expect, it } from 'vitest'
import {
  averageRate,
  cycleRateOf,
  cycleRatesOf,
} from '../../../../src/app/dual-stacking/cycle-rate.ts'
import type { CycleRecord } from '../../../../src/app/dual-stacking/cycle-record.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import { network, records } from '../../../../src/dev/gallery/fixtures.ts'

const [paid] = records as [CycleRecord]
const change = (values: Partial<CycleRecord>) => cycleRateOf({ ...paid, ...values }, network)

describe('the rate that a cycle paid', () => {
  it('is its reward, as often as there are cycles in a year, over what was held', () => {
    // 52,500 blocks a year in cycles of 14 × 150: 25 cycles.
    expect(cycleRateOf(paid, network)).toEqual(
      known({
        cycle: 6,
        rewardSats: 11_902n,
        meanSats: 11_520_000n,
        cyclesPerYear: 25n * 10n ** 8n,
        yearlyRate: (11_902n * 25n * 10n ** 8n) / 11_520_000n,
      }),
    )
  })

  it('is by the mean of the snapshots that were captured', () => {
    const rate = change({ captured: known(7), sats: known(11_520_000n * 7n) })
    expect(rate).toEqual(cycleRateOf(paid, network))
  })

  it('is unknown without the record, or a value of it', () => {
    expect(cycleRateOf(undefined, network)).toEqual(unknown('not-read'))
    expect(cycleRateOf(paid, null)).toEqual(unknown('not-read'))
    expect(change({ sats: unknown('offline') })).toEqual(unknown('offline'))
  })

  it('is not told where the figures would be of something else', () => {
    expect(change({ deployment: 'an earlier contract' })).toEqual(unknown('not-offered'))
    expect(change({ snapshots: 13 })).toEqual(unknown('not-offered'))
    expect(change({ captured: known(0), sats: known(0n) })).toEqual(unknown('not-offered'))
    expect(change({ rewardSats: known(null) })).toEqual(unknown('not-offered'))
    // The sats of a second family's record are without those in DeFi protocols.
    expect(cycleRateOf(paid, { ...network, family: 'v2' })).toEqual(unknown('not-offered'))
  })
})

it('the average is of what was held in all cycles, oldest first', () => {
  const double = { ...paid, cycle: 5, sats: known(11_520_000n * 28n), rewardSats: known(11_902n) }
  const rates = cycleRatesOf([paid, double, records[3]!], network)
  expect(rates.map(({ cycle }) => cycle)).toEqual([5, 6])
  expect(averageRate(rates)).toBe((2n * 11_902n * 25n * 10n ** 8n) / (3n * 11_520_000n))
  expect(averageRate([])).toBeNull()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressGroups, shortAddress } from '../../../../src/words/format/address.ts'
import { stxAxis } from '../../../../src/words/format/amounts.ts'
import { createFormat } from '../../../../src/words/format/format.ts'
import { decimalText } from '../../../../src/words/format/numbers.ts'
import { dayAndTime } from '../../../../src/words/format/time.ts'

const en = createFormat('en', 'sats')

describe('decimal text', () => {
  it('is exact for any integer', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 12 }), (value, decimals) => {
        expect(BigInt(decimalText(value, decimals).replace('.', ''))).toBe(value)
      }),
    )
  })
})

describe('amounts of sBTC', () => {
  it('are sats below 0.01 sBTC and sBTC from there on', () => {
    expect(en.sats(12_480n)).toBe('12,480 sats')
    expect(en.sats(999_999n)).toBe('999,999 sats')
    expect(en.sats(1_000_000n)).toBe('0.01 sBTC')
    expect(en.sats(11_520_000n)).toBe('0.1152 sBTC')
    expect(en.sats(2_100_000_000_000_001n)).toBe('21,000,000.00000001 sBTC')
    expect(createFormat('en', 'sbtc').sats(12_480n)).toBe('0.0001248 sBTC')
    expect(createFormat('es', 'sats').sats(1_234_567n)).toBe('0,01234567 sBTC')
  })

  const digits = (text: string) => BigInt(text.replaceAll(/[^\d-]/g, ''))

  it('as an estimate never promise more than computed, and differ by under a thousandth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999n }), (sats) => {
        const shown = digits(en.sats(sats, 'about'))
        expect(shown <= sats && sats - shown <= sats / 1000n + 1n).toBe(true)
      }),
    )
  })

  it('as a change carry their sign', () => {
    expect(en.sats(2_567n, 'change')).toBe('+2,560 sats')
    expect(en.sats(-2_567n, 'change')).toBe('-2,560 sats')
    expect(en.sats(0n, 'change')).toBe('0 sats')
  })
})

describe('amounts of STX', () => {
  it('show no more digits than they mean', () => {
    expect(en.stx(5_103_000_000n)).toBe('5,103 STX')
    expect(en.stx(5_103_123_456n, 'exact')).toBe('5,103.123456 STX')
    expect(en.stx(12_345_678n)).toBe('12.34 STX')
    expect(en.stx(1n, 'exact')).toBe('0.000001 STX')
  })

  it('that are needed are rounded up, so that they suffice', () => {
    expect(en.stx(1_231_000_001n, 'need')).toBe('+1,240 STX')
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000_000_000n, max: 10n ** 16n }), (microStx) => {
        const shown = BigInt(en.stxNumber(microStx, 'need').replaceAll(/\D/g, '')) * 1_000_000n
        expect(shown >= microStx && shown - microStx <= microStx / 100n + 1n).toBe(true)
      }),
    )
  })
})

it('a boost just below the maximum does not read as the maximum', () => {
  expect(en.boost(999_910_000n)).toBe('9.99×')
  expect(en.boost(1_000_000_000n)).toBe('10×')
  expect(en.boost(541_270_000n)).toBe('5.41×')
})

it('rates and ratios', () => {
  expect(en.percent(2_709_999n)).toBe('2.70%')
  expect(en.percent(100_000_000n)).toBe('100.00%')
  expect([en.percent(0n), en.percent(9_999n), en.percent(10_000n), en.percent(9_999n, 0)]).toEqual([
    '0.00%',
    '<0.01%',
    '0.01%',
    '<1%',
  ])
  expect(en.ratio(184_200_000_000n)).toBe('184,200')
  expect(en.ratio(44_296_875n)).toBe('44.30')
})

it('blocks as time in one fitting unit', () => {
  expect(en.blockTime(3)).toBe('30 min')
  expect(en.blockTime(57)).toBe('10 hr')
  expect(en.blockTime(657)).toBe('5 days')
  expect(en.blockTime(-4)).toBe('0 min')
  expect(en.duration(1)).toBe('1 min')
  expect(createFormat('es', 'sats').blockTime(657)).toBe('5 d')
})

it('dates name the year only when it is another', () => {
  const now = Date.UTC(2026, 10, 24, 12)
  expect(en.day(Date.UTC(2026, 11, 2, 12), now)).toBe('Dec 2')
  expect(en.day(Date.UTC(2027, 0, 2, 12), now)).toBe('Jan 2, 2027')
})

it.each(['en', 'es', 'zh-CN'])('a date with a time names another year in %s, too', (locale) => {
  const now = Date.UTC(2026, 10, 28, 12)
  expect(dayAndTime(locale, Date.UTC(2025, 11, 2, 12), now)).toContain('2025')
  expect(dayAndTime(locale, Date.UTC(2027, 0, 2, 12), now)).toContain('2027')
  expect(dayAndTime(locale, Date.UTC(2026, 10, 2, 12), now)).not.toContain('2026')
})

it('labels of an axis keep a decimal where they would mislead without', () => {
  const label = (stx: number) => stxAxis('en', BigInt(stx) * 1_000_000n)
  expect([0, 5, 5_103, 21_220, 123_456].map(label)).toEqual(['0', '5', '5.1K', '21.2K', '123K'])
  expect([1_204_000_000, 3_869_000_000].map(label)).toEqual(['1.2B', '3.9B'])
})

it('addresses are short for a glance and whole in groups', () => {
  const address = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
  expect(shortAddress(address)).toBe('SP2J6ZY…9EJ7')
  expect(shortAddress(`${address}.dual-stacking-v1`)).toBe('SP2J6ZY…9EJ7.dual-stacking-v1')
  expect(addressGroups(`${address}.pool`).join('')).toBe(`${address}.pool`)
  expect(addressGroups(address).slice(0, 3)).toEqual(['SP2J', '6ZY4', '8GV1'])
})

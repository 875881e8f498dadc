import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centsText,
  parseDailyPrices,
  priceText,
  utcDay,
  valueInCents,
} from '../../../../../src/app/dual-stacking/records/daily-prices.ts'

const parse = (text: string) => {
  const parsed = parseDailyPrices(text)
  return parsed.ok
    ? { currency: parsed.prices.currency, days: [...parsed.prices.prices] }
    : parsed.line
}

describe('a file of daily prices', () => {
  it.each([
    ['bare lines', '2026-01-31,90000.5\n2026-02-01,91000'],
    [
      'a heading, semicolons, a byte order mark',
      '\uFEFFday;price\r\n2026-01-31;90000.5\r\n2026-02-01;91000\r\n',
    ],
    ['quoted cells and times', '"2026-01-31 00:00:00","90000.5"\n"2026-02-01T00:00Z","91000"'],
    ['more columns', 'date,open,close\n2026-01-31,1,90000.5\n2026-02-01,1,91000'],
    ['tabs and empty lines', '2026-01-31\t90000.5\n\n2026-02-01\t91000\n'],
  ])('is read with %s', (_, text) => {
    expect(parse(text)).toMatchObject({
      days: [
        ['2026-01-31', 9_000_050_000_000n],
        ['2026-02-01', 9_100_000_000_000n],
      ],
    })
  })

  it('may name its currency', () => {
    expect(parse('date,price_eur\n2026-01-31,1')).toMatchObject({ currency: 'EUR' })
    expect(parse('2026-01-31,1')).toMatchObject({ currency: '' })
  })

  it.each([
    ['', 0],
    ['date,price\n', 0],
    ['2026-01-31,1\nnonsense', 2],
    ['2026-02-30,1', 1],
    ['2026-01-31,-1', 1],
    ['2026-01-31,1e5', 1],
    ['date,price\n2026-01-31,', 2],
  ])('%j is refused at its line', (text, line) => {
    // A first line without a day counts as a heading.
    expect(parse(text)).toBe(text === '2026-02-30,1' ? 1 : line)
  })
})

describe('a value', () => {
  it('is exact, rounded to the nearest hundredth', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 15n), (sats, price) => {
        const cents = valueInCents(sats, 'd', { currency: '', prices: new Map([['d', price]]) })!
        const off = sats * price * 100n - cents * 10n ** 16n
        expect(off >= -(10n ** 16n) / 2n && off < 10n ** 16n / 2n).toBe(true)
      }),
    )
  })

  it('of a day without a price is not known', () => {
    expect(valueInCents(1n, '2026-01-31', { currency: '', prices: new Map() })).toBeNull()
  })
})

it('texts have a point, and days are UTC', () => {
  expect(centsText(5n)).toBe('0.05')
  expect(centsText(123_456n)).toBe('1234.56')
  expect(priceText(9_000_050_000_000n)).toBe('90000.5')
  expect(priceText(100_000_000n)).toBe('1')
  expect(priceText(10_000_000_000n)).toBe('100')
  expect(utcDay(Date.UTC(2026, 0, 31, 23, 59, 59) / 1000)).toBe('2026-01-31')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../../src/words/format/format.ts'
import { parseAmount } from '../../../../src/words/format/parse-amount.ts'
import { locales } from '../../../../src/words/locales.ts'

describe.each(locales)('an amount typed in %s', (locale) => {
  it('is what was shown, whatever it is', () => {
    const f = createFormat(locale, 'sats')
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2_100_000_000_000_000n }), (sats) => {
        expect(parseAmount(f.decimal(sats, 8), 8, locale)).toEqual({ ok: true, value: sats })
      }),
    )
  })

  it('takes either decimal sign where it cannot be a thousands separator', () => {
    for (const text of ['0.1152', '0,1152', ' 0.1152 '])
      expect(parseAmount(text, 8, locale)).toEqual({ ok: true, value: 11_520_000n })
    expect(parseAmount('.5', 8, locale)).toEqual({ ok: true, value: 50_000_000n })
    expect(parseAmount('7', 6, locale)).toEqual({ ok: true, value: 7_000_000n })
  })

  it('is read as any keyboard types it', () => {
    for (const text of ['２２０２０', '٢٢٠٢٠', '۲۲۰۲۰', '22020', '２２ ０２０', '22　020'])
      expect(parseAmount(text, 0, locale), text).toEqual({ ok: true, value: 22_020n })
    for (const text of ['0。5', '０．５', '０。５', '٠٫٥', '0｡5', '０，５'])
      expect(parseAmount(text, 1, locale), text).toEqual({ ok: true, value: 5n })
  })

  it('is refused with its reason', () => {
    expect(parseAmount('', 8, locale)).toEqual({ ok: false, code: 'amount-empty' })
    for (const text of ['abc', '-1', '1e5', '1..2', '.', '0x10', '1.2.3'])
      expect(parseAmount(text, 8, locale), text).toMatchObject({
        ok: false,
        code: 'amount-not-a-number',
      })
    expect(parseAmount('0.123456789', 8, locale)).toEqual({ ok: false, code: 'amount-too-precise' })
    expect(parseAmount('0.100000000000', 8, locale)).toEqual({ ok: true, value: 10_000_000n })
    expect(parseAmount('9'.repeat(14), 8, locale)).toEqual({ ok: false, code: 'amount-too-large' })
  })
})

it('reads thousands separators of the language', () => {
  expect(parseAmount('5,103', 6, 'en')).toEqual({ ok: true, value: 5_103_000_000n })
  expect(parseAmount('5.103', 6, 'es')).toEqual({ ok: true, value: 5_103_000_000n })
  expect(parseAmount('5.103', 6, 'en')).toEqual({ ok: true, value: 5_103_000n })
  expect(parseAmount('1,204,000.5', 6, 'en')).toEqual({ ok: true, value: 1_204_000_500_000n })
  expect(parseAmount('0.115', 6, 'es')).toEqual({ ok: true, value: 115_000n })
})

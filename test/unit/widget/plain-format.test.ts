import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainFormat } from '../../../src/widget/plain-format.ts'
import { createFormat } from '../../../src/words/format/format.ts'

const intl = createFormat('en', 'sats')
const amount = fc.oneof(
  fc.bigInt(0n, 10n ** 19n),
  fc.bigInt(0n, 10n ** 7n),
  fc.nat(18).map((digits) => 10n ** BigInt(digits)),
  fc.nat(18).map((digits) => 10n ** BigInt(digits) - 1n),
)

it('writes English figures digit for digit as Intl does', () => {
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom('exact', 'about', 'change', 'need', 'reach'),
      (value, precision) => {
        expect(plainFormat.sats(value, precision)).toBe(intl.sats(value, precision))
        expect(plainFormat.stx(value, precision)).toBe(intl.stx(value, precision))
        expect(plainFormat.boost(value)).toBe(intl.boost(value))
        expect(plainFormat.percent(value)).toBe(intl.percent(value))
      },
    ),
    { numRuns: 500 },
  )
})

it('writes moments as Intl does, but for the kind of a space', () => {
  // Which one it is differs from browser to browser.
  const spaced = (text: string) => text.replaceAll(/\s/g, ' ')
  const moment = fc.oneof(
    fc.integer({ min: 0, max: 8.64e15 }),
    fc.integer({ min: 0, max: 4e12 }),
    fc.nat(365 * 24 * 60).map((minutes) => Date.now() - minutes * 60_000),
  )
  fc.assert(
    fc.property(moment, (at) => {
      expect(plainFormat.dayAndTime(at)).toBe(spaced(intl.dayAndTime(at)))
    }),
    { numRuns: 500 },
  )
  expect(plainFormat.dayAndTime(1_600_000_000_000)).toContain('2020')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFee, hurryOf } from '../../../../src/keeper/fees/choose-fee.ts'

const question = {
  estimates: [300n, 900n, 3000n],
  bytes: 300,
  hurry: 'none',
  earlier: null,
  most: 500_000n,
} as const

describe('a fee', () => {
  it('is the middle estimate with time left, the highest when a window closes, then more', () => {
    expect(chooseFee(question)).toBe(900n)
    expect(chooseFee({ ...question, hurry: 'soon' })).toBe(3000n)
    expect(chooseFee({ ...question, hurry: 'now' })).toBe(6000n)
  })

  it('is chosen by size where the host does not tell', () => {
    expect(chooseFee({ ...question, estimates: [] })).toBe(3000n)
  })

  it('replaces an earlier one by a quarter more at least', () => {
    expect(chooseFee({ ...question, earlier: 10_000n })).toBe(12_501n)
    expect(chooseFee({ ...question, earlier: 100n })).toBe(900n)
  })

  it('is never over the cap, and none where a node would take none', () => {
    expect(chooseFee({ ...question, hurry: 'now', most: 4000n })).toBe(4000n)
    expect(chooseFee({ ...question, most: 299n })).toBeNull()
    expect(chooseFee({ ...question, earlier: 4000n, most: 4000n })).toBeNull()
    expect(chooseFee({ ...question, earlier: 3999n, most: 4000n })).toBe(4000n)
  })

  it('of any market is within the cap, above what it replaces, and worth its bytes', () => {
    const microStx = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(
        fc.record({
          estimates: fc.array(microStx, { maxLength: 3 }),
          bytes: fc.integer({ min: 200, max: 20_000 }),
          hurry: fc.constantFrom('none' as const, 'soon' as const, 'now' as const),
          earlier: fc.option(microStx),
          most: microStx,
        }),
        (any) => {
          const fee = chooseFee({
            ...any,
            estimates: any.estimates.toSorted((a, b) => Number(a - b)),
          })
          if (fee === null) return
          expect(fee).toBeLessThanOrEqual(any.most)
          if (any.earlier === null) expect(fee).toBeGreaterThanOrEqual(BigInt(any.bytes))
          else expect(fee).toBeGreaterThan(any.earlier)
        },
      ),
    )
  })
})

it('a deadline is near from the blocks of the config on', () => {
  expect(hurryOf(100, 113, 12)).toBe('none')
  expect(hurryOf(101, 113, 12)).toBe('soon')
  expect(hurryOf(109, 113, 12)).toBe('now')
  expect(hurryOf(120, 113, 12)).toBe('now')
})

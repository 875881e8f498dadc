import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalculationExact } from '../../../../../src/protocol/bitcoin-staking/audit/is-calculation-exact.ts'
import { verifyPaidLeg } from '../../../../../src/protocol/bitcoin-staking/audit/verify-paid-leg.ts'

const PRECISION = 10n ** 18n
const floor = (shares: bigint, from: bigint, to: bigint) => (shares * (to - from)) / PRECISION
const paid = (grossSats: bigint, bips = 0n) => ({
  grossSats,
  netSats: grossSats - (grossSats * bips) / 10_000n,
})

// Mainnet's distribution 286, in the first half of cycle 143 [bitcoin-staking 6.5.1].
const distribution286 = {
  incomeSats: 230_327_835n,
  bondSats: 13_810_222n,
  reserveDepositSats: 32_477_641n,
  stxSats: 184_039_972n,
  stakedMicroStx: 438_005_558_960_464n,
  accruedPerMicroStx: 420_177_251_715n,
  perMicroStx: 420_177_251_715n,
}

describe('what a holder was paid of a leg', () => {
  it('is exact as in the worked example, before and after the fee', () => {
    const leg = {
      shares: 100_000_000_000n,
      perShares: [420_177_251_715n],
      feeBips: 495n,
      claims: [{ grossSats: 42_017n, netSats: 39_938n }],
    }
    expect(verifyPaidLeg(leg)).toEqual({
      verdict: 'exact',
      earnedSats: 42_017n,
      paidSats: 42_017n,
    })
    expect(verifyPaidLeg({ ...leg, feeBips: null }).verdict).toBe('fee-unknown')
    for (const claims of [
      [{ grossSats: 42_016n, netSats: 39_938n }],
      [{ grossSats: 42_018n, netSats: 39_938n }],
      [{ grossSats: 42_017n, netSats: 39_937n }],
      [paid(42_017n, 495n), paid(42_017n, 495n)],
    ])
      expect(verifyPaidLeg({ ...leg, claims }).verdict).toBe('differs')
  })

  it('is exact however it was settled, and off by one it differs', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.array(amount, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom('none', 'settled', 'claimed'), { minLength: 3, maxLength: 3 }),
        fc.bigInt({ min: 0n, max: 9_999n }),
        (shares, accrued, after, feeBips) => {
          const perShares = accrued.map((_, i) =>
            accrued.slice(0, i + 1).reduce((sum, each) => sum + each, 0n),
          )
          const claims: { grossSats: bigint; netSats: bigint }[] = []
          let [last, unclaimed] = [0n, 0n]
          for (const [i, perShare] of perShares.entries()) {
            if (after[i] === 'none') continue
            unclaimed += floor(shares, last, perShare)
            last = perShare
            if (after[i] !== 'claimed' || unclaimed === 0n) continue
            claims.push(paid(unclaimed, feeBips))
            unclaimed = 0n
          }
          const leg = { shares, perShares, feeBips, claims }
          expect(verifyPaidLeg(leg).verdict).toBe('exact')
          const [first, ...rest] = claims
          if (!first || accrued.length > 1) return
          const more = [paid(first.grossSats + 1n, feeBips), ...rest]
          expect(verifyPaidLeg({ ...leg, claims: more }).verdict).toBe('differs')
        },
      ),
    )
  })
})

describe('a calculation', () => {
  it('is exact as mainnet has made it', () => {
    expect(isCalculationExact(distribution286, 0n)).toBe(true)
    const second = { ...distribution286, perMicroStx: 2n * 420_177_251_715n }
    expect(isCalculationExact(second, 420_177_251_715n)).toBe(true)
  })

  // A microSTX more or less among so many rounds to the same.
  const { stakedMicroStx: _, ...figures } = distribution286

  it.each(Object.keys(figures) as (keyof typeof figures)[])(
    'whose %s is one more is not',
    (field) => {
      const wrong = { ...distribution286, [field]: distribution286[field] + 1n }
      expect(isCalculationExact(wrong, 0n)).toBe(false)
    },
  )

  it('in which bonds took more than there was is not', () => {
    expect(isCalculationExact({ ...distribution286, bondSats: 230_327_836n }, 0n)).toBe(false)
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Abort,
  MAX_U128,
  add,
  div,
  mul,
  sqrt,
  sub,
} from '../../../../../src/protocol/clarity/u128.ts'
import {
  personalRatio,
  ratioVerdict,
} from '../../../../../src/protocol/dual-stacking/math/ratio.ts'
import {
  cyclePercentageRate,
  cyclesPerYear,
  reward,
  rewardCap,
  rewardsToDistribute,
} from '../../../../../src/protocol/dual-stacking/math/reward.ts'
import {
  boostRoot,
  relativeRatio,
  weight,
} from '../../../../../src/protocol/dual-stacking/math/weight.ts'

const u128 = fc.bigInt({ min: 0n, max: MAX_U128 })

describe('u128', () => {
  test('sqrt is the floor square root over the whole range', () => {
    fc.assert(
      fc.property(u128, (a) => {
        const root = sqrt(a)
        expect(root * root <= a && (root + 1n) * (root + 1n) > a).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('sqrt holds at squares and their neighbours', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (root) => {
        expect([sqrt(root * root - 1n), sqrt(root * root), sqrt(root * root + 1n)]).toEqual([
          root - 1n,
          root,
          root * root + 1n === (root + 1n) ** 2n ? root + 1n : root,
        ])
      }),
      { numRuns: 500 },
    )
  })

  test('every operation aborts exactly when the VM does', () => {
    fc.assert(
      fc.property(u128, u128, (a, b) => {
        expectAbort(() => add(a, b), a + b > MAX_U128 ? 'ArithmeticOverflow' : undefined)
        expectAbort(() => sub(a, b), b > a ? 'ArithmeticUnderflow' : undefined)
        expectAbort(() => mul(a, b), a * b > MAX_U128 ? 'ArithmeticOverflow' : undefined)
      }),
    )
    expectAbort(() => div(1n, 0n), 'DivisionByZero')
    expect(add(MAX_U128, 0n)).toBe(MAX_U128)
    expectAbort(() => add(MAX_U128, 1n), 'ArithmeticOverflow')
  })
})

describe('ratio', () => {
  test('personal ratio [dual-stacking 6.1]', () => {
    expect(personalRatio(70_000_000_000n, 1_000_000n)).toBe(7_000_000_000_000n)
    expect(personalRatio(5n, 0n)).toBeUndefined()
  })

  // [dual-stacking 6.2]: B by d, then the proposals and their results.
  test.each<[Array<[bigint, bigint]>, Array<[bigint, 'ok' | 110 | 111]>]>([
    [
      [
        [7n * 10n ** 12n, 200000000n],
        [0n, 66666666n],
        [0n, 20002n],
      ],
      [
        [0n, 110],
        [7n * 10n ** 12n - 1n, 110],
        [7n * 10n ** 12n, 'ok'],
        [7n * 10n ** 12n + 1n, 111],
        [14n * 10n ** 12n, 111],
      ],
    ],
    [
      [
        [10n ** 9n, 5n],
        [0n, 95n],
      ],
      [
        [0n, 'ok'],
        [1n, 'ok'],
        [10n ** 9n - 1n, 'ok'],
        [10n ** 9n, 'ok'],
        [10n ** 9n + 1n, 111],
      ],
    ],
    [
      [
        [10n ** 9n, 5n],
        [5n * 10n ** 8n, 5n],
        [10n ** 7n, 90n],
      ],
      [
        [10n ** 7n, 110],
        [5n * 10n ** 8n, 'ok'],
        [7n * 10n ** 8n, 'ok'],
        [10n ** 9n, 'ok'],
        [10n ** 9n + 1n, 111],
      ],
    ],
    [
      [
        [10n ** 9n, 4n],
        [0n, 96n],
      ],
      [
        [0n, 'ok'],
        [10n ** 9n, 111],
      ],
    ],
    [
      [
        [10n ** 9n, 3n],
        [10n ** 9n, 3n],
        [0n, 94n],
      ],
      [
        [0n, 110],
        [10n ** 9n, 'ok'],
      ],
    ],
    [
      [
        [2n * 10n ** 8n, 19n],
        [0n, 1n],
      ],
      [
        [0n, 110],
        [2n * 10n ** 8n, 'ok'],
        [2n * 10n ** 8n + 1n, 111],
      ],
    ],
  ])('percentile test %#', (holders, checks) => {
    const sum = (test: (d: bigint) => boolean) =>
      holders.reduce((total, [d, sats]) => (test(d) ? total + sats : total), 0n)
    for (const [proposal, result] of checks) {
      expect(
        ratioVerdict({
          proposal,
          totalSats: sum(() => true),
          totalMicroStx: 1n,
          satsAbove: sum((d) => d > proposal),
          satsEqual: sum((d) => d === proposal),
          maxPercentage: 500n,
        }),
      ).toBe(result)
    }
  })

  test('without any STX only 10^8 passes; without any sBTC everything does', () => {
    const none = { satsAbove: 0n, satsEqual: 0n, maxPercentage: 500n }
    fc.assert(
      fc.property(u128, (proposal) => {
        expect(ratioVerdict({ ...none, proposal, totalSats: 5n, totalMicroStx: 0n })).toBe(
          proposal === 10n ** 8n ? 'ok' : 113,
        )
        expect(ratioVerdict({ ...none, proposal, totalSats: 0n, totalMicroStx: 5n })).toBe('ok')
      }),
    )
    expect(ratioVerdict({ ...none, proposal: 10n ** 8n, totalSats: 5n, totalMicroStx: 0n })).toBe(
      'ok',
    )
  })
})

describe('weight', () => {
  // [dual-stacking 6.3]: B, X, D raw, M, n, whitelisted → r, s, w.
  test.for<[bigint, bigint, bigint, bigint, bigint, boolean, bigint, bigint, bigint]>([
    [1400000000n, 0n, 100000000n, 9n, 14n, false, 0n, 0n, 100000000n],
    [1400000000n, 98000000000000n, 7000000000000n, 9n, 14n, false, 100000000n, 10000n, 1000000000n],
    [1400000000n, 24500000000000n, 7000000000000n, 9n, 14n, false, 25000000n, 5000n, 550000000n],
    [1400000000n, 14000000000000n, 7000000000000n, 9n, 14n, false, 14285714n, 3779n, 440110000n],
    [1728384n, 70000000000n, 7000000000000n, 9n, 14n, false, 57857513n, 7606n, 968561n],
    [150000n, 1500000000n, 10000000000000n, 9n, 14n, false, 10000000n, 3162n, 41205n],
    [150000n, 1n, 0n, 9n, 14n, false, 100000000n, 10000n, 107142n],
    [1399999999n, 97999999999999n, 7000000000000n, 1n, 14n, false, 100000000n, 10000n, 199999999n],
    [
      1400000000n,
      98000000000000n,
      7000000000000n,
      20n,
      14n,
      false,
      100000000n,
      10000n,
      2100000000n,
    ],
    [1400000000n, 0n, 7000000000000n, 9n, 14n, true, 100000000n, 10000n, 1000000000n],
    [13n, 0n, 100000000n, 9n, 14n, false, 0n, 0n, 0n],
  ])(
    'B %s, X %s, D %s, M %s, n %s, whitelisted %s',
    ([sats, microStx, goldenRatio, multiplier, snapshots, whitelisted, r, s, w]) => {
      const holding = { sats, microStx, goldenRatio, whitelisted }
      expect(relativeRatio(holding)).toBe(r)
      expect(boostRoot(r)).toBe(s)
      expect(weight({ ...holding, multiplier, snapshots })).toBe(w)
    },
  )

  const amounts = fc.record({
    sats: fc.bigInt({ min: 0n, max: 21n * 10n ** 14n * 14n }),
    microStx: fc.bigInt({ min: 0n, max: 2n * 10n ** 15n * 14n }),
    goldenRatio: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    whitelisted: fc.boolean(),
    multiplier: fc.bigInt({ min: 1n, max: 20n }),
    snapshots: fc.bigInt({ min: 1n, max: 20n }),
  })

  test('the two floors equal one, and the boost lies in 1 … M + 1', () => {
    fc.assert(
      fc.property(amounts, (input) => {
        const root = boostRoot(relativeRatio(input))
        const w = weight(input)
        expect(w).toBe(
          (input.sats * (10n ** 8n + input.multiplier * root * 10n ** 4n)) /
            (10n ** 8n * input.snapshots),
        )
        expect(
          root <= 10_000n &&
            w >= input.sats / input.snapshots &&
            w <= (input.sats * (input.multiplier + 1n)) / input.snapshots,
        ).toBe(true)
      }),
    )
  })

  test('more STX never lowers the weight', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 10n ** 15n }), (input, more) => {
        expect(weight({ ...input, microStx: input.microStx + more }) >= weight(input)).toBe(true)
      }),
    )
  })
})

describe('rewards', () => {
  // [dual-stacking 6.4]: blocks per year, bps, n, APR → cycles per year, rate.
  test.for<[bigint, bigint, bigint, bigint, bigint, bigint]>([
    [52500n, 150n, 14n, 5000000n, 25n, 200000n],
    [52500n, 150n, 14n, 1000000n, 25n, 40000n],
    [52500n, 150n, 14n, 20000000n, 25n, 800000n],
    [52560n, 150n, 14n, 4500000n, 25n, 180000n],
    [52500n, 144n, 14n, 5000000n, 26n, 192307n],
    [52500n, 5n, 2n, 5000000n, 5250n, 952n],
    [10n, 5n, 2n, 5000000n, 1n, 5000000n],
  ])('rate: %s blocks a year, %s x %s, APR %s', ([blocksPerYear, bps, n, apr, cycles, rate]) => {
    expect(cyclesPerYear(blocksPerYear, bps, n)).toBe(cycles)
    expect(cyclePercentageRate(apr, cycles)).toBe(rate)
  })

  test('a cycle longer than a year has no rate, and a cycle without blocks no number', () => {
    expect(cyclesPerYear(10n, 150n, 14n)).toBe(0n)
    expectAbort(() => cyclePercentageRate(5000000n, 0n), 'DivisionByZero')
    expectAbort(() => cyclesPerYear(52500n, 0n, 14n), 'DivisionByZero')
  })

  // [dual-stacking 6.5]: weights, pool, rate → to distribute, rewards (M = 9).
  test.for<[bigint[], bigint, bigint, bigint, bigint[]]>([
    [[1000000000n, 33333333n, 10001n], 5000000n, 952n, 98374285396n, [951n, 31n, 0n]],
    [
      [10000000n, 2000000n, 30000000n],
      150000n,
      5000000n,
      15000000000000n,
      [35714n, 7142n, 107142n],
    ],
    [[1000000000n, 100000000n], 10n ** 8n, 200000n, 22000000000000n, [200000n, 20000n]],
    [[1000000000n, 100000000n], 110000n, 200000n, 11000000000000n, [100000n, 10000n]],
    [[1000000000n, 100000000n], 0n, 200000n, 0n, [0n, 0n]],
  ])('rewards of %s from a pool of %s', ([weights, pool, rate, distributed, rewards]) => {
    const total = weights.reduce((sum, w) => sum + w, 0n)
    const amount = rewardsToDistribute(pool, rewardCap(rate, total, 9n))
    expect(amount).toBe(distributed)
    expect(weights.map((w) => reward(w, amount, total))).toEqual(rewards)
  })

  test('the parts never exceed the whole, and no one gains a satoshi', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 21n * 10n ** 15n }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(weights, fc.bigInt({ min: 0n, max: 21n * 10n ** 14n }), (each, pool) => {
        const total = each.reduce((sum, w) => sum + w, 0n)
        const amount = rewardsToDistribute(pool, rewardCap(200000n, total, 9n))
        const paid = each.reduce((sum, w) => sum + reward(w, amount, total), 0n)
        expect(paid * 10n ** 8n <= amount && paid <= pool).toBe(true)
      }),
    )
    expect(reward(5n, 5n, 0n)).toBe(0n)
  })
})

function expectAbort(run: () => unknown, reason: string | undefined) {
  let thrown: unknown
  try {
    run()
  } catch (error) {
    thrown = error
  }
  expect(thrown instanceof Abort ? thrown.reason : thrown).toBe(reason)
}

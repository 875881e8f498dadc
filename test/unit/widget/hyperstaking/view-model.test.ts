import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { estimatePoolMean } from '../../../../src/widget/hyperstaking/estimate-pool.ts'
import { poolSnapshotFile, toPoolFigures } from '../../../../src/widget/hyperstaking/snapshot.ts'
import { buildPoolViewModel } from '../../../../src/widget/hyperstaking/view-model.ts'
import { englishPoolWords } from '../../../../src/widget/hyperstaking/words.ts'

const amount = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 10n ** 39n - 1n }),
    fc.bigInt({ min: 0n, max: 3n }),
    fc.bigInt({ min: 0n, max: 10n ** 17n }),
  )
  .map(String)
const count = fc.oneof(fc.nat(3), fc.nat(100_000))
const file = fc.record({
  format: fc.constant('twinstack-pool-snapshot'),
  version: fc.constant(1),
  network: fc.constantFrom('mainnet', 'testnet', 'local'),
  pool: fc.constant('ab'.repeat(32)),
  name: fc.string({ maxLength: 100 }),
  source: fc.string(),
  readAt: fc.oneof(fc.nat(), fc.constantFrom(8.64e15, 8.64e15 + 1, Number.MAX_SAFE_INTEGER, 1e300)),
  height: amount,
  rate: fc.option(fc.record({ numerator: amount, denominator: amount })),
  totals: fc.record({ active: amount, pool: amount, locked: fc.option(amount) }),
  paused: fc.option(fc.boolean()),
  callsOpen: fc.option(fc.boolean()),
  differs: fc.boolean(),
  parameters: fc.record({
    height: amount,
    network: fc.record({
      othersActive: amount,
      others: count,
      credits: fc.integer({ min: 86, max: 128 }),
      minimumStake: amount,
    }),
    keys: fc.array(fc.option(fc.record({ value: amount, locked: amount, eligibility: amount })), {
      maxLength: 4,
    }),
    idle: amount,
    policy: fc.constantFrom('reinvest', 'distribute', 'hold'),
    routing: fc.constantFrom('top-up', 'rotation'),
    depositFee: amount,
    rewardFee: amount,
    referralRate: amount,
    fees: fc.constantFrom('contract', 'published'),
  }),
  checksum: fc.constant(''),
})

it('says anything, and every figure is shown or is not known', () => {
  let taken = 0
  fc.assert(
    fc.property(file, fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (said, lux) => {
      const parsed = v.safeParse(poolSnapshotFile, said)
      if (!parsed.success) return
      taken += 1
      const read = toPoolFigures(parsed.output, Date.UTC(2026, 8))
      const question = { lux, days: 2, prospect: read.prospect! }
      const answer = estimatePoolMean(question)
      buildPoolViewModel(
        englishPoolWords,
        { question, answer, read },
        { problems: {}, say: { text: '', bad: false }, loading: false },
      )
      expect(answer?.reward ?? 0n).toBeGreaterThanOrEqual(0n)
      expect(answer?.apr ?? 0n).toBeGreaterThanOrEqual(0n)
    }),
    { numRuns: 1_000 },
  )
  expect(taken).toBeGreaterThan(100)
})

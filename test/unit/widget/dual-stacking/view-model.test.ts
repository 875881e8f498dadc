import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import {
  estimateBoost,
  isBoostEstimate,
} from '../../../../src/widget/dual-stacking/estimate-boost.ts'
import { builtInFigures } from '../../../../src/widget/dual-stacking/figures.ts'
import { snapshotFile, toBoostFigures } from '../../../../src/widget/dual-stacking/snapshot.ts'
import { buildBoostViewModel } from '../../../../src/widget/dual-stacking/view-model.ts'
import { englishBoostWords } from '../../../../src/widget/dual-stacking/words.ts'

const amount = fc
  .oneof(fc.bigInt({ min: 0n, max: 10n ** 39n - 1n }), fc.bigInt({ min: 0n, max: 3n }))
  .map(String)
const number = fc.oneof(
  { weight: 20, arbitrary: fc.nat() },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 8.64e15, Number.MAX_SAFE_INTEGER, 1e300) },
)
const orNull = (value: fc.Arbitrary<string>) => fc.option(value)
const file = fc.record({
  format: fc.constant('twinstack-snapshot'),
  version: fc.constant(1),
  deployment: fc.constant('testnet-v2'),
  contract: fc.string(),
  network: fc.constantFrom('mainnet', 'testnet', 'devnet'),
  family: fc.constantFrom('v1', 'v2', 'v3'),
  source: fc.string(),
  readAt: number,
  burnHeight: number,
  stacksHeight: number,
  cycle: fc.record({
    id: number,
    startHeight: number,
    nextStartHeight: number,
    snapshots: amount,
    blocksPerSnapshot: amount,
    bufferBlocks: amount,
  }),
  goldenRatio: fc.option(fc.record({ cycle: number, ratio: amount })),
  apr: amount,
  multiplier: amount,
  blocksPerYear: amount,
  poolSats: orNull(amount),
  totalWeights: orNull(amount),
  minimumSats: orNull(amount),
  checksum: fc.constant(''),
})

it('says anything, and every figure is shown or is not known', () => {
  let taken = 0
  fc.assert(
    fc.property(
      fc.record({ said: file, sats: amount, microStx: amount, multiplier: fc.nat(1000) }),
      ({ said, sats, microStx, multiplier }) => {
        const parsed = v.safeParse(snapshotFile, { ...said, multiplier: String(multiplier) })
        if (!parsed.success) return
        taken += 1
        const figures = toBoostFigures(parsed.output, Date.UTC(2026, 8))
        const question = { sats: BigInt(sats), microStx: BigInt(microStx), figures }
        const answer = estimateBoost(question)
        const { level } = buildBoostViewModel(englishBoostWords, question, answer, {
          problems: {},
          say: { text: '', bad: false },
          loading: false,
          isExample: false,
          askGolden: false,
          own: [],
        })
        expect(isBoostEstimate(answer, question)).toBe(true)
        expect(level).toBeGreaterThanOrEqual(0)
        expect(level).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 3_000 },
  )
  expect(taken).toBeGreaterThan(100)
})

it('names the contract of a programme of anyone’s own', () => {
  const question = { sats: 1n, microStx: 1n, figures: builtInFigures }
  const sourceOf = (...own: string[]) =>
    buildBoostViewModel(englishBoostWords, question, undefined, {
      problems: {},
      say: { text: '', bad: false },
      loading: false,
      isExample: false,
      askGolden: false,
      own,
    }).source
  expect(sourceOf('ST1PQHQ.ours')).toEqual(['ST1PQHQ.ours', ...sourceOf()])
})

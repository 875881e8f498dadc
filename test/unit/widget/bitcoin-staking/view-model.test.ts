import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { estimateYield } from '../../../../src/widget/bitcoin-staking/estimate-yield.ts'
import type { ClaimedBy } from '../../../../src/widget/bitcoin-staking/figures.ts'
import {
  toYieldFigures,
  yieldSnapshotFile,
} from '../../../../src/widget/bitcoin-staking/snapshot.ts'
import { buildYieldViewModel } from '../../../../src/widget/bitcoin-staking/view-model.ts'
import { englishYieldWords } from '../../../../src/widget/bitcoin-staking/words.ts'
import { bitcoinStakingWidget as say } from '../../../../src/words/en/bitcoin-staking-widget.ts'

const amount = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 10n ** 39n - 1n }),
    fc.bigInt({ min: 0n, max: 3n }),
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
  )
  .map(String)
const file = fc.record({
  format: fc.constant('twinstack-yield-snapshot'),
  version: fc.constant(1),
  network: fc.constantFrom('mainnet', 'testnet', 'devnet'),
  contract: fc.string(),
  source: fc.string(),
  readAt: fc.oneof(fc.nat(), fc.constantFrom(8.64e15, 8.64e15 + 1, Number.MAX_SAFE_INTEGER, 1e300)),
  state: fc.record({
    clock: fc.record({
      firstBurnHeight: amount,
      cycleBlocks: amount,
      prepareBlocks: amount,
      firstCycle: amount,
    }),
    burnHeight: amount,
    cycle: amount,
    stakedMicroStx: amount,
    bonds: fc.array(
      fc.record({
        index: amount,
        targetRate: amount,
        stxValueRatio: amount,
        minUstxRatio: amount,
        sats: amount,
      }),
      { maxLength: 3 },
    ),
    income: fc.option(
      fc.record({
        low: amount,
        middle: amount,
        high: amount,
        calculations: fc.nat(60),
        from: amount,
        to: amount,
      }),
    ),
  }),
  manager: fc.option(
    fc.record({
      manager: fc.string(),
      feeBips: fc.option(amount),
      laterFee: fc.option(fc.record({ bips: amount, fromCycle: amount })),
      takesStakes: fc.option(fc.boolean()),
      claimedBy: fc.option(fc.constantFrom('anyone', 'holder', 'manager')),
      delegatedMicroStx: fc.option(amount),
      pendingMicroStx: fc.option(amount),
    }),
  ),
  checksum: fc.constant(''),
})
const rest = {
  isExample: false,
  manager: '',
  problems: {},
  say: { text: '', bad: false },
  loading: false,
}

it('says anything, and every figure is shown or is not known', () => {
  let taken = 0
  fc.assert(
    fc.property(file, fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (said, microStx) => {
      const parsed = v.safeParse(yieldSnapshotFile, said)
      if (!parsed.success) return
      taken += 1
      const figures = toYieldFigures(parsed.output, Date.UTC(2026, 8))
      const question = { microStx, figures }
      const answer = estimateYield(question)
      const shown = buildYieldViewModel(englishYieldWords, question, answer, rest)
      expect(shown.reward === null).toBe((answer?.sats ?? null) === null)
      for (const sats of Object.values(answer?.sats ?? {})) expect(sats).toBeGreaterThanOrEqual(0n)
    }),
    { numRuns: 1_000 },
  )
  expect(taken).toBeGreaterThan(100)
})

const read = {
  state: {
    clock: { firstBurnHeight: 0n, cycleBlocks: 200n, prepareBlocks: 20n, firstCycle: 11n },
    burnHeight: 2_205n,
    cycle: 11n,
    stakedMicroStx: 10n ** 12n,
    bonds: [],
    income: { low: 1n, middle: 2n, high: 3n, calculations: 4, from: 1n, to: 2_199n },
  },
  manager: {
    manager: 'ST000000000000000000002AMW42H.manager',
    feeBips: 1_500n,
    laterFee: { bips: 2_000n, fromCycle: 14n },
    takesStakes: false,
    claimedBy: 'anyone' as ClaimedBy,
    delegatedMicroStx: 10n ** 12n,
    pendingMicroStx: 10n ** 12n,
  },
  readAt: 0,
  isOld: false,
}
const show = (figures: typeof read | null, manager = '') => {
  const question = { microStx: 1_000_000n, figures }
  return buildYieldViewModel(englishYieldWords, question, estimateYield(question), {
    ...rest,
    manager,
  })
}

it('warns of a manager with a high fee, a higher one to come, and a closed door', () => {
  const shown = show(read, read.manager.manager)
  expect(shown.fee).toBe('15.00%, 20.00% from cycle 14')
  expect(shown.warning).toBe(`${say.takesNone} ${say.high}`)
  expect(shown.unit).toBe(say.net)
  expect(shown.hint).toContain('cycle 12')
  expect(shown.canLoad).toBe(false)
})

it('says where rewards are not claimed by anyone who likes', () => {
  const of = (claimedBy: ClaimedBy) => {
    const manager = { ...read.manager, claimedBy }
    return show({ ...read, manager }, manager.manager)
  }
  const anyone = of('anyone')
  expect(of('holder')).toMatchObject({
    hint: `${anyone.hint} ${say.holderOnly}`,
    warning: anyone.warning,
  })
  expect(of('manager')).toMatchObject({
    hint: anyone.hint,
    warning: `${anyone.warning} ${say.paysItself}`,
  })
})

it('shows nothing but dashes until figures are read, and says how to get them', () => {
  expect(show(null)).toMatchObject({
    reward: null,
    range: say.unknown,
    fee: say.unknown,
    hint: say.notRead,
    unit: say.gross,
    source: [],
    canLoad: true,
  })
})

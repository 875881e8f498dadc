import { describe, expect, it } from 'vitest'
import {
  estimateYield,
  isYieldEstimate,
  type YieldQuestion,
} from '../../../../src/widget/bitcoin-staking/estimate-yield.ts'
import type {
  ManagerFigures,
  YieldFigures,
} from '../../../../src/widget/bitcoin-staking/figures.ts'

const stx = (amount: bigint): bigint => amount * 1_000_000n
const manager: ManagerFigures = {
  manager: 'SP000000000000000000002Q6VF78.manager',
  feeBips: 500n,
  laterFee: null,
  takesStakes: true,
  claimedBy: 'anyone',
  delegatedMicroStx: stx(1_000_000n),
  pendingMicroStx: stx(1_000_000n),
}
const figures: YieldFigures = {
  state: {
    clock: {
      firstBurnHeight: 666_050n,
      cycleBlocks: 2_100n,
      prepareBlocks: 100n,
      firstCycle: 140n,
    },
    burnHeight: 666_050n + 141n * 2_100n + 5n,
    cycle: 141n,
    stakedMicroStx: stx(99_000_000n),
    bonds: [],
    income: { low: 10n ** 8n, middle: 2n * 10n ** 8n, high: 4n * 10n ** 8n, ...span() },
  },
  manager,
  readAt: 0,
  isOld: false,
}
function span() {
  return { calculations: 3, from: 1n, to: 2n }
}
const question: YieldQuestion = { microStx: stx(1_000_000n), figures }
const withManager = (changes: Partial<ManagerFigures>): YieldQuestion => ({
  ...question,
  figures: { ...figures, manager: { ...manager, ...changes } },
})

describe('estimateYield', () => {
  it('shares two halves by STX, less the reserve and the manager’s fee', () => {
    // Two halves of 2 BTC, 15 % of it to the reserve, a hundredth of the rest, less 5 %.
    expect(estimateYield(question)?.sats).toEqual({
      low: 1_615_000n,
      middle: 3_230_000n,
      high: 6_460_000n,
    })
  })

  it('says from when it counts', () => {
    expect(estimateYield(question)).toMatchObject({
      missingMicroStx: 0n,
      firstCycle: 142n,
      firstClaimHeight: 666_050n + 142n * 2_100n + 1_050n,
    })
  })

  it('is before any fee where the page names no manager', () => {
    const open = { ...question, figures: { ...figures, manager: null } }
    expect(estimateYield(open)?.sats?.middle).toBe(3_400_000n)
  })

  it.each<[string, YieldQuestion]>([
    ['the fee', withManager({ feeBips: null })],
    ['the manager’s size', withManager({ delegatedMicroStx: null })],
    ['the manager’s stakes', withManager({ pendingMicroStx: null })],
    [
      'the income',
      { ...question, figures: { ...figures, state: { ...figures.state!, income: null } } },
    ],
  ])('does not know what is paid without %s', (_, asked) => {
    expect(estimateYield(asked)).toMatchObject({ sats: null, firstCycle: 142n })
  })

  it('pays nothing with a manager below the threshold, and says what it lacks', () => {
    const small = withManager({ delegatedMicroStx: stx(10_000n), pendingMicroStx: stx(10_000n) })
    expect(estimateYield({ ...small, microStx: stx(1_000n) })).toMatchObject({
      sats: { low: 0n, middle: 0n, high: 0n },
      missingMicroStx: stx(39_000n),
    })
  })

  it('says nothing without figures, without STX, and of figures the contract would stop on', () => {
    expect(estimateYield({ ...question, figures: null })).toBeUndefined()
    expect(estimateYield({ ...question, microStx: 0n })).toBeUndefined()
    const clock = { ...figures.state!.clock, cycleBlocks: 0n }
    const impossible = { ...figures, state: { ...figures.state!, clock } }
    expect(estimateYield({ ...question, figures: impossible })).toBeUndefined()
  })
})

it.each<YieldQuestion>([question, withManager({ feeBips: null }), { ...question, figures: null }])(
  'gives what is an answer: %#',
  (asked) => {
    expect(isYieldEstimate(structuredClone(estimateYield(asked)), asked)).toBe(true)
  },
)

const answer = estimateYield(question)!
it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'sats'],
  ['more sats', { ...answer, sats: { ...answer.sats, middle: 9_999_999n } }],
  ['texts', { ...answer, sats: { low: '1615000', middle: '3230000', high: '6460000' } }],
  ['another cycle', { ...answer, firstCycle: 1n }],
])('takes for no answer: %s', (_, given) => {
  expect(isYieldEstimate(given, question)).toBe(false)
})

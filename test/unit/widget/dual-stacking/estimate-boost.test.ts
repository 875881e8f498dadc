import { expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import {
  estimateBoost,
  isBoostEstimate,
} from '../../../../src/widget/dual-stacking/estimate-boost.ts'
import {
  builtInFigures,
  figuresBeforeReading,
} from '../../../../src/widget/dual-stacking/figures.ts'

const question = {
  sats: 11_520_000n,
  microStx: 5_103_000_000n,
  figures: { ...builtInFigures, goldenRatio: 191_000_000_000n },
}

it('promises no boost and no payment of a programme that has ended', () => {
  expect(estimateBoost(question)).toMatchObject({
    boost: expect.any(BigInt),
    rewardSats: expect.any(BigInt),
  })
  expect(estimateBoost({ ...question, figures: { ...question.figures, life: 'ended' } })).toEqual(
    {},
  )
})

it('knows before any request what the rows say of their programmes', () => {
  for (const { id, network, life } of builtInDeployments) {
    expect(figuresBeforeReading(id).life, id).toBe(life?.state)
    expect(figuresBeforeReading(network).life, network).toBe(life?.state)
  }
})

const answer = estimateBoost(question)

it.each([
  question,
  { ...question, sats: 0n },
  { ...question, microStx: 10n ** 15n },
  { ...question, figures: builtInFigures },
  { ...question, figures: { ...question.figures, poolSats: 60_000_000n, totalWeights: 1n } },
])('gives what is an answer: %#', (asked) => {
  expect(isBoostEstimate(structuredClone(estimateBoost(asked)), asked)).toBe(true)
})

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'boost'],
  ['no figures', {}],
  ['another boost', { ...answer, boost: answer.boost! + 1n }],
  ['another reward', { ...answer, rewardSats: 12_280n }],
  ['another rate', { ...answer, yearlyRate: 1n }],
  ['a next step without an amount', { ...answer, nextHalf: {} }],
  ['a maximum without an amount', { ...answer, maximum: { boost: 1n } }],
])('takes for no answer: %s', (_, given) => {
  expect(isBoostEstimate(given, question)).toBe(false)
})

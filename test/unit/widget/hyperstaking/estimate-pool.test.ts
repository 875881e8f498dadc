import { expect, it } from 'vitest'
import { dusk } from '../../../../src/protocol/hyperstaking/core/units.ts'
import {
  estimatePool,
  estimatePoolMean,
  isPoolEstimate,
  type PoolQuestion,
} from '../../../../src/widget/hyperstaking/estimate-pool.ts'
import { assumeProspect } from '../../../../src/widget/hyperstaking/figures.ts'

const question: PoolQuestion = { lux: dusk(5000n), days: 30, prospect: assumeProspect({}) }
const answer = estimatePool(question)!
const questions: PoolQuestion[] = [
  question,
  { ...question, days: 1 },
  { ...question, lux: 1n, prospect: assumeProspect({ depositFee: 5_000_000n, rewardFee: 0n }) },
  { ...question, prospect: { ...question.prospect, keys: [] } },
  { ...question, prospect: { ...question.prospect, routing: 'rotation' } },
]

it.each(questions)('gives what is an answer: %#', (asked) => {
  expect(isPoolEstimate(structuredClone(estimatePool(asked)), asked)).toBe(true)
})

it.each<[string, unknown]>([
  ['null', null],
  ['a text', 'reward'],
  ['the mean alone', estimatePoolMean(question)],
  ['another reward', { ...answer, reward: answer.reward + 1n }],
  ['another rate', { ...answer, apr: answer.apr * 2n }],
  ['another wait', { ...answer, maturity: null }],
  ['a rate that is no integer', { ...answer, apy: 0.05 }],
  ['a range of texts', { ...answer, low: '1', high: '2' }],
])('takes for no answer: %s', (_, given) => {
  expect(isPoolEstimate(given, question)).toBe(false)
})

it('calculates nothing of figures on which the contract would stop', () => {
  const impossible = {
    ...question,
    prospect: assumeProspect({ activeStake: 2n ** 64n, poolStake: 2n ** 64n - 1n }),
  }
  expect(estimatePoolMean(impossible)).toBeUndefined()
  expect(estimatePool(impossible)).toBeUndefined()
  expect(isPoolEstimate(undefined, impossible)).toBe(true)
  expect(isPoolEstimate(answer, impossible)).toBe(false)
})

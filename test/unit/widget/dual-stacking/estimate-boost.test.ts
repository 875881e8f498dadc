import { expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { estimateBoost } from '../../../../src/widget/dual-stacking/estimate-boost.ts'
import {
  builtInFigures,
  figuresBeforeReading,
} from '../../../../src/widget/dual-stacking/figures.ts'

it('promises no boost and no payment of a programme that has ended', () => {
  const question = {
    sats: 11_520_000n,
    microStx: 5_103_000_000n,
    figures: { ...builtInFigures, goldenRatio: 191_000_000_000n },
  }
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

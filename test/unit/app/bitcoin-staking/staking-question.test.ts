import { describe, expect, it } from 'vitest'
import {
  reasonOfUnknownFigures,
  stakingQuestionOf,
} from '../../../../src/app/bitcoin-staking/staking-question.ts'
import { unknown } from '../../../../src/chain/known.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'

const STX = 1_000_000n
const endOf = (microStx: bigint) => stakingQuestionOf(example.unstaked, { microStx })?.curve?.end

describe('the curve that is asked for', () => {
  it('ends where it did while a slider moves along it, and reaches what lies beyond', () => {
    expect([0n, 3_210n * STX, 100_000n * STX].map(endOf)).toEqual(Array(3).fill(100_000n * STX))
    expect(endOf(250_000n * STX)).toBe(250_000n * STX)
  })

  it('reaches twice of all that someone has', () => {
    const rich = example.withHolder({
      unlockedMicroStx: { known: true, value: 75_000n * STX },
    })
    expect(stakingQuestionOf(rich)?.curve?.end).toBe(200_000n * STX)
  })
})

it('why figures are unknown is the first reading that is missing', () => {
  expect(reasonOfUnknownFigures({ programme: null })).toBe('not-read')
  expect(reasonOfUnknownFigures(example.unknownFigures)).toBe('offline')
  expect(
    reasonOfUnknownFigures({
      programme: {
        ...example.programme,
        clock: unknown('rate-limited'),
        bonds: unknown('offline'),
      },
    }),
  ).toBe('rate-limited')
})

import { describe, expect, it } from 'vitest'
import { claimHabitOf, lateHalvesOf } from '../../../../src/app/bitcoin-staking/past-work.ts'

// Halves of 100 blocks from height 0 on.
const clock = { firstBurnHeight: 0n, cycleBlocks: 200n, prepareBlocks: 20n, firstCycle: 0n }

describe('how a manager claims', () => {
  it('is unknown without a claim', () => {
    expect(claimHabitOf(clock, 1_000n, [])).toBeNull()
  })

  it('counts halves with a claim, of those since the first one', () => {
    // In the halves from 300, 400 (twice) and 600; the one from 500 passed without one.
    const habit = claimHabitOf(clock, 710n, [605n, 470n, 412n, 330n])
    expect(habit).toEqual({ claimed: 3, halves: 4, usualBlocks: 12, lastHeight: 605n })
  })

  it('counts the running half once it has claimed in it, in any order of heights', () => {
    expect(claimHabitOf(clock, 620n, [330n, 605n])).toMatchObject({ claimed: 2, halves: 4 })
    expect(claimHabitOf(clock, 301n, [300n])).toMatchObject({ claimed: 1, halves: 1 })
  })
})

describe('calculations of the past', () => {
  const past = (...heights: bigint[]) => heights.map((height) => ({ height }))

  it.each([
    ['none', past(), { halves: 0, late: 0 }],
    ['one', past(299n), { halves: 1, late: 0 }],
    ['three in a row', past(499n, 399n, 299n), { halves: 3, late: 0 }],
    ['three of five halves', past(699n, 399n, 299n), { halves: 5, late: 2 }],
  ])('are counted: %s', (_, of, expected) => {
    expect(lateHalvesOf(clock, of)).toEqual(expected)
  })
})

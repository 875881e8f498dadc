import { describe, expect, it } from 'vitest'
import {
  createLottery,
  drawBlock,
  type LotteryMember,
  members,
} from '../../../../../src/protocol/hyperstaking/chain/lottery.ts'
import { seeded } from '../../../../../src/protocol/hyperstaking/chain/random.ts'
import { namedAccount } from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import { binomial } from '../../../../../src/protocol/hyperstaking/projection/binomial.ts'
import {
  drawBlocks,
  meanReward,
  type NetworkView,
  rewardOf,
} from '../../../../../src/protocol/hyperstaking/projection/draw.ts'
import type { StakeEntry } from '../../../../../src/protocol/hyperstaking/stake/contract.ts'

const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, variance }
}

/** Five standard errors: a seeded test that a wrong formula does not pass and a right one does. */
const withinMean = (actual: number, expected: number, variance: number, count: number) =>
  expect(Math.abs(actual - expected), `mean ${actual}, expected ${expected}`).toBeLessThan(
    5 * Math.sqrt(variance / count) + 1e-9,
  )
const withinVariance = (actual: number, expected: number, count: number) =>
  expect(Math.abs(actual / expected - 1), `variance ${actual}, expected ${expected}`).toBeLessThan(
    7 * Math.sqrt(2 / count),
  )

describe('seeded numbers', () => {
  it('repeat by seed, differ between seeds, and fill [0, 1) evenly', () => {
    const take = (seed: number | string) => Array.from({ length: 5 }, seeded(seed))
    expect(take(1)).toEqual(take(1))
    expect(take(1)).not.toEqual(take(2))
    const values = Array.from({ length: 20_000 }, seeded('even'))
    const { mean, variance } = moments(values)
    withinMean(mean, 0.5, 1 / 12, values.length)
    withinVariance(variance, 1 / 12, values.length)
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
  })
})

describe('binomial draws', () => {
  it.each([
    [2160, 0.0001],
    [2160, 0.004],
    [2160, 0.01],
    [2160, 0.3],
    [2160, 0.9],
    [276_480, 0.5],
    [30, 0.4],
  ])('n %i, p %f: mean and variance', (n, p) => {
    const random = seeded(`${n} ${p}`)
    const values = Array.from({ length: 20_000 }, () => binomial(n, p, random))
    const { mean, variance } = moments(values)
    withinMean(mean, n * p, n * p * (1 - p), values.length)
    expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.08)
    expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= n)).toBe(true)
  })

  it('follow the exact chances, value by value', () => {
    const [n, p, count] = [40, 0.35, 60_000]
    const random = seeded('exact')
    const seen = Array<number>(n + 1).fill(0)
    for (let draw = 0; draw < count; draw++) seen[binomial(n, p, random)]!++
    let chance = (1 - p) ** n
    for (let k = 0; k <= n; k++) {
      const expected = chance * count
      if (expected > 20)
        expect(Math.abs(seen[k]! - expected), `k ${k}`).toBeLessThan(5 * Math.sqrt(expected))
      chance *= ((n - k) * p) / ((k + 1) * (1 - p))
    }
  })

  it('of nothing or certainty', () => {
    const random = seeded(1)
    expect([binomial(0, 0.5, random), binomial(5, 0, random), binomial(5, 1, random)]).toEqual([
      0, 0, 5,
    ])
  })
})

describe('who takes part', () => {
  const entry = (name: string, value: bigint, eligibility: bigint, locked = 0n): StakeEntry => ({
    keys: { account: namedAccount(name), owner: { kind: 'account', account: namedAccount(name) } },
    data: { amount: { value, locked, eligibility }, reward: 0n, faults: 0, hardFaults: 0 },
  })

  it('eligible stakes with the minimum in active value', () => {
    const entries = [
      entry('in', dusk(1000n), 4320n),
      entry('too early', dusk(5000n), 4321n),
      entry('too small', dusk(1000n) - 1n, 0n, dusk(500n)),
      {
        ...entry('none', 0n, 0n),
        data: { amount: null, reward: dusk(9n), faults: 0, hardFaults: 0 },
      },
    ]
    expect(members(entries, 4320n, dusk(1000n))).toEqual([
      { account: namedAccount('in'), weight: 1000 },
    ])
  })

  it('a generator never votes for its own block, nor does the next iteration’s', () => {
    const list = Array.from({ length: 12 }, (_, index) => ({ account: `${index}`, weight: 1000 }))
    const draw = createLottery(list, seeded('exclusion'))!
    let without = 0
    for (let block = 0; block < 3000; block++) {
      const { generator, credits } = draw()
      expect(credits[generator]).toBe(0)
      if (credits.filter((cast) => cast === 0).length >= 2) without++
    }
    // Twice the same one in a twelfth of the blocks.
    expect(without / 3000).toBeGreaterThan(0.88)
  })

  it('an exclusion that would leave no one is not applied', () => {
    const two = ['a', 'b'].map((account) => ({ account, weight: 1000 }))
    const random = seeded('two')
    for (let block = 0; block < 50; block++) {
      const { generator, voters } = drawBlock(two, random)!
      expect(voters).toEqual([[generator === 'a' ? 'b' : 'a', 128n]])
    }
  })

  it('no one: no block; a single one: every block and every credit', () => {
    expect(drawBlock([], seeded(1))).toBeNull()
    const alone = drawBlock([{ account: 'a', weight: 1000 }], seeded(1))
    expect(alone).toEqual({ generator: 'a', voters: [['a', 128n]] })
  })
})

/** The per-block model, block by block: the reference for the draw of a whole epoch. */
const blockByBlock = (
  list: readonly LotteryMember[],
  blocks: number,
  credits: number,
  random: () => number,
) => {
  let wins = 0
  let votes = 0
  for (let block = 0; block < blocks; block++) {
    const { generator, voters } = drawBlock(list, random, credits)!
    if (generator === 'pool') wins++
    votes += Number(voters.find(([account]) => account === 'pool')?.[1] ?? 0n)
  }
  return { wins, credits: votes }
}

describe('a draw of many blocks at once agrees with the blocks', () => {
  it.each([
    { own: 2000n, each: 2000n, others: 9, credits: 128 },
    { own: 500n, each: 1500n, others: 3, credits: 128 },
    { own: 3000n, each: 1000n, others: 5, credits: 86 },
  ])('$own DUSK among $others of $each, $credits credits', ({ own, each, others, credits }) => {
    const list = [
      { account: 'pool', weight: Number(own) },
      ...Array.from({ length: others }, (_, index) => ({
        account: `${index}`,
        weight: Number(each),
      })),
    ]
    const network: NetworkView = {
      othersActive: dusk(each) * BigInt(others),
      others,
      credits,
      minimumStake: 0n,
    }
    const [blocks, runs] = [24, 1500]
    const one = seeded('one')
    const many = seeded('many')
    const reference = Array.from({ length: runs }, () => blockByBlock(list, blocks, credits, one))
    const drawn = Array.from({ length: 20_000 }, () => drawBlocks(dusk(own), blocks, network, many))
    for (const part of ['wins', 'credits'] as const) {
      const expected = moments(reference.map((draw) => draw[part]))
      const actual = moments(drawn.map((draw) => draw[part]))
      withinMean(actual.mean, expected.mean, expected.variance, runs)
      withinVariance(actual.variance, expected.variance, runs)
    }
    const luxOf = (draws: typeof drawn) =>
      moments(draws.map((draw) => Number(rewardOf(draw, 1n, credits)) / 1e9))
    withinMean(luxOf(drawn).mean, luxOf(reference).mean, luxOf(reference).variance, runs)
    withinVariance(luxOf(drawn).variance, luxOf(reference).variance, runs)
  })

  it('and its mean is the stake’s share of what stakers get', () => {
    const network: NetworkView = {
      othersActive: dusk(198_000_000n),
      others: 200,
      credits: 128,
      minimumStake: dusk(1000n),
    }
    const active = dusk(2_000_000n)
    const random = seeded('share')
    const values = Array.from(
      { length: 20_000 },
      () => Number(rewardOf(drawBlocks(active, 2160, network, random), 1n, 128)) / 1e9,
    )
    const { mean, variance } = moments(values)
    withinMean(mean, Number(meanReward(active, 2160n, network, 1n)) / 1e9, variance, values.length)
    // A hundredth of what the generator gets, and less of what voters get: a generator never votes.
    const voters = Number(meanReward(active, 1n, network, 1n) - 15_885_920_000n / 100n)
    expect(voters / 1_985_739_904).toBeCloseTo(0.01 * 0.99 ** 2 * (1 / 0.9901), 6)
  })

  it('excluding only the next generator would promise too much, as the facts say', () => {
    const [blocks, others] = [20_000, 100]
    const won = 13_900_180_000 + 1_985_740_000
    for (const [percent, tooMuch] of [
      [5, 0.0044],
      [12, 0.0114],
      [25, 0.0218],
    ] as const) {
      const weight = percent * 1_000_000
      const rest = (100 - percent) * 1_000_000
      const list = [
        { account: 'pool', weight },
        ...Array.from({ length: others }, (_, index) => ({
          account: `${index}`,
          weight: rest / others,
        })),
      ]
      const { wins, credits } = blockByBlock(list, blocks, 128, seeded(`exclusion ${percent}`))
      const drawn = wins * won + credits * 15_513_593
      const share = percent / 100
      const voting = ((1 - share) * share) / (1 - (1 - share) / others)
      const promised = wins * won + blocks * voting * 128 * 15_513_593
      expect(Math.abs(promised / drawn - 1 - tooMuch), `${percent} %`).toBeLessThan(0.001)

      const network = {
        othersActive: dusk(BigInt(rest)),
        others,
        credits: 128,
        minimumStake: 0n,
      }
      const mean = Number(meanReward(dusk(BigInt(weight)), BigInt(blocks), network, 1n))
      const exact = blocks * share * won + (drawn - wins * won)
      expect(Math.abs(mean / exact - 1), `${percent} %`).toBeLessThan(0.001)
    }
  })

  it('nothing active draws nothing', () => {
    const network: NetworkView = {
      othersActive: dusk(1000n),
      others: 1,
      credits: 128,
      minimumStake: 0n,
    }
    expect(drawBlocks(0n, 2160, network, seeded(1))).toEqual({ wins: 0, credits: 0 })
    expect(
      drawBlocks(dusk(1000n), 10, { ...network, othersActive: 0n, others: 0 }, seeded(1)),
    ).toEqual({ wins: 10, credits: 1280 })
  })
})

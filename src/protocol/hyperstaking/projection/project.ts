import type { Random } from '../chain/random.ts'
import { BLOCKS_PER_YEAR, EPOCH, nextEpoch } from '../core/epoch.ts'
import { compareBigints, min, applyRate, RATE_SCALE } from '../core/units.ts'
import type { Routing } from '../pools/state.ts'
import { type PoolAssumption, poolAssumptionsOf } from './assumptions.ts'
import { drawBlocks, meanReward, rewardOf } from './draw.ts'
import type { ProjectionInput } from './input.ts'
import {
  assetsOf,
  type Design,
  type Funds,
  lockedFundsOf,
  placeFunds,
  type RewardSource,
  stepEpoch,
} from './path.ts'
import { type SlashCost, slashCosts } from './slash-cost.ts'

/** How one way of staking new funds would turn out. */
export interface StrategyOutlook {
  /** What position and deposit earn on average over the horizon, after every fee on rewards. */
  reward: bigint
  /**
   * Simple yearly rate over the horizon, and the rate of one whole year with what compounds; after
   * fees on rewards.
   */
  apr: bigint
  apy: bigint
  /** What the pool has locked at the end, and what the lock takes from the reward. */
  locked: bigint
  lockDrag: bigint
}

export interface Range {
  mean: bigint
  /** 5th and 95th percentile; null when no runs were asked for. */
  low: bigint | null
  high: bigint | null
}

/**
 * What a deposit in a pool may bring, by strategy. Amounts in LUX, rates scaled by 10^8; null is
 * not known.
 */
export interface DepositProjection extends StrategyOutlook {
  range: Range
  /** Taken from the deposit at once; not part of the rates. */
  depositFee: bigint
  /** Blocks until the deposit counts; null when the pool cannot stake it yet. */
  maturity: bigint | null
  topUp: StrategyOutlook
  rotation: StrategyOutlook
  referralIncome: Range | null
  slashes: SlashCost[]
  assumptions: PoolAssumption[]
}

/** The pool with the deposit in it, and the holder's part of it. */
interface Start {
  funds: Funds
  own: bigint
  assets: bigint
}

const EPOCHS_PER_YEAR = Number(BLOCKS_PER_YEAR / EPOCH)

const designOf = ({ pool }: ProjectionInput, routing: Routing): Design => ({
  policy: pool.policy,
  routing,
  rewardFee: pool.rewardFee,
  lead: pool.lead,
})

/** A pool with one key is given a second one when rotation is tried on it. */
const startOf = (input: ProjectionInput, design: Design): Start => {
  const { pool, deposit, network, height } = input
  const net = deposit - applyRate(deposit, pool.depositFee)
  const slots = design.routing === 'rotation' ? 2 : 1
  const keys = [...pool.keys, ...Array<null>(Math.max(slots - pool.keys.length, 0)).fill(null)]
  const funds = { keys, idle: pool.idle + net, held: 0n, distributed: 0n, fees: 0n }
  return {
    funds: placeFunds(funds, { design, height, minimum: network.minimumStake }),
    own: input.position + net,
    assets: assetsOf(funds),
  }
}

/** What the pool gains for its holders over the horizon, in LUX. */
const gainOf = (
  input: ProjectionInput,
  start: Start,
  design: Design,
  source: RewardSource,
): bigint => {
  let { funds } = start
  let { height } = input
  for (let epoch = 0; epoch < input.epochs; epoch++)
    ({ funds, height } = stepEpoch(
      funds,
      { design, height, minimum: input.network.minimumStake },
      source,
    ))
  return assetsOf(funds) + funds.distributed - start.assets
}

/** The holder's part of a gain, after its own split. */
const ownPart = (input: ProjectionInput, { own, assets }: Start, gain: bigint): bigint => {
  const share = assets === 0n ? 0n : (gain * own) / assets
  return share - applyRate(share, input.pool.holderRate)
}

/** Simple yearly rate of a reward over the horizon. */
const aprOf = ({ position, deposit, height, epochs }: ProjectionInput, reward: bigint): bigint => {
  const principal = position + deposit
  const blocks = epochs === 0 ? 0n : nextEpoch(height) - height + BigInt(epochs - 1) * EPOCH
  return principal === 0n || blocks === 0n
    ? 0n
    : (reward * RATE_SCALE * BLOCKS_PER_YEAR) / (principal * blocks)
}

const meanSourceOf =
  ({ network }: ProjectionInput): RewardSource =>
  (active, blocks, height) =>
    meanReward(active, blocks, network, height)

/** What position and deposit earn on average, and the pool's funds at the end. */
const meanOutlook = (
  input: ProjectionInput,
  routing: Routing,
): Pick<StrategyOutlook, 'reward' | 'apr' | 'apy'> & { gain: bigint; end: Funds } => {
  const { network, epochs } = input
  const design = designOf(input, routing)
  const start = startOf(input, design)
  const source = meanSourceOf(input)
  let end = start.funds
  let { funds } = start
  let { height } = input
  let gain = 0n
  let year = 0n
  for (let epoch = 1; epoch <= Math.max(epochs, EPOCHS_PER_YEAR); epoch++) {
    ;({ funds, height } = stepEpoch(
      funds,
      { design, height, minimum: network.minimumStake },
      source,
    ))
    const now = assetsOf(funds) + funds.distributed - start.assets
    if (epoch === epochs) [gain, end] = [now, funds]
    if (epoch === EPOCHS_PER_YEAR) year = now
  }
  const reward = ownPart(input, start, gain)
  const principal = input.position + input.deposit
  return {
    gain,
    end,
    reward,
    apr: aprOf(input, reward),
    apy: principal === 0n ? 0n : (ownPart(input, start, year) * RATE_SCALE) / principal,
  }
}

/** The same, with what the lock takes from it. */
const strategyOutlook = (
  input: ProjectionInput,
  routing: Routing,
): StrategyOutlook & { gain: bigint } => {
  const { end, ...outlook } = meanOutlook(input, routing)
  const free = { ...designOf(input, routing), unlocked: true }
  const start = startOf(input, free)
  const unlocked = ownPart(input, start, gainOf(input, start, free, meanSourceOf(input)))
  const { reward } = outlook
  return {
    ...outlook,
    // Without an epoch there is no end.
    locked: input.epochs === 0 ? 0n : lockedFundsOf(end),
    lockDrag: unlocked > reward ? unlocked - reward : 0n,
  }
}

/** What the pool gains in each simulated run, from small to large, in LUX. */
export const simulateGains = (input: ProjectionInput, random: Random): bigint[] => {
  const { network, pool } = input
  const design = designOf(input, pool.routing)
  const start = startOf(input, design)
  const source: RewardSource = (active, blocks, height) =>
    rewardOf(drawBlocks(active, Number(blocks), network, random), height, network.credits)
  return Array.from({ length: input.runs }, () => gainOf(input, start, design, source)).toSorted(
    compareBigints,
  )
}

/** The percentile of the sorted values, null when there are none. */
export const percentile = (sorted: readonly bigint[], hundredths: number): bigint | null =>
  sorted[Math.round(((sorted.length - 1) * hundredths) / 100)] ?? null

/** Blocks until the funds that are put in now count. */
const maturityOf = (input: ProjectionInput): bigint | null => {
  const { funds } = startOf(input, designOf(input, input.pool.routing))
  if (funds.idle > 0n) return null
  return funds.keys.reduce<bigint | null>((least, amount, key) => {
    const before = input.pool.keys[key]
    if (!amount || amount.value + amount.locked <= (before ? before.value + before.locked : 0n))
      return least
    const wait = amount.eligibility > input.height ? amount.eligibility - input.height : 0n
    return least === null ? wait : min(least, wait)
  }, null)
}

/**
 * The mean alone, in a few steps: for a first answer on the thread that paints. The same figures as
 * in `project`.
 */
export const projectDepositMean = (
  input: ProjectionInput,
): Pick<DepositProjection, 'reward' | 'apr' | 'depositFee' | 'maturity'> => {
  const design = designOf(input, input.pool.routing)
  const start = startOf(input, design)
  const reward = ownPart(input, start, gainOf(input, start, design, meanSourceOf(input)))
  return {
    reward,
    apr: aprOf(input, reward),
    depositFee: applyRate(input.deposit, input.pool.depositFee),
    maturity: waitOf(input),
  }
}

/** The mean of a holder's part of the gains, and between which it is in nine of ten cases. */
const rangeOf = (
  gains: readonly bigint[],
  mean: bigint,
  partOf: (gain: bigint) => bigint,
): Range => {
  const at = (hundredths: number): bigint | null => {
    const gain = percentile(gains, hundredths)
    return gain === null ? null : partOf(gain)
  }
  return { mean: partOf(mean), low: at(5), high: at(95) }
}

const waitOf = (input: ProjectionInput): bigint | null =>
  input.deposit === 0n ? 0n : maturityOf(input)

/**
 * What a deposit earns by the pool's own way of staking and how far that may vary: the same figures
 * as in `projectDeposit`, without what other ways and punishments would make of it.
 */
export const projectDepositRange = (
  input: ProjectionInput,
  random: Random,
): Pick<DepositProjection, 'reward' | 'apr' | 'apy' | 'maturity' | 'range'> => {
  const { routing } = input.pool
  const { gain, reward, apr, apy } = meanOutlook(input, routing)
  const start = startOf(input, designOf(input, routing))
  const range = rangeOf(simulateGains(input, random), gain, (each) => ownPart(input, start, each))
  return { reward, apr, apy, maturity: waitOf(input), range }
}

/**
 * What a deposit in a pool can be expected to earn, how far that may vary, and what it costs.
 * Averages are exact integers; the range is simulated from the block lottery's distribution with
 * the given source.
 */
export const projectDeposit = (input: ProjectionInput, random: Random): DepositProjection => {
  const { gain: topUpGain, ...topUp } = strategyOutlook(input, 'top-up')
  const { gain: rotationGain, ...rotation } = strategyOutlook(input, 'rotation')
  const [chosen, mean] =
    input.pool.routing === 'rotation' ? [rotation, rotationGain] : [topUp, topUpGain]
  const start = startOf(input, designOf(input, input.pool.routing))
  const gains = simulateGains(input, random)
  const { referred } = input
  return {
    ...chosen,
    range: rangeOf(gains, mean, (gain) => ownPart(input, start, gain)),
    depositFee: applyRate(input.deposit, input.pool.depositFee),
    maturity: waitOf(input),
    topUp,
    rotation,
    referralIncome:
      referred && start.assets > 0n
        ? rangeOf(gains, mean, (gain) =>
            applyRate((gain * referred.deposits) / start.assets, referred.rate),
          )
        : null,
    slashes: slashCosts(input, start),
    assumptions: poolAssumptionsOf(input),
  }
}

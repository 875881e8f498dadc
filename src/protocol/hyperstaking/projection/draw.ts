import type { Random } from '../chain/random.ts'
import { emission } from '../core/emission.ts'
import { splitReward } from '../core/split.ts'
import { LUX_PER_DUSK } from '../core/units.ts'
import { binomial } from './binomial.ts'

/** What the lottery depends on besides the pool's own stake. */
export interface NetworkView {
  /** Active stake of everyone else, in LUX. */
  othersActive: bigint
  /** How many other provisioners share it; taken as equal. */
  others: number
  /** Credits in a block's certificate, 86 … 128. */
  credits: number
  /** LUX. */
  minimumStake: bigint
}

export interface EpochDraw {
  wins: number
  credits: number
}

/**
 * How often a stake of `active` LUX generates, and how many credits it votes with, in `blocks`
 * blocks: drawn at once from the distribution of the block lottery. Wins are binomial. Credits are
 * the sum over the committees of the blocks in which the stake is neither this generator nor the
 * one of the next iteration; that sum of hypergeometric draws is taken as a binomial with the same
 * mean and variance.
 */
export const drawBlocks = (
  active: bigint,
  blocks: number,
  network: NetworkView,
  random: Random,
): EpochDraw => {
  if (active === 0n) return { wins: 0, credits: 0 }
  const own = Number(active) / Number(LUX_PER_DUSK)
  const rest = Number(network.othersActive) / Number(LUX_PER_DUSK)
  const chance = own / (own + rest)
  const wins = binomial(blocks, chance, random)
  // Of this generator and the next one those that the stake may be and the committees go without.
  const excluded = rest === 0 ? 0 : Math.min(network.others, 2)
  let voting = excluded > 0 ? blocks - wins : blocks
  if (excluded > 1) voting -= binomial(voting, chance, random)
  const [credits, all] = creditsPart(active, network)
  // Of the blocks in which it is neither.
  const part = (Number(credits) / Number(all)) * (1 + own / rest) ** excluded
  const weight = own / part
  const size = network.credits / 2
  const mean = voting * network.credits * part
  if (excluded < 2 || weight <= size) return { wins, credits: Math.round(mean) }
  const ratio = (1 - part) * ((weight - size) / (weight - 1))
  const tries = Math.round(mean / (1 - ratio))
  return { wins, credits: binomial(tries, mean / tries, random) }
}

/** LUX that a draw earns at the emission of `height`; transaction fees are not counted. */
export const rewardOf = (
  { wins, credits }: EpochDraw,
  height: bigint,
  certificate: number,
): bigint => {
  const split = splitReward(emission(height), BigInt(certificate))
  return (
    BigInt(wins) * (split.generatorFixed + split.generatorExtra) + BigInt(credits) * split.perCredit
  )
}

/**
 * The part of a block's credits that a stake has on average, as an exact fraction: it votes when
 * neither this generator nor the next iteration's is itself, against those of the others who are
 * not: two of them, or the same one twice.
 */
const creditsPart = (
  active: bigint,
  { othersActive, others }: NetworkView,
): [part: bigint, of: bigint] => {
  const total = active + othersActive
  if (othersActive === 0n) return [1n, 1n]
  if (others === 1) return [othersActive, total]
  const count = BigInt(others)
  const withoutOne = count * total - othersActive
  const withoutTwo = withoutOne - othersActive
  return [
    othersActive ** 2n * active * (count * withoutOne - othersActive),
    total ** 2n * withoutTwo * withoutOne,
  ]
}

/** LUX that `blocks` blocks pay to a stake on average, rounded down. */
export const meanReward = (
  active: bigint,
  blocks: bigint,
  network: NetworkView,
  height: bigint,
): bigint => {
  if (active === 0n) return 0n
  const split = splitReward(emission(height), BigInt(network.credits))
  const total = active + network.othersActive
  const [credits, all] = creditsPart(active, network)
  const won = (split.generatorFixed + split.generatorExtra) * active * all
  const voted = BigInt(network.credits) * split.perCredit * credits * total
  return (blocks * (won + voted)) / (total * all)
}

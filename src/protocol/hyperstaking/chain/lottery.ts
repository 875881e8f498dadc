import type { Account } from '../core/ids.ts'
import { LUX_PER_DUSK } from '../core/units.ts'
import type { StakeEntry } from '../stake/contract.ts'
import type { Random } from './random.ts'
import type { Voters } from './rewards.ts'

/**
 * A provisioner in the lottery: its weight is its active stake in DUSK (the draw is what is random;
 * amounts stay exact elsewhere).
 */
export interface LotteryMember {
  account: Account
  weight: number
}

export interface Draw {
  generator: Account
  voters: Voters
}

/**
 * Who takes part at `height`: eligible stakes whose active value is at least the minimum
 * [hyperstaking 1.5, 3].
 */
export const members = (
  entries: Iterable<StakeEntry>,
  height: bigint,
  minimumStake: bigint,
): LotteryMember[] => {
  const list: LotteryMember[] = []
  for (const { keys, data } of entries) {
    const { amount } = data
    if (amount && height >= amount.eligibility && amount.value >= minimumStake) {
      list.push({ account: keys.account, weight: Number(amount.value) / Number(LUX_PER_DUSK) })
    }
  }
  return list
}

const totalOf = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0)

/** Picks an index in proportion to its weight. Plain loops: a network draws 130 times a block. */
const extract = (weights: Float64Array, total: number, random: Random): number => {
  let point = random() * total
  let last = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index]!
    if (weight === 0) continue
    last = index
    point -= weight
    if (point < 0) return index
  }
  return last
}

/** A block as indices of the members: who generates, and how many credits each casts. */
export interface IndexedDraw {
  generator: number
  credits: Uint8Array
}

/**
 * Draws blocks among the same members: each has a generator, and two committees without this
 * generator and without the one of the next iteration; each extraction lowers a member's weight by
 * one DUSK within its committee [hyperstaking 3]. `credits` of 128 are in the certificate. An
 * exclusion that would leave no one is not made. Null when no one takes part.
 */
export const createLottery = (
  list: readonly LotteryMember[],
  random: Random,
  credits = 128,
): (() => IndexedDraw) | null => {
  if (list.length === 0) return null
  const weights = Float64Array.from(list, ({ weight }) => weight)
  const total = totalOf(weights)
  const left = new Float64Array(list.length)
  return () => {
    const generator = extract(weights, total, random)
    const next = extract(weights, total, random)
    const cast = new Uint8Array(list.length)
    for (const size of [Math.ceil(credits / 2), Math.floor(credits / 2)]) {
      left.set(weights)
      let weight = total
      for (const [index, member] of [generator, next].entries()) {
        if (list.length < 2 + index) continue
        weight -= left[member]!
        left[member] = 0
      }
      for (let drawn = 0; drawn < size && weight > 0; drawn++) {
        const index = extract(left, weight, random)
        const lowered = Math.min(left[index]!, 1)
        left[index]! -= lowered
        weight -= lowered
        cast[index]!++
      }
    }
    return { generator, credits: cast }
  }
}

/** The credits of a draw by account. */
export const votersOf = (list: readonly LotteryMember[], { credits }: IndexedDraw): Voters =>
  list.flatMap(({ account }, index) =>
    credits[index]! > 0 ? [[account, BigInt(credits[index]!)] as const] : [],
  )

/** Draws one block (see `createLottery`); null when no one takes part. */
export const drawBlock = (
  list: readonly LotteryMember[],
  random: Random,
  credits = 128,
): Draw | null => {
  const drawn = createLottery(list, random, credits)?.()
  return drawn ? { generator: list[drawn.generator]!.account, voters: votersOf(list, drawn) } : null
}

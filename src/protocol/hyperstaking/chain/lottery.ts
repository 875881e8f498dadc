import type { Account } from '../core/ids.ts'
import { LUX_PER_DUSK } from '../core/units.ts'
import type { StakeEntry } from '../stake/contract.ts'
import type { Random } from './random.ts'
import type { Voters } from './rewards.ts'

/** A provisioner in the lottery: its weight is its active stake in DUSK (the draw is what is random; amounts stay exact elsewhere). */
export interface Member {
  account: Account
  weight: number
}

export interface Draw {
  generator: Account
  voters: Voters
}

/** Who takes part at `height`: eligible stakes whose active value is at least the minimum (facts 1.5, 3). */
export const members = (entries: Iterable<StakeEntry>, height: bigint, minimumStake: bigint): Member[] => {
  const list: Member[] = []
  for (const { keys, data } of entries) {
    const { amount } = data
    if (amount && height >= amount.eligibility && amount.value >= minimumStake) {
      list.push({ account: keys.account, weight: Number(amount.value) / Number(LUX_PER_DUSK) })
    }
  }
  return list
}

const totalOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)

const extract = (weights: readonly number[], total: number, random: Random): number => {
  let point = random() * total
  for (const [index, weight] of weights.entries()) {
    point -= weight
    if (point < 0) return index
  }
  return weights.findLastIndex((weight) => weight > 0)
}

/**
 * Draws one block: its generator, and two committees without the next generator; each extraction lowers a member's weight by one DUSK
 * within its committee (facts 3). `credits` of 128 are in the certificate. Null when nobody takes part.
 */
export const drawBlock = (list: readonly Member[], random: Random, credits = 128): Draw | null => {
  if (list.length === 0) return null
  const weights = list.map(({ weight }) => weight)
  const total = totalOf(weights)
  const generator = list[extract(weights, total, random)]!.account
  const next = extract(weights, total, random)
  const voting = list.length > 1 ? weights.with(next, 0) : weights
  const cast = new Map<number, bigint>()
  for (const size of [Math.ceil(credits / 2), Math.floor(credits / 2)]) {
    const left = [...voting]
    let weight = totalOf(left)
    for (let drawn = 0; drawn < size && weight > 0; drawn++) {
      const index = extract(left, weight, random)
      const lowered = Math.min(left[index]!, 1)
      left[index] = left[index]! - lowered
      weight -= lowered
      cast.set(index, (cast.get(index) ?? 0n) + 1n)
    }
  }
  return { generator, voters: [...cast].map(([index, count]) => [list[index]!.account, count] as const) }
}

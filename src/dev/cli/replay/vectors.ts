import * as v from 'valibot'
import { personalRatio, ratioVerdict } from '../../../protocol/dual-stacking/math/ratio.ts'
import {
  cyclePercentageRate,
  cyclesPerYear,
  reward,
  rewardCap,
  rewardsToDistribute,
} from '../../../protocol/dual-stacking/math/reward.ts'
import { MAX_U128 } from '../../../protocol/dual-stacking/math/u128.ts'
import { weight } from '../../../protocol/dual-stacking/math/weight.ts'
import { BadFile } from './bad-file.ts'
import { count, parse, uint } from './fields.ts'
import type { Line } from './lines.ts'

const every = { executed: v.optional(v.boolean()), cycle: count, note: v.optional(v.string()) }
const schemas = {
  weight: v.strictObject({
    type: v.literal('weight'),
    B: uint,
    S: uint,
    D: uint,
    M: uint,
    n: uint,
    whitelisted: v.boolean(),
    weight: uint,
    ...every,
  }),
  ratio: v.strictObject({
    type: v.literal('ratio'),
    n: count,
    maxPct: uint,
    totalSbtc: uint,
    totalStx: uint,
    rows: v.array(v.strictObject({ B: uint, S: uint })),
    lowest: v.nullable(uint),
    highest: v.nullable(uint),
    checks: v.array(
      v.strictObject({
        ratio: uint,
        below: uint,
        above: uint,
        result: v.picklist(['ok', 110, 111, 113]),
      }),
    ),
    ...every,
  }),
  rewards: v.strictObject({
    type: v.literal('rewards'),
    apr: uint,
    blocksPerYear: uint,
    blocksPerSnapshot: uint,
    n: uint,
    M: uint,
    cyclesPerYear: uint,
    cyclePercentageRate: uint,
    pool: uint,
    totalWeights: uint,
    rewardsToDistribute: uint,
    weights: v.array(uint),
    rewards: v.array(uint),
    ...every,
  }),
}
export type WeightVector = v.InferOutput<typeof schemas.weight>
export type RatioVector = v.InferOutput<typeof schemas.ratio>
export type RewardsVector = v.InferOutput<typeof schemas.rewards>
export type Vector = WeightVector | RatioVector | RewardsVector

/** Parses one line of vectors; throws `BadFile` for an unknown type, field or value. */
export function parseVector({ number, json }: Line): Vector {
  const { type } = json
  if (typeof type !== 'string' || !Object.hasOwn(schemas, type))
    throw new BadFile(number, `unknown vector type ${JSON.stringify(type ?? null)}`)
  return parse(schemas[type as keyof typeof schemas], json, number)
}

/** Recomputes a vector with the maths functions and answers what differs. */
export function checkVector(vector: Vector): string[] {
  if (vector.type === 'weight') return checkWeight(vector)
  return vector.type === 'ratio' ? checkRatio(vector) : checkRewards(vector)
}

function checkWeight(vector: WeightVector): string[] {
  const computed = weight({
    sats: vector.B,
    microStx: vector.S,
    goldenRatio: vector.D,
    multiplier: vector.M,
    snapshots: vector.n,
    whitelisted: vector.whitelisted,
  })
  return differing('weight', vector.weight, computed)
}

function checkRatio(vector: RatioVector): string[] {
  const { rows, maxPct, totalSbtc, totalStx, lowest, highest } = vector
  const holders = rows.flatMap(({ B, S }) => {
    const ratio = personalRatio(S, B)
    return ratio === undefined ? [] : [{ ratio, sats: B }]
  })
  const sum = (test: (ratio: bigint) => boolean): bigint =>
    holders.reduce((total, { ratio, sats }) => (test(ratio) ? total + sats : total), 0n)
  const verdict = (proposal: bigint) =>
    ratioVerdict({
      proposal,
      totalSats: totalSbtc,
      totalMicroStx: totalStx,
      satsAbove: sum((ratio) => ratio > proposal),
      satsEqual: sum((ratio) => ratio === proposal),
      maxPercentage: maxPct,
    })
  const end = (label: string, ratio: bigint, ok: boolean): string[] =>
    ratio < 0n || ratio > MAX_U128 || (verdict(ratio) === 'ok') === ok
      ? []
      : [`ratio: ${label} ${ratio} ${ok ? 'is refused' : 'passes'} with ${verdict(ratio)}`]
  return [
    ...differing(
      'ratio, totalSbtc',
      totalSbtc,
      sum(() => true),
    ),
    ...differing(
      'ratio, totalStx',
      totalStx,
      rows.reduce((total, { S }) => total + S, 0n),
    ),
    ...vector.checks.flatMap((check) => [
      ...differing(
        `ratio ${check.ratio}, below`,
        check.below,
        sum((ratio) => ratio < check.ratio),
      ),
      ...differing(
        `ratio ${check.ratio}, above`,
        check.above,
        sum((ratio) => ratio > check.ratio),
      ),
      ...differing(`ratio ${check.ratio}, result`, check.result, verdict(check.ratio)),
    ]),
    ...(lowest === null
      ? []
      : [...end('lowest', lowest, true), ...end('the neighbour below lowest', lowest - 1n, false)]),
    ...(highest === null
      ? []
      : [
          ...end('highest', highest, true),
          ...end('the neighbour above highest', highest + 1n, false),
        ]),
  ]
}

function checkRewards(vector: RewardsVector): string[] {
  const cycles = cyclesPerYear(vector.blocksPerYear, vector.blocksPerSnapshot, vector.n)
  const rate = cyclePercentageRate(vector.apr, vector.cyclesPerYear)
  const total = vector.weights.reduce((sum, each) => sum + each, 0n)
  const amount = rewardsToDistribute(
    vector.pool,
    rewardCap(vector.cyclePercentageRate, vector.totalWeights, vector.M),
  )
  return [
    ...differing('rewards, cyclesPerYear', vector.cyclesPerYear, cycles),
    ...differing('rewards, cyclePercentageRate', vector.cyclePercentageRate, rate),
    ...differing('rewards, totalWeights', vector.totalWeights, total),
    ...differing('rewards, rewardsToDistribute', vector.rewardsToDistribute, amount),
    ...differing('rewards, number of rewards', vector.weights.length, vector.rewards.length),
    ...vector.weights.flatMap((each, index) =>
      differing(
        `rewards[${index}]`,
        vector.rewards[index] ?? 'nothing',
        reward(each, vector.rewardsToDistribute, vector.totalWeights),
      ),
    ),
  ]
}

/** One sentence when the two differ. */
export const differing = (
  label: string,
  expected: bigint | number | string,
  actual: bigint | number | string,
): string[] => (expected === actual ? [] : [`${label}: expected ${expected}, got ${actual}`])

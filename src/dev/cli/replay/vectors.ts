import * as v from 'valibot'
import { MAX_U128 } from '../../../protocol/clarity/u128.ts'
import { personalRatio, ratioVerdict } from '../../../protocol/dual-stacking/math/ratio.ts'
import {
  cyclePercentageRate,
  cyclesPerYear,
  reward,
  rewardCap,
  rewardsToDistribute,
} from '../../../protocol/dual-stacking/math/reward.ts'
import { weight } from '../../../protocol/dual-stacking/math/weight.ts'
import { BadFile } from './bad-file.ts'
import { traceCountField, parseFields, uintField } from './fields.ts'
import type { Line } from './lines.ts'

const every = {
  executed: v.optional(v.boolean()),
  cycle: traceCountField,
  note: v.optional(v.string()),
}
const schemas = {
  weight: v.strictObject({
    type: v.literal('weight'),
    B: uintField,
    S: uintField,
    D: uintField,
    M: uintField,
    n: uintField,
    whitelisted: v.boolean(),
    weight: uintField,
    ...every,
  }),
  ratio: v.strictObject({
    type: v.literal('ratio'),
    n: traceCountField,
    maxPct: uintField,
    totalSbtc: uintField,
    totalStx: uintField,
    rows: v.array(v.strictObject({ B: uintField, S: uintField })),
    lowest: v.nullable(uintField),
    highest: v.nullable(uintField),
    checks: v.array(
      v.strictObject({
        ratio: uintField,
        below: uintField,
        above: uintField,
        result: v.picklist(['ok', 110, 111, 113]),
      }),
    ),
    ...every,
  }),
  rewards: v.strictObject({
    type: v.literal('rewards'),
    apr: uintField,
    blocksPerYear: uintField,
    blocksPerSnapshot: uintField,
    n: uintField,
    M: uintField,
    cyclesPerYear: uintField,
    cyclePercentageRate: uintField,
    pool: uintField,
    totalWeights: uintField,
    rewardsToDistribute: uintField,
    weights: v.array(uintField),
    rewards: v.array(uintField),
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
  return parseFields(schemas[type as keyof typeof schemas], json, number)
}

/** Recomputes a vector with the maths functions and returns the differences. */
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
  return differenceText('weight', vector.weight, computed)
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
    ...differenceText(
      'ratio, totalSbtc',
      totalSbtc,
      sum(() => true),
    ),
    ...differenceText(
      'ratio, totalStx',
      totalStx,
      rows.reduce((total, { S }) => total + S, 0n),
    ),
    ...vector.checks.flatMap((check) => [
      ...differenceText(
        `ratio ${check.ratio}, below`,
        check.below,
        sum((ratio) => ratio < check.ratio),
      ),
      ...differenceText(
        `ratio ${check.ratio}, above`,
        check.above,
        sum((ratio) => ratio > check.ratio),
      ),
      ...differenceText(`ratio ${check.ratio}, result`, check.result, verdict(check.ratio)),
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
    ...differenceText('rewards, cyclesPerYear', vector.cyclesPerYear, cycles),
    ...differenceText('rewards, cyclePercentageRate', vector.cyclePercentageRate, rate),
    ...differenceText('rewards, totalWeights', vector.totalWeights, total),
    ...differenceText('rewards, rewardsToDistribute', vector.rewardsToDistribute, amount),
    ...differenceText('rewards, number of rewards', vector.weights.length, vector.rewards.length),
    ...vector.weights.flatMap((each, index) =>
      differenceText(
        `rewards[${index}]`,
        vector.rewards[index] ?? 'nothing',
        reward(each, vector.rewardsToDistribute, vector.totalWeights),
      ),
    ),
  ]
}

/** One sentence when the two differ. */
export const differenceText = (
  label: string,
  expected: bigint | number | string,
  actual: bigint | number | string,
): string[] => (expected === actual ? [] : [`${label}: expected ${expected}, got ${actual}`])

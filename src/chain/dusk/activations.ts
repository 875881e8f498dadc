import * as v from 'valibot'
import type { ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../protocol/hyperstaking/core/units.ts'
import { type Known, known, unknown } from '../known.ts'
import { u64Json } from './answers.ts'

/** When a feature of a node is on: heights from and to, both included. */
export type Ranges = ReadonlyArray<readonly [from: bigint, to: bigint]>

/** A height from which on it is on, or pairs of heights; the largest u64 as a height is never. */
const activation = v.union([u64Json, v.array(v.tuple([u64Json, u64Json]))])

const rangesOf = (value: unknown): Ranges | null => {
  const parsed = v.safeParse(activation, value)
  if (!parsed.success) return null
  const { output } = parsed
  if (typeof output !== 'bigint') return output
  return output === U64_MAX ? [] : [[output, U64_MAX]]
}

const isOn = (ranges: Ranges, height: bigint): boolean =>
  ranges.some(([from, to]) => from <= height && height <= to)

/** A node's features and when they are on, in any of the forms that nodes write. */
export type Features = Readonly<Record<string, unknown>>
const find = (features: Features, name: string): Ranges | null => {
  const entry = Object.entries(features).find(([key]) => key.toLowerCase() === name.toLowerCase())
  return entry ? rangesOf(entry[1]) : []
}

/** When a single contract is closed; null for a form that is not known. */
export const shadeRanges = (features: Features, contract: ContractId): Ranges | null =>
  find(features, `shade_${contract}`)

/**
 * When a contract cannot be called, nor left: with all others but the genesis ones, or alone
 * [hyperstaking 4.3, 5.3]. Null for a form that is not known. Features that are not named are off.
 */
export const closedRanges = (features: Features, contract?: ContractId): Ranges | null => {
  const all = find(features, 'DISABLE_3RD_PARTY')
  const shade = contract === undefined ? [] : shadeRanges(features, contract)
  return all && shade && [...all, ...shade]
}

/** Whether calls are open at a height; of one contract when it is named. */
export const areCallsOpen = (
  features: Features,
  height: bigint,
  contract?: ContractId,
): Known<boolean> => {
  const ranges = closedRanges(features, contract)
  return ranges ? known(!isOn(ranges, height)) : unknown('bad-answer')
}

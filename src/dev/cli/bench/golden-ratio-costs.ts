import {
  microStxOf,
  satsOf,
  setRow,
  type RatioColumns,
} from '../../../protocol/dual-stacking/golden-ratio/columns.ts'
import { GoldenRatioFinder } from '../../../protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import { measureTogether } from './measure.ts'
import { participants } from './participants.ts'

export const MILLION = 1_000_000

/** A million participants, a few of them beyond 2^53, so that the exact path is measured too. */
export function manyColumns(): RatioColumns {
  const columns = participants(MILLION)
  for (let row = 0; row < 5; row++)
    setRow(columns, row * 199_999, (1n << 54n) + 1n, (1n << 62n) + 1n)
  return columns
}

/** A participant as a plain program would hold it. */
export interface PlainParticipant {
  sats: bigint
  ratio: bigint
}

export const plainly = (columns: RatioColumns): PlainParticipant[] =>
  Array.from({ length: columns.sats.length }, (_, row) => ({
    sats: satsOf(columns, row),
    ratio: (microStxOf(columns, row) * 100_000_000n) / satsOf(columns, row),
  }))

/**
 * Milliseconds of processor time for the golden ratio by columns, for one pass that adds up the
 * columns, and for sorting objects; throws when the first and the last differ.
 */
export function goldenRatioCosts(
  columns: RatioColumns,
  objects: readonly PlainParticipant[],
  runs: number,
): { find: number; add: number; sort: number } {
  const exact = new GoldenRatioFinder(columns).find().propose
  const plain = sorted(objects)
  if (exact !== plain) throw new Error(`The golden ratio differs from sorting: ${exact}, ${plain}.`)
  const [find, add] = measureTogether(
    [() => new GoldenRatioFinder(columns).find(), () => addUp(columns)],
    { runs },
  ) as [number, number]
  const [sort] = measureTogether([() => sorted(objects)], {
    runs: Math.ceil(runs / 8),
    warmUp: 0,
  }) as [number]
  return { find, add, sort }
}

function addUp({ sats, microStx }: RatioColumns): number {
  let sum = 0
  let other = 0
  for (let row = 0; row < sats.length; row++) {
    sum += sats[row]!
    other += microStx[row]!
  }
  return sum + other
}

/** The naive way: sort by ratio, add up from the top to 5 %. */
export function sorted(objects: readonly PlainParticipant[]): bigint | undefined {
  const order = objects.toSorted((a, b) => Number(b.ratio > a.ratio) - Number(b.ratio < a.ratio))
  const limit = (500n * objects.reduce((sum, { sats }) => sum + sats, 0n)) / 100n
  let reached = 0n
  return order.find(({ sats }) => 100n * (reached += sats) >= limit)?.ratio
}

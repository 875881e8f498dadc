import { microStxOf, satsOf, setRow } from '../../../protocol/dual-stacking/golden-ratio/columns.ts'
import type { RatioColumns } from '../../../protocol/dual-stacking/golden-ratio/columns.ts'
import { GoldenRatioFinder } from '../../../protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import { measure, measureTogether } from '../measure.ts'
import { participants } from '../participants.ts'
import type { Row } from '../row.ts'

const MILLION = 1_000_000

/** The golden ratio of a million participants beside sorting them and beside one pass of additions, in one run. */
export function rows(): Row[] {
  const columns = participants(MILLION)
  // A few holders beyond 2^53, so that the exact path is part of what is measured.
  for (let row = 0; row < 5; row++) setRow(columns, row * 199_999, (1n << 54n) + 1n, (1n << 62n) + 1n)
  const objects = Array.from({ length: MILLION }, (_, row) => ({ sats: satsOf(columns, row), ratio: microStxOf(columns, row) * 100_000_000n / satsOf(columns, row) }))
  const search = () => new GoldenRatioFinder(columns).find()
  const [find, add] = measureTogether([search, () => addUp(columns)], { runs: 25 }) as [number, number]
  const [sort] = measureTogether([() => sorted(objects)], { runs: 3, warmUp: 1 }) as [number]
  const exact = new GoldenRatioFinder(columns).find().propose
  if (exact !== sorted(objects)) throw new Error(`The golden ratio differs from sorting: ${exact}.`)

  const finder = new GoldenRatioFinder(columns)
  finder.find()
  let row = 0
  const change = measure(() => {
    row = (row + 7919) % MILLION
    finder.change(row, satsOf(columns, row) + 1n, microStxOf(columns, row))
    return finder.find()
  }, { runs: 2001, warmUp: 200 })

  const few = participants(10_000)
  const held = Object.values(columns as unknown as Record<string, Float64Array>).reduce((bytes, column) => bytes + column.byteLength, 0)
  return [
    { what: 'golden ratio of 1,000,000 participants', median: measure(search), unit: 'ms', comparedWith: `processor time ${find.toFixed(2)} ms, sorting objects ${sort.toFixed(0)} ms, adding up the columns ${add.toFixed(2)} ms` },
    { what: '… times faster than sorting objects with bigint ratios', median: sort / find, unit: '×', atLeast: 50 },
    { what: '… times one pass that adds up the Float64 columns', median: find / add, unit: '×', atMost: 10 },
    { what: '… memory held: columns (with rests beyond 2^53)', median: held / 2 ** 20, unit: 'MB' },
    { what: '… after changing one participant', median: change, unit: 'ms', atMost: 0.1 },
    { what: 'golden ratio of 10,000 participants', median: measure(() => new GoldenRatioFinder(few).find(), { runs: 51 }), unit: 'ms', atMost: 2 },
  ]
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

/** The plain way: sort by ratio, add up from the top to 5 %. */
function sorted(objects: readonly { sats: bigint; ratio: bigint }[]): bigint | undefined {
  const order = objects.toSorted((a, b) => (a.ratio > b.ratio ? -1 : a.ratio < b.ratio ? 1 : 0))
  const limit = 500n * objects.reduce((sum, { sats }) => sum + sats, 0n) / 100n
  let reached = 0n
  return order.find(({ sats }) => 100n * (reached += sats) >= limit)?.ratio
}

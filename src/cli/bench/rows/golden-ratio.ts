import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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
  const heapBefore = heapUsed()
  const objects = Array.from({ length: MILLION }, (_, row) => ({ sats: satsOf(columns, row), ratio: microStxOf(columns, row) * 100_000_000n / satsOf(columns, row) }))
  const objectBytes = heapUsed() - heapBefore
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

  const held = Object.values(columns as unknown as Record<string, Float64Array>).reduce((bytes, column) => bytes + column.byteLength, 0)
  const anew = `the search over all of them: ${find.toFixed(1)} ms`

  const few = participants(10_000)
  const fewObjects = objects.slice(0, 10_000)
  return [
    { what: 'of 1,000,000 participants, exact', median: find, unit: 'ms', comparedWith: `sorting objects: ${sort.toFixed(0)} ms; adding up two Float64 columns: ${add.toFixed(1)} ms` },
    { what: '… times faster than sorting objects with bigint ratios', median: sort / find, unit: '×', atLeast: 50, comparedWith: `${sort.toFixed(0)} ms of processor time to ${find.toFixed(1)} ms` },
    { what: '… times one pass that adds up the columns', median: find / add, unit: '×', atMost: 10, comparedWith: `${add.toFixed(1)} ms of processor time to ${find.toFixed(1)} ms` },
    { what: '… memory of the columns, with rests beyond 2^53', median: held / 1e6, unit: 'MB', comparedWith: `the objects: ${(objectBytes / 1e6).toFixed(0)} MB` },
    { what: '… after changing one participant', median: change, unit: 'ms', atMost: 0.1, comparedWith: anew },
    { what: 'of 10,000 participants', median: measure(() => new GoldenRatioFinder(few).find(), { runs: 51 }), unit: 'ms', atMost: 2, comparedWith: `sorting as many objects: ${measure(() => sorted(fewObjects), { runs: 21 }).toFixed(1)} ms` },
  ]
}

/** Bytes on the heap after everything that nobody needs has left it. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
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

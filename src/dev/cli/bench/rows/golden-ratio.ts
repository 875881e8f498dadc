import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { microStxOf, satsOf } from '../../../../protocol/dual-stacking/golden-ratio/columns.ts'
import { GoldenRatioFinder } from '../../../../protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import { goldenRatioCosts, manyColumns, MILLION, plainly, sorted } from '../golden-ratio-costs.ts'
import { measure } from '../measure.ts'
import { participants } from '../participants.ts'
import type { Row } from '../row.ts'

/**
 * The golden ratio of a million participants, compared with sorting them and with one pass of
 * additions, in one run.
 */
export function rows(): Row[] {
  const columns = manyColumns()
  const before = heapUsed()
  const objects = plainly(columns)
  const objectBytes = heapUsed() - before
  const { find, add, sort } = goldenRatioCosts(columns, objects, 25)

  const finder = new GoldenRatioFinder(columns)
  finder.find()
  let row = 0
  const change = measure(
    () => {
      row = (row + 7919) % MILLION
      finder.change(row, satsOf(columns, row) + 1n, microStxOf(columns, row))
      return finder.find()
    },
    { runs: 2001, warmUp: 200 },
  )

  const held = Object.values(columns as unknown as Record<string, Float64Array>).reduce(
    (bytes, column) => bytes + column.byteLength,
    0,
  )
  const few = participants(10_000)
  const fewObjects = objects.slice(0, 10_000)
  return [
    {
      what: 'of 1,000,000 participants, exact',
      median: find,
      unit: 'ms',
      comparedWith: `sorting objects: ${sort.toFixed(0)} ms; adding up two Float64 columns: ${add.toFixed(1)} ms`,
    },
    {
      what: '… times faster than sorting objects with bigint ratios',
      median: sort / find,
      unit: '×',
      atLeast: 50,
      comparedWith: `${sort.toFixed(0)} ms of processor time to ${find.toFixed(1)} ms`,
    },
    {
      what: '… times one pass that adds up the columns',
      median: find / add,
      unit: '×',
      atMost: 10,
      comparedWith: `${add.toFixed(1)} ms of processor time to ${find.toFixed(1)} ms`,
    },
    {
      what: '… memory of the columns, with rests beyond 2^53',
      median: held / 1e6,
      unit: 'MB',
      comparedWith: `the objects: ${(objectBytes / 1e6).toFixed(0)} MB`,
    },
    {
      what: '… after changing one participant',
      median: change,
      unit: 'ms',
      atMost: 0.1,
      comparedWith: `the search over all of them: ${find.toFixed(1)} ms`,
    },
    {
      what: 'of 10,000 participants',
      median: measure(() => new GoldenRatioFinder(few).find(), { runs: 51 }),
      unit: 'ms',
      atMost: 2,
      comparedWith: `sorting as many objects: ${measure(() => sorted(fewObjects), { runs: 21 }).toFixed(1)} ms`,
    },
  ]
}

/** Bytes on the heap after a garbage collection. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

import {
  project,
  type ProjectionRequest,
} from '../../../../protocol/dual-stacking/projection/project.ts'
import { createAnswerer } from '../../../../worker/answer.ts'
import { measure } from '../measure.ts'
import type { Row } from '../row.ts'

const POINTS = 200
const request: ProjectionRequest = {
  parameters: {
    family: 'v1',
    snapshotsPerCycle: 14n,
    blocksPerSnapshot: 150n,
    multiplier: 9n,
    goldenRatio: { ratio: 184_200_000_000n, cycle: 6 },
    apr: 5_000_000n,
    blocksPerYear: 52_500n,
    poolSats: 60_000_000n,
    totalWeights: { weights: 200_000_000_000n, cycle: 6, ofHolder: 0n },
  },
  holdings: { sats: 11_520_000n, microStx: 5_103_000_000n },
  whatIf: { microStx: 8_000_000_000n },
  curvePoints: POINTS,
}

/** A projection as the worker makes it: message cloned, checked, computed, answer cloned. */
export function rows(): Row[] {
  const answer = createAnswerer()
  const once = (): unknown =>
    structuredClone(answer(structuredClone({ id: 1, kind: 'project', request })))
  const first = measure(once, { runs: 1, warmUp: 0 })
  const curve = measure(once, { runs: 101, warmUp: 20 })
  const plain = { ...request, curvePoints: 0 }
  const onePoint = (point: number) =>
    project({ ...plain, whatIf: { microStx: BigInt(point) * 100_000_000n } })
  const oneByOne = measure(() => Array.from({ length: POINTS }, (_, point) => onePoint(point)), {
    runs: 21,
  })
  const single = measure(() => project(plain), { runs: 101, warmUp: 20 })
  const result = project(plain)
  const wayAndBack = measure(() => [structuredClone(plain), structuredClone(result)], {
    runs: 101,
    warmUp: 20,
  })
  return [
    {
      what: `projection with a ${POINTS}-point curve`,
      median: curve,
      unit: 'ms',
      atMost: 5,
      comparedWith: `as many projections one by one: ${oneByOne.toFixed(1)} ms`,
    },
    {
      what: '… the very first one, before anything is optimized',
      median: first,
      unit: 'ms',
      comparedWith: 'one frame of the display: 16.7 ms',
    },
    {
      what: 'projection without curve, where a page forbids workers',
      median: single,
      unit: 'ms',
      atMost: 1,
      comparedWith: `copying question and answer to a worker and back alone: ${wayAndBack.toFixed(3)} ms`,
    },
  ]
}

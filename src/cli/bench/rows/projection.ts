import { project } from '../../../protocol/dual-stacking/projection/project.ts'
import type { ProjectionRequest } from '../../../protocol/dual-stacking/projection/project.ts'
import { createAnswerer } from '../../../worker/answer.ts'
import { measure } from '../measure.ts'
import type { Row } from '../row.ts'

const request: ProjectionRequest = {
  parameters: {
    family: 'v1', snapshotsPerCycle: 14n, blocksPerSnapshot: 150n, multiplier: 9n, goldenRatio: { ratio: 184_200_000_000n, cycle: 6 },
    apr: 5_000_000n, blocksPerYear: 52_500n, poolSats: 60_000_000n, totalWeights: { weights: 200_000_000_000n, cycle: 6, ofHolder: 0n },
  },
  holdings: { sats: 11_520_000n, microStx: 5_103_000_000n },
  whatIf: { microStx: 8_000_000_000n },
  curvePoints: 200,
}

/** A projection as the worker makes it: message cloned, checked, computed, answer cloned. */
export function rows(): Row[] {
  const answer = createAnswerer()
  const once = (): unknown => structuredClone(answer(structuredClone({ id: 1, kind: 'project', request })))
  const first = measure(once, { runs: 1, warmUp: 0 })
  return [
    { what: 'projection with a 200-point curve in the worker', median: measure(once, { runs: 101, warmUp: 20 }), unit: 'ms', atMost: 5, comparedWith: `its very first run ${first.toFixed(1)} ms` },
    { what: 'projection without curve, main thread', median: measure(() => project({ ...request, curvePoints: 0 }), { runs: 101, warmUp: 20 }), unit: 'ms', atMost: 1 },
  ]
}

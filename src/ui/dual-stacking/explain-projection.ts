import { rewardUnknownReason } from '../../app/dual-stacking/projection-request.ts'
import type { UnknownReason } from '../../chain/known.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { CycleOutcome } from '../../protocol/dual-stacking/projection/cycle-outcome.ts'
import type {
  Projection,
  ProjectionRequest,
} from '../../protocol/dual-stacking/projection/project.ts'

/** What explanations need: a projection, and the network values that it was computed from. */
export interface Explanation {
  projection: Projection
  /**
   * The basis of the next payment: the running cycle where its sums are known, otherwise a whole
   * cycle.
   */
  payment: CycleOutcome
  golden: ProjectionRequest['parameters']['goldenRatio']
  weightsOf: number | null
  poolSats: bigint | null
  /** Why a reward is unknown; null when it is known. */
  unknown: UnknownReason
}

export const explainProjection = (
  projection: Projection,
  network: NetworkReading,
  golden: Explanation['golden'],
): Explanation => ({
  projection,
  payment: projection.thisCycle ?? projection.cycle,
  golden,
  weightsOf: network.totalWeights.known ? network.totalWeights.value.cycle : null,
  poolSats: network.poolSats.known ? network.poolSats.value : null,
  unknown: rewardUnknownReason(network),
})

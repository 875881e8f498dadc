import { rewardUnknownReason } from '../../app/dual-stacking/projection-request.ts'
import type { UnknownReason } from '../../chain/known.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { CycleOutcome } from '../../protocol/dual-stacking/projection/cycle-outcome.ts'
import type {
  Projection,
  ProjectionRequest,
} from '../../protocol/dual-stacking/projection/project.ts'

/** What answers are made of: a projection, and the network's values that went into it. */
export interface Explanation {
  projection: Projection
  /**
   * What the next payment is calculated from: the running cycle where its sums are known, else a
   * whole one.
   */
  payment: CycleOutcome
  golden: ProjectionRequest['parameters']['goldenRatio']
  weightsOf: number | null
  poolSats: bigint | null
  /** Why a reward is unknown, if it is. */
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

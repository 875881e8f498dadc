import { useMemo } from 'preact/hooks'
import {
  projectionRequest,
  thoughtRequest,
  type WhatIf,
} from '../../app/dual-stacking/projection.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import type {
  Projection,
  ProjectionRequest,
} from '../../protocol/dual-stacking/projection/project.ts'
import { useProjection, type Project } from './use-projection.ts'

export type ProjectFigures = Project<ProjectionRequest, Projection>

/**
 * What stands, and what the thought would change; null where nothing can be computed, or not yet.
 */
export function useFigures(
  project: ProjectFigures,
  network: NetworkReading | null,
  reading: AccountReading | null,
  whatIf: WhatIf,
) {
  const request = useMemo(
    () => (network && reading ? projectionRequest(network, reading) : null),
    [network, reading],
  )
  const now = useProjection(project, request)
  const { sats, microStx, goldenRatio } = whatIf
  const changed = sats !== undefined || microStx !== undefined || goldenRatio !== undefined
  const ownWeight = now.result?.cycle.weight
  const thinking = useMemo(
    () =>
      request && changed && ownWeight !== undefined
        ? thoughtRequest(request, { sats, microStx, goldenRatio }, ownWeight)
        : null,
    [request, sats, microStx, goldenRatio, ownWeight],
  )
  const thought = useProjection(project, thinking)
  return { figures: now.result, thought: thought.result, failed: now.failed || thought.failed }
}

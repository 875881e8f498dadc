import { useMemo } from 'preact/hooks'
import {
  buildProjectionRequest,
  whatIfRequest,
  type WhatIfInput,
} from '../../app/dual-stacking/projection-request.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import type {
  Projection,
  ProjectionRequest,
} from '../../protocol/dual-stacking/projection/project.ts'
import { useProjection, type Project } from './use-projection.ts'

export type ProjectFigures = Project<ProjectionRequest, Projection>

/** The present figures and the what-if's; null where nothing can be computed, or not yet. */
export function useFigures(
  project: ProjectFigures,
  network: NetworkReading | null,
  reading: AccountReading | null,
  input: WhatIfInput,
) {
  const request = useMemo(
    () => (network && reading ? buildProjectionRequest(network, reading) : null),
    [network, reading],
  )
  const now = useProjection(project, request)
  const { sats, microStx, goldenRatio } = input
  const changed = sats !== undefined || microStx !== undefined || goldenRatio !== undefined
  const ownWeight = now.result?.cycle.weight
  const changedRequest = useMemo(
    () =>
      request && changed && ownWeight !== undefined
        ? whatIfRequest(request, { sats, microStx, goldenRatio }, ownWeight)
        : null,
    [request, sats, microStx, goldenRatio, ownWeight],
  )
  const whatIf = useProjection(project, changedRequest)
  return { figures: now.result, whatIf: whatIf.result, failed: now.failed || whatIf.failed }
}

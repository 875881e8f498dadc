import { createProjectionClient } from '../../worker/client.ts'
import type { ProjectionClient } from '../../worker/client.ts'
import type { ProjectFigures } from '../../ui/stores/use-figures.ts'

let client: ProjectionClient | undefined

/** Projections in a worker, which is started with the first one. */
export const project: ProjectFigures = (request, signal) => {
  client ??= createProjectionClient(() => new Worker(new URL('../../worker/worker.ts', import.meta.url), { type: 'module' }))
  return client.project(request, { signal })
}

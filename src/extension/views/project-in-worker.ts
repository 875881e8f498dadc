import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import { poolProjectionSeed } from '../../app/hyperstaking/pool-projection-seed.ts'
import type { ProjectFigures } from '../../ui/hooks/use-figures.ts'
import { createProjectionClient, type ProjectionClient } from '../../worker/client.ts'

let client: ProjectionClient | undefined

/** Projections in a worker, which is started with the first one. */
export const projectInWorker: ProjectFigures = (request, signal) => {
  return worker().project(request, { signal })
}

/** A pool's projection in the same worker. */
export const projectPoolInWorker: DuskCommands['project'] = (input, signal) =>
  worker().projectPool(input, poolProjectionSeed, { signal })

/** A stake's projection in the same worker. */
export const projectStakingInWorker: StakingCommands['project'] = (question, signal) =>
  worker().projectStaking(question, { signal })

function worker(): ProjectionClient {
  client ??= createProjectionClient(
    () => new Worker(new URL('../../worker/worker.ts', import.meta.url), { type: 'module' }),
  )
  return client
}

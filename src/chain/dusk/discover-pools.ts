import { hubAnswer } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment, PoolDeployment } from './deployments.ts'

export type Discovery = {
  pools: PoolDeployment[]
  /**
   * Where Sozu's pool was found: its hub on the chain, or the published id when the hub does not
   * answer; null without one.
   */
  source: 'hub' | 'published' | null
  /** Whether the hub names another pool than the published one. */
  moved: boolean
}

/** The pools of a network, Sozu's by its hub. */
export const discoverPools = async (
  client: DuskClient,
  { sozu, pools }: DuskDeployment,
): Promise<Discovery> => {
  if (!sozu) return { pools: [...pools], source: null, moved: false }
  const found = await client.read(sozu.hub, 'contract', 'pool', hubAnswer)
  if (!found.ok || found.value === null)
    return { pools: [...pools], source: 'published', moved: false }
  const current = found.value
  return {
    pools: pools.map((pool) => (pool.kind === 'sozu' ? { ...pool, id: current } : pool)),
    source: 'hub',
    moved: current !== sozu.pool,
  }
}

import { hubAnswer } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment, PoolDeployment } from './deployments.ts'

/**
 * The pools of a network, under their published ids. What Sozu's hub answers through the node can
 * mark its pool as moved, which stops deposits; it never names the contract that money goes to.
 */
export const discoverPools = async (
  client: DuskClient,
  { sozu, pools }: DuskDeployment,
): Promise<PoolDeployment[]> => {
  if (!sozu) return [...pools]
  const named = await client.read(sozu.hub, 'contract', 'pool', hubAnswer)
  const moved = named.ok && named.value !== null && named.value !== sozu.pool
  return pools.map((pool) => (moved && pool.id === sozu.pool ? { ...pool, moved } : pool))
}

import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import type { DuskClient } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
import { poolPosition } from './pool-state.ts'
import { readSozuBalance } from './read-sozu-pool.ts'

/**
 * What an account holds of a pool: its shares, or LUX where a pool does not tell them; null: not
 * known. One request.
 */
export async function readPoolHolding(
  client: DuskClient,
  pool: PoolDeployment,
  account: Account,
): Promise<bigint | null> {
  if (pool.kind === 'sozu') {
    const balance = await readSozuBalance(client, pool, account)
    return balance.ok ? balance.value : null
  }
  const position = await client.read(pool.id, 'position', account, poolPosition)
  return position.ok ? position.value.shares : null
}

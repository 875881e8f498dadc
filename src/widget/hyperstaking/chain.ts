import { checkModel } from '../../chain/dusk/check-model.ts'
import { createDuskClient, type DuskClient } from '../../chain/dusk/client.ts'
import {
  duskDeployments,
  type DuskDeployment,
  type PoolDeployment,
} from '../../chain/dusk/deployments.ts'
import { discoverPools } from '../../chain/dusk/discover-pools.ts'
import { prospectOf } from '../../chain/dusk/prospect.ts'
import { readContractCallsOpen } from '../../chain/dusk/read-contract-calls-open.ts'
import { readPool, withProvisioners } from '../../chain/dusk/read-pool.ts'
import type { Known } from '../../chain/known.ts'
import { MODEL_CONFIG } from '../../protocol/hyperstaking/chain/model.ts'
import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import type { PoolFigures } from './figures.ts'

/** Which pool a page is about; null: the network's first, its public node, no account. */
export interface PoolSource {
  network: string
  nodeUrl: string | null
  pool: string | null
  account: string | null
}

type Unreadable = { ok: false; code: 'network' | 'no-pool' | 'account' }

const clients = new Map<string, DuskClient>()

/**
 * The network of a place, with the page's own node where it gives one; null: there is no network of
 * this name.
 */
export function findDuskNetwork({ network, nodeUrl }: Pick<PoolSource, 'network' | 'nodeUrl'>): {
  deployment: DuskDeployment
  client: DuskClient
} | null {
  const deployment = duskDeployments.find((row) => row.network === network)
  if (!deployment) return null
  const bases = nodeUrl ? [nodeUrl.replace(/\/+$/, '')] : deployment.bases
  // One client per host, shared by all widgets of a page.
  const key = bases.join(' ')
  const client = clients.get(key) ?? createDuskClient({ bases })
  clients.set(key, client)
  return { deployment, client }
}

/** The pool that a page names by id or name, or the network's first. */
export async function findPool(
  client: DuskClient,
  deployment: DuskDeployment,
  named: string | null,
): Promise<PoolDeployment | undefined> {
  const pools = await discoverPools(client, deployment)
  return named === null
    ? pools[0]
    : pools.find(
        ({ id, name }) => id === named.toLowerCase() || name.toLowerCase() === named.toLowerCase(),
      )
}

const valueOf = <T>(value: Known<T>): T | null => (value.known ? value.value : null)

type Fraction = { numerator: bigint; denominator: bigint }

/**
 * Reads a pool, an account's part of it, and what a projection needs; `rate`: LUX per share, null:
 * not known.
 */
export async function readPoolFigures(
  place: PoolSource,
): Promise<{ ok: true; figures: PoolFigures; id: string; rate: Fraction | null } | Unreadable> {
  const found = findDuskNetwork(place)
  if (!found) return { ok: false, code: 'no-pool' }
  if (place.account !== null && !isAccount(place.account)) return { ok: false, code: 'account' }
  const { client, deployment } = found
  const tip = await client.tip()
  if (!tip.ok) return { ok: false, code: 'network' }
  const { height } = tip.value
  const pool = await findPool(client, deployment, place.pool)
  if (!pool) return { ok: false, code: 'no-pool' }
  const [read, list, model, callsOpen] = await Promise.all([
    readPool(client, pool, place.account),
    client.provisioners(),
    checkModel(client, deployment),
    readContractCallsOpen(client, height, pool.id),
  ])
  const minimumStake = model.known ? model.value.minimumStake : MODEL_CONFIG.minimumStake
  const whole = list.ok ? withProvisioners(read, list.value, height, minimumStake) : read
  const rate = valueOf(whole.rate)
  return {
    ok: true,
    id: pool.id,
    rate: rate && rate.denominator > 0n ? rate : null,
    figures: {
      prospect: list.ok
        ? valueOf(prospectOf(whole, { height, provisioners: list.value, minimumStake }))
        : null,
      name: pool.name,
      height,
      position: whole.position && valueOf(whole.position.value),
      claimable: whole.position && valueOf(whole.position.claimable),
      share: rate && rate.denominator > 0n ? (rate.numerator * dusk(1n)) / rate.denominator : null,
      locked: whole.keys.known
        ? whole.keys.value.reduce((sum, { locked }) => sum + locked, 0n)
        : null,
      paused: valueOf(whole.paused),
      callsOpen: valueOf(callsOpen),
      differs: model.known && model.value.warnings.length > 0,
    },
  }
}

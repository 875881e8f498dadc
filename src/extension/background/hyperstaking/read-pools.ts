import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import { checkModel } from '../../../chain/dusk/check-model.ts'
import { discoverPools } from '../../../chain/dusk/discover-pools.ts'
import { knownFrom } from '../../../chain/dusk/known-from.ts'
import { prospectOf, type Surroundings } from '../../../chain/dusk/prospect.ts'
import { readContractCallsOpen } from '../../../chain/dusk/read-contract-calls-open.ts'
import { type PoolReading, readPool, withProvisioners } from '../../../chain/dusk/read-pool.ts'
import { type Known, known, unknown } from '../../../chain/known.ts'
import { MODEL_CONFIG } from '../../../protocol/hyperstaking/chain/model.ts'
import { nextEpoch } from '../../../protocol/hyperstaking/core/epoch.ts'
import type { DuskChain } from './dusk-chain.ts'

/** A reading for the views, and the pools as they were read. */
export interface PoolsReading {
  reading: DuskReading
  pools: PoolReading[]
}

/** Reads network, pools and the account's place in them; null when the network does not answer. */
export async function readPools(
  { client, deployment }: DuskChain,
  account: string | null,
  now: number,
): Promise<PoolsReading | null> {
  const tip = await client.tip()
  if (!tip.ok) return null
  const { height } = tip.value
  const [{ pools: found }, callsOpen, model, list, balance] = await Promise.all([
    discoverPools(client, deployment),
    readContractCallsOpen(client, height),
    checkModel(client, deployment),
    client.provisioners(),
    account === null ? null : client.account(account),
  ])
  const minimumStake = model.known ? model.value.minimumStake : MODEL_CONFIG.minimumStake
  const surroundings: Known<Surroundings> = list.ok
    ? known({ height, provisioners: list.value, minimumStake })
    : (knownFrom(list) as { known: false; reason: 'offline' })
  const pools = await Promise.all(
    found.map(async (pool) => {
      const read = await readPool(client, pool, account)
      return list.ok ? withProvisioners(read, list.value, height, minimumStake) : read
    }),
  )
  const money = balance && knownFrom(balance)
  return {
    pools,
    reading: {
      network: deployment.network,
      account,
      height,
      nextEpoch: nextEpoch(height),
      balance: money && (money.known ? known(money.value.balance) : money),
      callsOpen,
      warnings: model.known ? known(model.value.warnings.map(({ code }) => code)) : model,
      pools: pools.map((pool) => poolView(pool, surroundings)),
      readAt: now,
    },
  }
}

function poolView(read: PoolReading, surroundings: Known<Surroundings>): PoolSummary {
  const { pool, rate, paused, config, keys, idle, position } = read
  return {
    id: pool.id,
    name: pool.name,
    kind: pool.kind,
    rate,
    paused,
    keys,
    idle,
    fees: config.known
      ? known({
          deposit: config.value.depositFee,
          reward: config.value.rewardFee,
          minimum: config.value.minimumDeposit,
        })
      : unknown(config.reason),
    position,
    prospect: surroundings.known ? prospectOf(read, surroundings.value) : surroundings,
  }
}

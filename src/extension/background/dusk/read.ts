import { checkModel, contractCallsOpen } from '../../../chain/dusk/check-model.ts'
import { discoverPools } from '../../../chain/dusk/discover.ts'
import { type PoolReading, readPool, withProvisioners } from '../../../chain/dusk/read-pool.ts'
import { knownFrom } from '../../../chain/dusk/unknown.ts'
import { type Known, known, unknown } from '../../../chain/schema.ts'
import { MODEL_CONFIG } from '../../../protocol/hyperstaking/chain/model.ts'
import { nextEpoch } from '../../../protocol/hyperstaking/core/epoch.ts'
import { dusk } from '../../../protocol/hyperstaking/core/units.ts'
import type { DuskReading, PoolView } from '../../../ui/hyper/state.ts'
import type { DuskChain } from './chain.ts'
import { outlookOf, type Surroundings } from './outlook.ts'

/** The example that a pool's prospects are told by where there is no position. */
const EXAMPLE = dusk(1000n)

/** A reading for the views, with what a plan needs beside it. */
export interface Read {
  reading: DuskReading
  pools: PoolReading[]
  surroundings: Known<Surroundings>
}

/** Reads network, pools and the account's place in them; null when the network does not answer. */
export async function readDusk({ client, deployment }: DuskChain, account: string | null, now: number): Promise<Read | null> {
  const tip = await client.tip()
  if (!tip.ok) return null
  const { height } = tip.value
  const [{ pools: found }, callsOpen, model, list, balance] = await Promise.all([
    discoverPools(client, deployment), contractCallsOpen(client, height), checkModel(client, deployment), client.provisioners(),
    account === null ? null : client.account(account),
  ])
  const minimumStake = model.known ? model.value.minimumStake : MODEL_CONFIG.minimumStake
  const surroundings: Known<Surroundings> = list.ok ? known({ height, provisioners: list.value, minimumStake }) : knownFrom(list) as { known: false; reason: 'offline' }
  const pools = await Promise.all(found.map(async (pool) => {
    const read = await readPool(client, pool, account)
    return list.ok ? withProvisioners(read, list.value, height, minimumStake) : read
  }))
  const money = balance && knownFrom(balance)
  return {
    pools,
    surroundings,
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

function poolView(read: PoolReading, surroundings: Known<Surroundings>): PoolView {
  const { pool, rate, paused, config, keys, idle, position } = read
  const value = position?.value.known ? position.value.value : 0n
  return {
    id: pool.id,
    name: pool.name,
    kind: pool.kind,
    rate,
    paused,
    keys,
    idle,
    fees: config.known ? known({ deposit: config.value.depositFee, reward: config.value.rewardFee, minimum: config.value.minimumDeposit }) : unknown(config.reason),
    position: position && { value: position.value, shares: position.shares, claimable: position.claimable, income: position.income },
    outlook: surroundings.known ? outlookOf(read, surroundings.value, value, value > 0n ? 0n : EXAMPLE) : surroundings,
  }
}

import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import { areCallsOpen, closedRanges, shadeRanges } from '../../../chain/dusk/activations.ts'
import { checkStakeContract, type ModelWarning } from '../../../chain/dusk/check-model.ts'
import type { DuskClient } from '../../../chain/dusk/client.ts'
import type { PoolDeployment } from '../../../chain/dusk/deployments.ts'
import { discoverPools } from '../../../chain/dusk/discover-pools.ts'
import { knownFrom } from '../../../chain/dusk/known-from.ts'
import { prospectOf, type Surroundings } from '../../../chain/dusk/prospect.ts'
import { featuresOf } from '../../../chain/dusk/read-contract-calls-open.ts'
import {
  type KeptOfPool,
  type PoolReading,
  readPool,
  withProvisioners,
} from '../../../chain/dusk/read-pool.ts'
import { type Known, known, unknown } from '../../../chain/known.ts'
import { MODEL_CONFIG } from '../../../protocol/hyperstaking/chain/model.ts'
import { BLOCKS_PER_DAY, nextEpoch } from '../../../protocol/hyperstaking/core/epoch.ts'
import type { DuskChain } from './dusk-chain.ts'
import type { ReadClosings } from './find-closings.ts'

/** A reading for the views, the pools as they were read, and when the network closes them. */
export interface PoolsReading {
  reading: DuskReading
  pools: PoolReading[]
  closings: ReadClosings
}

/**
 * Which pools there are and how the chain's stake contract is set up, which changes with a new
 * version of either at most: asked once an epoch, else kept from the reading before.
 */
async function readSetup(
  { client, deployment }: DuskChain,
  kept: DuskReading | null,
): Promise<{ pools: readonly PoolDeployment[]; stake: Known<StakeSetup> }> {
  if (kept?.minimumStake.known && kept.warnings.known) {
    return {
      pools: deployment.pools.map((pool) => {
        const same = kept.pools.find(({ id }) => id === pool.id)
        return same?.noDriver ? { ...pool, noDriver: true } : pool
      }),
      stake: known({
        minimumStake: kept.minimumStake.value,
        warnings: kept.warnings.value.filter((code) => code !== 'wrong-network'),
      }),
    }
  }
  const [pools, stake] = await Promise.all([
    discoverPools(client, deployment),
    checkStakeContract(client),
  ])
  return {
    pools,
    stake: stake.known
      ? known({
          minimumStake: stake.value.minimumStake,
          warnings: stake.value.warnings.map(({ code }) => code),
        })
      : stake,
  }
}

/** What of a pool is not asked again within an epoch. */
const keptOf = (kept: DuskReading, { id }: PoolDeployment, light: boolean): KeptOfPool => {
  const pool = kept.pools.find((each) => each.id === id)
  if (pool?.kind === 'sozu') return light ? { idle: pool.idle } : {}
  if (!pool?.fees.known || !pool.prospect.known) return {}
  const { policy, routing, depositFee, rewardFee, referralRate } = pool.prospect.value
  const { minimum: minimumDeposit } = pool.fees.value
  return { terms: { policy, routing, depositFee, rewardFee, referralRate, minimumDeposit } }
}

const HOUR_BLOCKS = BLOCKS_PER_DAY / 24n
const hourOf = (height: bigint): bigint => height / HOUR_BLOCKS

/** Nothing of the account's is in it. */
const isWithout = ({ position }: PoolSummary): boolean =>
  position !== null &&
  [position.value, position.claimable].every((lux) => lux.known && lux.value === 0n)

interface StakeSetup {
  minimumStake: bigint
  warnings: ModelWarning['code'][]
}

interface ReadingBefore {
  /** The reading before. */
  kept?: DuskReading | null
  /** Other requests of this refresh are more urgent than what can be kept from it. */
  light?: boolean
  /** Nobody looks: pools in which the account has nothing are read once an hour. */
  idle?: boolean
}

/** Reads network, pools and the account's place in them; null when the network does not answer. */
export async function readPools(
  chain: DuskChain,
  account: string | null,
  now: number,
  { kept = null, light = false, idle = false }: ReadingBefore = {},
): Promise<PoolsReading | null> {
  const { client, deployment } = chain
  const newest = await client.lastBlocks()
  if (!newest.ok) return null
  const { height, final } = newest.value
  const fresh = kept?.network === deployment.network && kept.nextEpoch === nextEpoch(height)
  // Own pools report their keys themselves: all others' stake changes slowly.
  const keepsOthers = light && fresh && kept.pools.every(({ kind }) => kind !== 'sozu')
  const [{ pools: found, stake }, info, list, balance] = await Promise.all([
    readSetup(chain, fresh ? kept : null),
    client.info(),
    keepsOthers ? null : client.provisioners(),
    account === null ? null : client.account(account),
  ])
  const minimumStake = stake.known ? stake.value.minimumStake : MODEL_CONFIG.minimumStake
  const others = list && knownFrom(list)
  const surroundings: Known<Surroundings> | null =
    others && (others.known ? known({ height, provisioners: others.value, minimumStake }) : others)
  const features = featuresOf(info)
  const isSame = idle && fresh && kept.account === account
  const canWait = isSame && hourOf(kept.height) === hourOf(height)
  const unread = new Map(
    canWait ? kept.pools.filter(isWithout).map((pool) => [pool.id, pool] as const) : [],
  )
  const pools = await Promise.all(
    found
      .filter(({ id }) => !unread.has(id))
      .map(async (pool) => {
        const read = await readPool(client, pool, account, fresh ? keptOf(kept, pool, light) : {})
        return others?.known ? withProvisioners(read, others.value, height, minimumStake) : read
      }),
  )
  const money = balance && knownFrom(balance)
  return {
    pools,
    closings: {
      all: features.known ? closedRanges(features.value) : null,
      shades: new Map(
        found.map(({ id }) => [id, features.known ? shadeRanges(features.value, id) : null]),
      ),
    },
    reading: {
      network: deployment.network,
      account,
      height,
      final,
      nextEpoch: nextEpoch(height),
      balance: money && (money.known ? known(money.value.balance) : money),
      callsOpen: features.known ? areCallsOpen(features.value, height) : features,
      minimumStake: stake.known ? known(stake.value.minimumStake) : stake,
      warnings: warningsOf(stake, info, deployment.chainId),
      pools: found.flatMap(({ id }) => {
        const open = features.known ? areCallsOpen(features.value, height, id) : features
        const before = kept?.pools.find((pool) => pool.id === id)
        const read = pools.find(({ pool }) => pool.id === id)
        if (!read) return before ? [{ ...before, open }] : []
        const prospect = surroundings
          ? prospectIn(read, surroundings)
          : (before?.prospect ?? unknown('not-read'))
        return [poolView(read, prospect, open)]
      }),
      readAt: now,
    },
  }
}

/** What the chain's setup and its id differ in from what figures are made with. */
const warningsOf = (
  stake: Known<StakeSetup>,
  info: Awaited<ReturnType<DuskClient['info']>>,
  chainId: number,
): DuskReading['warnings'] => {
  if (!stake.known) return stake
  const told = info.ok ? info.value.chain_id : null
  const wrong = told !== null && told !== chainId
  return known([...(wrong ? ['wrong-network' as const] : []), ...stake.value.warnings])
}

const prospectIn = (
  read: PoolReading,
  surroundings: Known<Surroundings>,
): PoolSummary['prospect'] =>
  surroundings.known ? prospectOf(read, surroundings.value) : surroundings

function poolView(
  read: PoolReading,
  prospect: PoolSummary['prospect'],
  open: Known<boolean>,
): PoolSummary {
  const { pool, rate, paused, config, keys, idle, position } = read
  return {
    id: pool.id,
    name: pool.name,
    kind: pool.kind,
    rate,
    open,
    paused,
    published: pool.published
      ? {
          deposit: pool.published.depositFee,
          reward: pool.published.rewardFee,
          minimum: pool.published.minimumDeposit,
        }
      : null,
    noDriver: pool.noDriver === true,
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
    prospect,
  }
}

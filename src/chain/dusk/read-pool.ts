import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import type { KeyHealth } from '../../protocol/hyperstaking/pools/reads.ts'
import type { PoolConfig } from '../../protocol/hyperstaking/pools/state.ts'
import { type Known, known, unknown } from '../known.ts'
import { rateAnswer } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
import type { DuskRead } from './failures.ts'
import { knownFrom } from './known-from.ts'
import { isActiveProvisioner, keysOwnedBy, type Provisioner } from './network-view.ts'
import { poolConfig, poolHealth, poolPosition } from './pool-state.ts'
import { readReferred } from './read-referred.ts'
import { readSozuBalance, readSozuRate } from './read-sozu-pool.ts'

/**
 * An account's place in a pool; amounts in LUX. What a third party's pool does not tell is unknown.
 */
export type PositionReading = {
  value: Known<bigint>
  shares: Known<bigint>
  claimable: Known<bigint>
  /** What it has earned by referrals so far. */
  income: Known<bigint>
  referrer: Known<Account | null>
  /** Whom it has referred, and what those have in the pool. */
  referred: Known<{ accounts: number; deposits: bigint }>
}

/** A pool as it stands; amounts in LUX. */
export type PoolReading = {
  pool: PoolDeployment
  /** LUX per share as a fraction. */
  rate: Known<{ numerator: bigint; denominator: bigint }>
  paused: Known<boolean>
  config: Known<PoolConfig>
  /**
   * The provisioner keys that hold its stake; a third party's follow from the node's provisioners
   * (`withProvisioners`).
   */
  keys: Known<KeyHealth[]>
  /** LUX that wait to be staked, that are kept for exits, and that holders can claim. */
  idle: Known<bigint>
  held: Known<bigint>
  owed: Known<bigint>
  /** Null when no account was asked for. */
  position: PositionReading | null
}

const NOBODY = { accounts: 0, deposits: 0n }
const notTold = unknown('not-offered')

const field = <T, K extends keyof T>(read: DuskRead<T>, key: K): Known<T[K]> =>
  read.ok ? known(read.value[key]) : knownFrom(read)

const keyHealth = (each: Provisioner, height: bigint, minimumStake: bigint): KeyHealth => ({
  account: each.key,
  state:
    each.amount + each.locked_amt === 0n
      ? 'empty'
      : isActiveProvisioner(each, height, minimumStake)
        ? 'active'
        : each.eligibility > height
          ? 'maturing'
          : 'below-minimum',
  value: each.amount,
  locked: each.locked_amt,
  eligibility: each.eligibility,
  reward: each.reward,
  faults: each.faults,
  hardFaults: each.hard_faults,
})

const readSozuPool = async (
  client: DuskClient,
  pool: PoolDeployment,
  account: Account | null,
): Promise<PoolReading> => {
  const [rate, balance] = await Promise.all([
    readSozuRate(client, pool.id),
    account === null ? null : readSozuBalance(client, pool.id, account),
  ])
  return {
    pool,
    rate: knownFrom(rate),
    paused: unknown('not-offered'),
    config: notTold,
    keys: notTold,
    idle: notTold,
    held: notTold,
    owed: notTold,
    position: balance && {
      value: knownFrom(balance),
      shares: notTold,
      claimable: known(0n),
      income: known(0n),
      referrer: known(null),
      referred: known(NOBODY),
    },
  }
}

const readOwnPool = async (
  client: DuskClient,
  pool: PoolDeployment,
  account: Account | null,
): Promise<PoolReading> => {
  const [rate, config, health, position, referred] = await Promise.all([
    client.read(pool.id, 'exchange_rate', null, rateAnswer),
    client.read(pool.id, 'config', null, poolConfig),
    client.read(pool.id, 'health', null, poolHealth),
    account === null ? null : client.read(pool.id, 'position', account, poolPosition),
    account === null || pool.kind !== 'referral'
      ? known(NOBODY)
      : readReferred(client, pool, account),
  ])
  return {
    pool,
    rate: knownFrom(rate),
    config: knownFrom(config),
    paused: field(health, 'paused'),
    keys: field(health, 'keys'),
    idle: field(health, 'idle'),
    held: field(health, 'held'),
    owed: field(health, 'owed'),
    position: position && {
      value: field(position, 'value'),
      shares: field(position, 'shares'),
      claimable: field(position, 'claimable'),
      income: field(position, 'income'),
      referrer: field(position, 'referrer'),
      referred,
    },
  }
}

/** Reads a pool, and an account's place in it. */
export const readPool = (
  client: DuskClient,
  pool: PoolDeployment,
  account: Account | null,
): Promise<PoolReading> =>
  pool.kind === 'sozu' ? readSozuPool(client, pool, account) : readOwnPool(client, pool, account)

/**
 * A third party's pool with what the node's provisioners tell of it: the keys that its contract
 * owns.
 */
export const withProvisioners = (
  reading: PoolReading,
  list: readonly Provisioner[],
  height: bigint,
  minimumStake: bigint,
): PoolReading => {
  if (reading.keys.known) return reading
  return {
    ...reading,
    keys: known(
      keysOwnedBy(list, reading.pool.id).map((each) => keyHealth(each, height, minimumStake)),
    ),
  }
}

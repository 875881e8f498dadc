import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import type { KeyHealth } from '../../protocol/hyperstaking/pools/reads.ts'
import type { PoolConfig } from '../../protocol/hyperstaking/pools/state.ts'
import { type Known, known, unknown } from '../known.ts'
import { rateAnswer } from './answers.ts'
import { callProblemOf } from './call-problems.ts'
import type { DuskClient } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
import type { DuskRead } from './failures.ts'
import { knownFrom } from './known-from.ts'
import { isActiveProvisioner, keysOwnedBy, type Provisioner } from './network-view.ts'
import { poolConfig, poolHealth, poolPosition } from './pool-state.ts'
import { readReferred } from './read-referred.ts'
import { lacksDriver, readSozuBalance, readSozuRate } from './read-sozu-pool.ts'

/**
 * An account's position in a pool; amounts in LUX. What a third party's pool does not report is
 * unknown.
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

/** What of a pool's configuration is told of it, and what projections need. */
export type PoolTerms = Pick<
  PoolConfig,
  'policy' | 'routing' | 'depositFee' | 'rewardFee' | 'referralRate' | 'minimumDeposit'
>

/** What an earlier reading has told that is not asked again. */
export type KeptOfPool = { terms?: PoolTerms; idle?: Known<bigint> }

/** A pool at present; amounts in LUX. */
export type PoolReading = {
  pool: PoolDeployment
  /** LUX per share as a fraction. */
  rate: Known<{ numerator: bigint; denominator: bigint }>
  paused: Known<boolean>
  config: Known<PoolTerms>
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

const stateOf = (each: Provisioner, height: bigint, minimumStake: bigint): KeyHealth['state'] => {
  if (each.amount + each.locked_amt === 0n) return 'empty'
  if (isActiveProvisioner(each, height, minimumStake)) return 'active'
  return each.eligibility > height ? 'maturing' : 'below-minimum'
}

const keyHealth = (each: Provisioner, height: bigint, minimumStake: bigint): KeyHealth => ({
  account: each.key,
  state: stateOf(each, height, minimumStake),
  value: each.amount,
  locked: each.locked_amt,
  eligibility: each.eligibility,
  reward: each.reward,
  faults: each.faults,
  hardFaults: each.hard_faults,
})

/**
 * Whether a contract refuses even to be read because it is suspended: Sozu's tells its maintenance
 * and synchronization in no other way.
 */
const isSuspended = (read: DuskRead<unknown>): boolean =>
  !read.ok &&
  read.failure.code === 'panicked' &&
  callProblemOf(read.failure.text).code === 'pool-paused'

const readSozuPool = async (
  client: DuskClient,
  pool: PoolDeployment,
  account: Account | null,
  kept: KeptOfPool,
): Promise<PoolReading> => {
  const [rate, balance, idle] = await Promise.all([
    readSozuRate(client, pool),
    account === null ? null : readSozuBalance(client, pool, account),
    kept.idle ?? client.contractBalance(pool.id).then(knownFrom),
  ])
  return {
    pool: lacksDriver(client, pool) ? { ...pool, noDriver: true } : pool,
    rate: knownFrom(rate),
    paused: isSuspended(rate) || (balance && isSuspended(balance)) ? known(true) : notTold,
    config: notTold,
    keys: notTold,
    idle,
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
  kept: KeptOfPool,
): Promise<PoolReading> => {
  const [rate, config, health, position, referred] = await Promise.all([
    client.read(pool.id, 'exchange_rate', null, rateAnswer),
    kept.terms
      ? known(kept.terms)
      : client.read(pool.id, 'config', null, poolConfig).then(knownFrom),
    client.read(pool.id, 'health', null, poolHealth),
    account === null ? null : client.read(pool.id, 'position', account, poolPosition),
    account === null || pool.kind !== 'referral'
      ? known(NOBODY)
      : readReferred(client, pool, account),
  ])
  return {
    pool,
    rate: knownFrom(rate),
    config,
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
  kept: KeptOfPool = {},
): Promise<PoolReading> =>
  (pool.kind === 'sozu' ? readSozuPool : readOwnPool)(client, pool, account, kept)

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

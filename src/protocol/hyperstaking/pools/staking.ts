import { type Account, STAKE, TRANSFER } from '../core/ids.ts'
import { expecting, panic } from '../core/panic.ts'
import { addU64, subU64 } from '../core/u64.ts'
import { compareBigints, min } from '../core/units.ts'
import type { Context } from '../host/contract.ts'
import {
  type StakeData,
  type Stake,
  type StakeConfig,
  type StakeKeys,
  totalFunds,
} from '../stake/types.ts'
import type { Backing } from './shares.ts'
import { updateTotals, type Pool } from './state.ts'

/** One provisioner key of a pool as the stake contract knows it. */
export interface Position {
  account: Account
  seed: Stake
  data: StakeData | null
  /**
   * Someone else's entry sits on this key: a reward that came after the last unstake made it, and
   * the pool cannot stake there [hyperstaking 1.7].
   */
  foreign: boolean
}

export const positions = (pool: Pool, context: Context): Position[] =>
  [...pool.provisioners.entries()].map(([account, { seed }]) => {
    const keys = context.call(STAKE, 'get_stake_keys', account) as StakeKeys | null
    if (!keys) return { account, seed, data: null, foreign: false }
    const foreign = keys.owner.kind !== 'contract' || keys.owner.contract !== pool.id
    return {
      account,
      seed,
      data: foreign ? null : (context.call(STAKE, 'get_stake', account) as StakeData | null),
      foreign,
    }
  })

export const stakedBy = (all: readonly Position[]): bigint =>
  all.reduce((sum, { data }) => sum + totalFunds(data?.amount ?? null), 0n)

/**
 * The shares and the LUX that belong to them: waiting, kept, and staked (locked funds are the
 * pool's too).
 */
export const backing = (pool: Pool, context: Context): Backing => {
  const { shares, idle, held } = pool.totals.value
  return { shares, assets: idle + held + stakedBy(positions(pool, context)) }
}

const stake = (pool: Pool, context: Context, order: Stake): void => {
  updateTotals(pool, { idle: subU64(pool.totals.value.idle, order.value) })
  const transfer = {
    contract: STAKE,
    value: order.value,
    method: 'stake_from_contract',
    data: order,
  }
  expecting('Transferring to stake contract should succeed', () =>
    context.call(TRANSFER, 'contract_to_contract', transfer),
  )
}

/**
 * Stakes waiting funds on a key: a fresh stake starts with the signed minimum, the rest is added at
 * once and unlocked.
 */
export const stakeOn = (
  pool: Pool,
  context: Context,
  { account, seed }: Position,
  amount: bigint,
): void => {
  const data = context.call(STAKE, 'get_stake', account) as StakeData | null
  let rest = amount
  if (!data?.amount) {
    const { minimumStake } = context.call(STAKE, 'get_config', null) as StakeConfig
    if (amount < seed.value || seed.value < minimumStake) return
    stake(pool, context, seed)
    rest -= seed.value
  }
  if (rest > 0n) stake(pool, context, { ...seed, value: rest })
}

/**
 * The key that waiting funds go to now, or null when none can take them without a loss that the
 * routing avoids.
 */
const target = (pool: Pool, context: Context): Position | null => {
  const usable = positions(pool, context).filter(({ foreign }) => !foreign)
  const maturing = usable.find(
    ({ data }) => data?.amount && data.amount.eligibility > context.height,
  )
  if (maturing) return maturing
  const staked = usable.find(({ data }) => data?.amount)
  if (pool.config.value.routing === 'top-up') return staked ?? usable[0] ?? null
  return (
    usable.find(({ data }) => !data?.amount) ?? (usable.length === 1 ? staked : undefined) ?? null
  )
}

/** Stakes what is waiting, as far as the routing allows. */
export const stakeIdle = (pool: Pool, context: Context): void => {
  const { idle } = pool.totals.value
  if (idle === 0n) return
  const key = target(pool, context)
  if (key) stakeOn(pool, context, key, idle)
}

export const unstakeFrom = (context: Context, account: Account, value: bigint): void => {
  const order = { account, value, method: 'receive_unstake', data: null }
  expecting('Unstake from stake contract should succeed', () =>
    context.call(STAKE, 'unstake_from_contract', order),
  )
}

/**
 * Makes `lux` ready to be paid: from what waits, from what is kept, then from the largest stake.
 * Takes it out of the pool's own books.
 */
export const freeFunds = (pool: Pool, context: Context, lux: bigint): void => {
  const { idle, held } = pool.totals.value
  const fromHeld = min(held, lux > idle ? lux - idle : 0n)
  if (fromHeld > 0n) updateTotals(pool, { idle: idle + fromHeld, held: held - fromHeld })
  if (pool.totals.value.idle < lux) {
    const bySize = positions(pool, context).toSorted((a, b) =>
      compareBigints(totalFunds(b.data?.amount ?? null), totalFunds(a.data?.amount ?? null)),
    )
    for (const { account, data } of bySize) {
      const part = min(totalFunds(data?.amount ?? null), lux - pool.totals.value.idle)
      if (part > 0n) unstakeFrom(context, account, part)
    }
  }
  if (pool.totals.value.idle < lux) panic('The pool cannot free as much')
  updateTotals(pool, { idle: pool.totals.value.idle - lux })
}

/** What both callbacks do: the funds that the stake contract sends are waiting funds now. */
export const addIdle = (pool: Pool, value: bigint): void =>
  updateTotals(pool, { idle: addU64(pool.totals.value.idle, value) })

/** Pays an account out of funds that the books no longer hold. */
export const payAccount = (context: Context, account: Account, value: bigint): void => {
  expecting('Paying the account should succeed', () =>
    context.call(TRANSFER, 'contract_to_account', { account, value }),
  )
}

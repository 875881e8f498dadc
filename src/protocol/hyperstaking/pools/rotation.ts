import { EPOCH, nextEpoch } from '../core/epoch.ts'
import { panic } from '../core/panic.ts'
import { compareBigints } from '../core/units.ts'
import type { Context } from '../host/contract.ts'
import { totalFunds } from '../stake/types.ts'
import { stakeIdle, type Position, positions, stakeOn, unstakeFrom } from './staking.ts'
import type { Pool } from './state.ts'

const lockedOf = ({ data }: Position): bigint => data?.amount?.locked ?? 0n
const fundsOf = ({ data }: Position): bigint => totalFunds(data?.amount ?? null)

/** Fills the waiting funds up to `lux` out of a key. */
const fill = (pool: Pool, context: Context, from: Position, lux: bigint): void => {
  const missing = lux - pool.totals.value.idle
  if (missing > 0n) unstakeFrom(context, from.account, missing)
}

/**
 * Moves the pool's funds to the key that becomes eligible at the coming epoch, and seeds another
 * one anew: all funds stay in consensus, nothing new is locked, and what was locked is freed
 * [hyperstaking 5.2]. Only shortly before an epoch's end.
 */
export const rotateStake = (pool: Pool, context: Context): void => {
  if (context.height % EPOCH < EPOCH - pool.config.value.rotationWindow)
    panic('It is too early in the epoch to rotate')
  const keys = positions(pool, context).filter(({ foreign }) => !foreign)
  if (keys.length < 2) panic('Rotation needs two provisioner keys')
  const rising = keys
    .filter(({ data }) => data?.amount?.eligibility === nextEpoch(context.height))
    .toSorted((a, b) => compareBigints(lockedOf(a), lockedOf(b)))[0]
  if (!rising) return restart(pool, context, keys)
  const resting = keys.filter((key) => key !== rising)
  for (const key of resting) if (fundsOf(key) > 0n) unstakeFrom(context, key.account, fundsOf(key))
  const next = resting[0]!
  // A pool too small for two stakes keeps all on the rising key, and starts to rotate when it has
  // grown.
  if (pool.totals.value.idle + fundsOf(rising) >= next.seed.value + rising.seed.value) {
    fill(pool, context, rising, next.seed.value)
    stakeOn(pool, context, next, next.seed.value)
  }
  stakeOn(pool, context, rising, pool.totals.value.idle)
}

/**
 * No key comes up at this epoch: the smallest one starts again with the minimum, to come up at the
 * next but one.
 */
const restart = (pool: Pool, context: Context, keys: readonly Position[]): void => {
  if (keys.some(({ data }) => data?.amount && data.amount.eligibility > context.height))
    return stakeIdle(pool, context)
  const bySize = keys.toSorted((a, b) => compareBigints(fundsOf(a), fundsOf(b)))
  const smallest = bySize[0]!
  const largest = bySize.at(-1)!
  const spare = fundsOf(largest) - largest.seed.value
  if (pool.totals.value.idle + fundsOf(smallest) + (spare > 0n ? spare : 0n) < smallest.seed.value)
    return
  if (fundsOf(smallest) > 0n) unstakeFrom(context, smallest.account, fundsOf(smallest))
  fill(pool, context, largest, smallest.seed.value)
  stakeOn(pool, context, smallest, pool.totals.value.idle)
}

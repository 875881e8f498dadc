import type { ContractFactory } from '../host/contract.ts'
import { basePool, checkConfig, transferShares } from './base.ts'
import { createPool, type PoolConfig } from './state.ts'

export const POOL_DEFAULTS = {
  policy: 'reinvest',
  routing: 'top-up',
  depositFee: 0n,
  rewardFee: 0n,
  referralRate: 0n,
  minimumDeposit: 1_000_000_000n,
  rotationWindow: 30n,
} as const satisfies Partial<PoolConfig>

/** What a pool's maker chooses; the rest has a default. */
export type PoolChoice = Partial<Omit<PoolConfig, 'kind' | 'manager'>> & Pick<PoolConfig, 'manager'>

/**
 * A liquid pool: deposits become shares that can be transferred, rewards raise their price (or are
 * paid out, by policy).
 */
export const liquidPool =
  (choice: PoolChoice): ContractFactory =>
  (store, id) => {
    const config = checkConfig({ ...POOL_DEFAULTS, ...choice, kind: 'liquid' })
    const pool = createPool(store, id, config, () => () => null)
    return { ...basePool(pool), transfer: (context, arg) => transferShares(pool, context, arg) }
  }

import { accountArg, fields, u64Arg } from '../core/args.ts'
import { panic } from '../core/panic.ts'
import { RATE_SCALE } from '../core/units.ts'
import type { ContractFactory } from '../host/contract.ts'
import { basePool, checkConfig, depositInto } from './base.ts'
import { managerOf, userOf } from './guards.ts'
import { POOL_DEFAULTS, type PoolChoice } from './liquid.ts'
import { bringUpToDate } from './rewards.ts'
import { createPool, holderOf } from './state.ts'

/**
 * Staking as a service: one operator stakes for the customers it has registered, each at its own
 * fee on rewards. Positions are personal. A fee can go down at any time and up only while the
 * customer has nothing in the pool.
 */
export const servicePool =
  (choice: PoolChoice): ContractFactory =>
  (store, id) => {
    const config = checkConfig({ ...POOL_DEFAULTS, ...choice, kind: 'service' })
    const pool = createPool(
      store,
      id,
      config,
      ({ config: current }) =>
        ({ feeRate }) =>
          feeRate === null ? null : { to: current.value.manager, rate: feeRate },
    )
    return {
      ...basePool(pool),
      deposit(context, arg) {
        if (holderOf(pool, userOf(context)).feeRate === null)
          panic('The operator has not registered this customer')
        depositInto(pool, context, arg)
      },
      register(context, arg) {
        managerOf(pool, context)
        const { customer, feeRate } = fields(arg)
        const account = accountArg(customer)
        const rate = u64Arg(feeRate)
        if (rate >= RATE_SCALE) panic('The fee is a part of the rewards, below 100%')
        if (account === config.manager) panic('The operator cannot be its own customer')
        bringUpToDate(pool, context, account)
        const holder = holderOf(pool, account)
        if (holder.feeRate !== null && rate > holder.feeRate && holder.shares > 0n)
          panic('A fee cannot rise while the customer has funds here')
        pool.holders.set(account, { ...holder, feeRate: rate })
        context.emit('register', { account, feeRate: rate })
      },
      customers: () =>
        [...pool.holders.entries()]
          .filter(([, { feeRate }]) => feeRate !== null)
          .map(([account, { feeRate }]) => ({ account, feeRate })),
    }
  }

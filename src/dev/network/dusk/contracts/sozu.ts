import { type ContractId, isContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import { panic } from '../../../../protocol/hyperstaking/core/panic.ts'
import type { ContractFactory } from '../../../../protocol/hyperstaking/host/contract.ts'
import { liquidPool, type PoolChoice } from '../../../../protocol/hyperstaking/pools/liquid.ts'

/**
 * A pool of Sozu's published methods on this project's liquid pool. What it does inside is ours:
 * Sozu's source is not public, and only names, arguments and JSON forms are alike.
 */
export const sozuPool =
  (choice: PoolChoice): ContractFactory =>
  (store, id) => {
    const pool = liquidPool(choice)(store, id)
    const feature = (paused: boolean) => (arg: unknown) =>
      arg === 'maintenance' ? pool[paused ? 'pause' : 'unpause']! : panic('Unknown feature')
    return {
      sozu_stake: pool.deposit!,
      sozu_unstake: pool.withdraw!,
      recycle: pool.recycle!,
      balance_of: (context, arg) => (isContractId(arg) ? 0n : pool.balance_of!(context, arg)),
      exchange_rate: pool.exchange_rate!,
      enable_feature: (context, arg) => feature(true)(arg)(context, null),
      disable_feature: (context, arg) => feature(false)(arg)(context, null),
      receive_unstake: pool.receive_unstake!,
      receive_reward: pool.receive_reward!,
      add_provisioner: pool.add_provisioner!,
      total_supply: pool.total_supply!,
    }
  }

/** Names the contracts that belong together. */
export const sozuHub =
  (contracts: Readonly<Record<string, ContractId>>): ContractFactory =>
  () => ({
    contract: (_context, name) =>
      typeof name === 'string' && Object.hasOwn(contracts, name) ? contracts[name] : null,
  })

/** The receipt token's reads, answered by the pool. */
export const stakedDusk =
  (pool: ContractId): ContractFactory =>
  () => ({
    balance_of: (context, arg) => context.call(pool, 'balance_of', arg),
    total_supply: (context) => context.call(pool, 'total_supply', null),
  })

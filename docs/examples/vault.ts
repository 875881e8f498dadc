import { TRANSFER } from '../../src/protocol/hyperstaking/core/ids.ts'
import { panic } from '../../src/protocol/hyperstaking/core/panic.ts'
import type { ContractFactory } from '../../src/protocol/hyperstaking/host/contract.ts'

/**
 * A contract of one's own: a vault that pays each owner's deposit back in full, and only to its
 * owner. What it keeps lives in the store that it is made with, so that a failed call leaves
 * nothing behind.
 */
export const contract: ContractFactory = (store) => {
  const deposits = store.table<bigint>('deposits')
  return {
    deposit(context, amount) {
      const owner = context.sender ?? panic('Only an account may call this')
      context.call(TRANSFER, 'deposit', amount)
      deposits.set(owner, (deposits.get(owner) ?? 0n) + (amount as bigint))
    },
    leave(context) {
      const owner = context.sender ?? panic('Only an account may call this')
      const value = deposits.get(owner) ?? panic('Nothing is kept for this account')
      deposits.delete(owner)
      context.call(TRANSFER, 'contract_to_account', { account: owner, value })
    },
    position: (_context, account) => ({
      value: deposits.get(account as string) ?? 0n,
      claimable: 0n,
      shares: 0n,
      income: 0n,
      referrer: null,
    }),
  }
}

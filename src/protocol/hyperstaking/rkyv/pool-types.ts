import { account } from './account.ts'
import { oneOf } from './enums.ts'
import { bool, nothing, u64 } from './numbers.ts'
import { struct } from './struct.ts'

const policy = oneOf('reinvest', 'distribute', 'hold')
const totals = { totalStake: u64, tokenTotalSupply: u64 }
const paid = struct({ account, amount: u64 })

/** The pools of this project (docs/hyperstaking.md). */
export const POOL_TYPES = {
  inputs: {
    deposit: u64,
    withdraw: u64,
    redeem: u64,
    claim: nothing,
    recycle: nothing,
    rotate: nothing,
    settle: account,
    deposit_with_referrer: struct({ amount: u64, referrer: account }),
    transfer: struct({ to: account, shares: u64 }),
    register: struct({ customer: account, feeRate: u64 }),
    pause: nothing,
    unpause: nothing,
    collect_fees: nothing,
    set_policy: policy,
    remove_provisioner: account,
    balance_of: account,
    exchange_rate: nothing,
  },
  outputs: { balance_of: u64, exchange_rate: struct({ numerator: u64, denominator: u64 }) },
  events: {
    deposit: struct({ account, amount: u64, fee: u64, shares: u64, ...totals }),
    unstake: struct({ account, amount: u64, shares: u64, ...totals }),
    reward: struct({
      operation: oneOf('recycle', 'rotate'),
      amount: u64,
      feeTotal: u64,
      policy,
      ...totals,
    }),
    claim: paid,
    fees: paid,
    transfer: struct({ sender: account, receiver: account, value: u64 }),
    pause: struct({ paused: bool }),
    register: struct({ account, feeRate: u64 }),
  },
} as const

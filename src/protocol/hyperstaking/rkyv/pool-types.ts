import { account } from './account.ts'
import { oneOf } from './enums.ts'
import { nothing, u64 } from './numbers.ts'
import { struct } from './struct.ts'

/** What the pools of this project take (docs/hyperstaking.md). */
export const POOL_INPUTS = {
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
  set_policy: oneOf('reinvest', 'distribute', 'hold'),
  remove_provisioner: account,
  exchange_rate: nothing,
} as const

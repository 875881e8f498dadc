import { bareAccount, principal } from './account.ts'
import { oneOf, option } from './enums.ts'
import { contractId } from './fixed-bytes.ts'
import { nothing, u64 } from './numbers.ts'
import { operatorFees } from './operator-fees.ts'
import { text, vector } from './out-of-line.ts'
import { signedStake } from './stake-types.ts'
import { struct } from './struct.ts'

const rate = struct({ numerator: u64, denominator: u64 })
const feature = oneOf('maintenance', 'synchronization')
const keyEvent = struct({ provisioner: bareAccount, amount: u64 })

/** Sozu's pool, as its data driver of June 2026 takes it [hyperstaking 5.1]. */
export const SOZU_POOL_TYPES = {
  inputs: {
    sozu_stake: u64,
    sozu_unstake: u64,
    recycle: nothing,
    stake_activate: signedStake,
    enable_feature: feature,
    disable_feature: feature,
    balance_of: principal,
    exchange_rate: nothing,
  },
  outputs: { balance_of: u64, exchange_rate: rate },
  events: {
    deposit: struct({
      account: principal,
      amount: u64,
      fee: u64,
      totalStake: u64,
      tokenTotalSupply: u64,
    }),
    unstake: struct({
      account: principal,
      provisioners: vector(bareAccount),
      amount: u64,
      totalStake: u64,
      tokenTotalSupply: u64,
    }),
    reward: struct({
      provisioners: vector(bareAccount),
      operation: oneOf('recycle', 'terminate'),
      amount: u64,
      feeTotal: u64,
      feePool: u64,
      feeOperators: operatorFees,
      totalStake: u64,
      tokenTotalSupply: u64,
    }),
    activate: keyEvent,
    deactivate: keyEvent,
    liquidate: keyEvent,
    donate: struct({ account: principal, amount: u64 }),
  },
} as const

/** Sozu's hub, which names the contracts that belong together. */
export const SOZU_HUB_TYPES = {
  inputs: { contract: text },
  outputs: { contract: option(contractId) },
  events: {},
} as const

/** Sozu's receipt token, stDUSK. */
export const SOZU_TOKEN_TYPES = {
  inputs: { balance_of: principal, total_supply: nothing },
  outputs: { balance_of: u64, total_supply: u64 },
  events: { transfer: struct({ from: principal, to: principal, value: u64 }) },
} as const

import type { Account, ContractId } from '../core/ids.ts'
import type { Cell, ContractStore, Table } from '../host/store.ts'
import type { Stake } from '../stake/types.ts'

/**
 * What a pool does with its rewards: stake them again, pay them out to holders, or keep them ready
 * inside the pool.
 */
export type Policy = 'reinvest' | 'distribute' | 'hold'
export const POLICIES: readonly Policy[] = ['reinvest', 'distribute', 'hold']

/**
 * How new funds reach the stake: on top of the active key (a tenth is locked), or through a second
 * key that is still maturing.
 */
export type Routing = 'top-up' | 'rotation'

/** What a pool was made with, and what its manager may change. */
export interface PoolConfig {
  kind: 'liquid' | 'referral' | 'service'
  manager: Account
  policy: Policy
  routing: Routing
  /** Part of each deposit, and of each reward, that is the manager's; scaled by 10^8. */
  depositFee: bigint
  rewardFee: bigint
  /** Part of a holder's rewards that goes to the account that referred it; scaled by 10^8. */
  referralRate: bigint
  /** LUX. */
  minimumDeposit: bigint
  /** Blocks before an epoch's end in which anyone may rotate. */
  rotationWindow: bigint
}

export interface Totals {
  shares: bigint
  /** Shares that beneficiaries of a split have not taken over yet; part of `shares`. */
  bonus: bigint
  /** LUX waiting to be staked. */
  idle: bigint
  /** LUX of rewards kept under the policy `hold`. */
  held: bigint
  /** LUX set aside for holders under the policy `distribute`. */
  owed: bigint
  /** LUX of the manager's fees. */
  fees: bigint
  /** LUX paid out per share so far, scaled by 10^18, and what the division left over, in LUX. */
  perShare: bigint
  carry: bigint
  paused: boolean
}

export interface Holder {
  shares: bigint
  bonus: bigint
  /** `perShare` up to which this holder has been paid. */
  paid: bigint
  /** LUX to claim. */
  claimable: bigint
  /** Share price, scaled by 10^18, up to which gains have been split. */
  mark: bigint
  /** LUX earned from referrals or customers so far, at the price of the day. */
  income: bigint
  referrer: Account | null
  /**
   * Part of this customer's rewards that is the operator's, scaled by 10^8; null for someone who is
   * no customer.
   */
  feeRate: bigint | null
  /** Whether it ever deposited. */
  joined: boolean
}

/** Who else has a part in a holder's rewards; `rate` scaled by 10^8. */
export type Split = (holder: Holder) => { to: Account; rate: bigint } | null

export interface Pool {
  readonly id: ContractId
  readonly config: Cell<PoolConfig>
  readonly totals: Cell<Totals>
  readonly holders: Table<Holder>
  /**
   * Provisioner keys with the signed order that stakes exactly the minimum on them, in the order in
   * which they were added.
   */
  readonly provisioners: Table<{ seed: Stake }>
  readonly split: Split
}

export const NO_TOTALS: Totals = {
  shares: 0n,
  bonus: 0n,
  idle: 0n,
  held: 0n,
  owed: 0n,
  fees: 0n,
  perShare: 0n,
  carry: 0n,
  paused: false,
}
export const NEW_HOLDER: Holder = {
  shares: 0n,
  bonus: 0n,
  paid: 0n,
  claimable: 0n,
  mark: 0n,
  income: 0n,
  referrer: null,
  feeRate: null,
  joined: false,
}

export const createPool = (
  store: ContractStore,
  id: ContractId,
  config: PoolConfig,
  split: (pool: Pool) => Split,
): Pool => {
  const pool: Pool = {
    id,
    config: store.cell('config', config),
    totals: store.cell('totals', NO_TOTALS),
    holders: store.table('holders'),
    provisioners: store.table('provisioners'),
    split: (holder) => splitOf(holder),
  }
  const splitOf = split(pool)
  return pool
}

export const updateTotals = (pool: Pool, next: Partial<Totals>): void => {
  pool.totals.value = { ...pool.totals.value, ...next }
}

export const holderOf = (pool: Pool, account: Account): Holder =>
  pool.holders.get(account) ?? { ...NEW_HOLDER, paid: pool.totals.value.perShare }

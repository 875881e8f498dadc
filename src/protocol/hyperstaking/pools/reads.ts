import { accountArg, INVALID_ARGUMENT } from '../core/args.ts'
import { type Account, STAKE } from '../core/ids.ts'
import { panic } from '../core/panic.ts'
import type { Context, Contract } from '../host/contract.ts'
import type { Stake, StakeConfig } from '../stake/types.ts'
import { bringUpToDate } from './rewards.ts'
import { luxFor, VIRTUAL } from './shares.ts'
import { backing, type Position, positions } from './staking.ts'
import { type Holder, holderOf, type Pool, type PoolConfig, type Totals } from './state.ts'

/** An account's position, as if it settled now; amounts in LUX. */
export interface PositionOf {
  shares: bigint
  value: bigint
  claimable: bigint
  income: bigint
  referrer: Account | null
}

export type KeyState = 'active' | 'maturing' | 'below-minimum' | 'empty' | 'foreign'

export interface KeyHealth {
  account: Account
  state: KeyState
  value: bigint
  locked: bigint
  eligibility: bigint | null
  reward: bigint
  faults: number
  hardFaults: number
}

/**
 * A pool's funds, in LUX: waiting to be staked, held in all, owed to leavers, and the manager’s
 * fees.
 */
export interface PoolHealth {
  keys: KeyHealth[]
  idle: bigint
  held: bigint
  owed: bigint
  fees: bigint
  paused: boolean
}

const stateOf = ({ data, foreign }: Position, height: bigint, minimumStake: bigint): KeyState => {
  if (foreign) return 'foreign'
  if (!data?.amount) return 'empty'
  if (height < data.amount.eligibility) return 'maturing'
  return data.amount.value < minimumStake ? 'below-minimum' : 'active'
}

const health = (pool: Pool, context: Context): PoolHealth => {
  const { idle, held, owed, fees, paused } = pool.totals.value
  const { minimumStake } = context.call(STAKE, 'get_config', null) as StakeConfig
  const keys = positions(pool, context).map((key): KeyHealth => ({
    account: key.account,
    state: stateOf(key, context.height, minimumStake),
    value: key.data?.amount?.value ?? 0n,
    locked: key.data?.amount?.locked ?? 0n,
    eligibility: key.data?.amount?.eligibility ?? null,
    reward: key.data?.reward ?? 0n,
    faults: key.data?.faults ?? 0,
    hardFaults: key.data?.hardFaults ?? 0,
  }))
  return { keys, idle, held, owed, fees, paused }
}

const positionOf = (pool: Pool, context: Context, account: Account): PositionOf => {
  const now = bringUpToDate(pool, context, account)
  const { shares, claimable, income, referrer } = holderOf(pool, account)
  return { shares, value: luxFor(shares, now), claimable, income, referrer }
}

/**
 * The part of a pool's state that a call by some accounts touches: enough to run the call
 * elsewhere, exactly.
 */
export interface PoolSnapshot {
  config: PoolConfig
  totals: Totals
  /** The requested accounts, their referrers, and the manager, as far as the pool knows them. */
  holders: Array<[Account, Holder]>
  provisioners: Array<[Account, { seed: Stake }]>
}

const snapshot = (pool: Pool, accounts: readonly Account[]): PoolSnapshot => {
  const wanted = new Set<Account>([pool.config.value.manager])
  for (const account of accounts) {
    for (
      let next: Account | null = account;
      next !== null && !wanted.has(next);
      next = pool.holders.get(next)?.referrer ?? null
    )
      wanted.add(next)
  }
  return {
    config: pool.config.value,
    totals: pool.totals.value,
    holders: [...wanted].flatMap((account) => {
      const holder = pool.holders.get(account)
      return holder ? [[account, holder] as [Account, Holder]] : []
    }),
    provisioners: [...pool.provisioners.entries()],
  }
}

/**
 * What anyone may ask a pool. A read leaves nothing behind, so these may harvest and settle to
 * answer for this very block.
 */
export const poolReads = (pool: Pool): Contract => ({
  position: (context, arg) => positionOf(pool, context, accountArg(arg)),
  balance_of: (context, arg) => positionOf(pool, context, accountArg(arg)).value,
  exchange_rate(context) {
    const { assets, shares } = backing(pool, context)
    return { numerator: assets + VIRTUAL, denominator: shares + VIRTUAL }
  },
  total_supply: () => pool.totals.value.shares,
  config: (): PoolConfig => pool.config.value,
  health: (context) => health(pool, context),
  paused: () => pool.totals.value.paused,
  snapshot: (_context, arg) =>
    snapshot(pool, Array.isArray(arg) ? arg.map(accountArg) : panic(INVALID_ARGUMENT)),
})

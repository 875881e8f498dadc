import { accountArg } from '../core/args.ts'
import { type Account, STAKE } from '../core/ids.ts'
import type { Context, Contract } from '../host/contract.ts'
import type { StakeConfig } from '../stake/types.ts'
import { bringUpToDate } from './rewards.ts'
import { luxFor, VIRTUAL } from './shares.ts'
import { backing, type Position, positions } from './staking.ts'
import { holderOf, type Pool, type PoolConfig } from './state.ts'

/** Where an account stands, as if it settled now; amounts in LUX. */
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

/** What anyone may ask a pool. A read leaves nothing behind, so these may harvest and settle to answer for this very block. */
export const reads = (pool: Pool): Contract => ({
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
})

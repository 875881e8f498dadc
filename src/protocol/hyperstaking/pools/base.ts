import { accountArg, fields, u64Arg } from '../core/args.ts'
import { type Account, TRANSFER } from '../core/ids.ts'
import { expecting, panic } from '../core/panic.ts'
import { addU64, subU64 } from '../core/u64.ts'
import { isU64, applyRate, RATE_SCALE } from '../core/units.ts'
import type { Context, Contract } from '../host/contract.ts'
import { stakeArg, stakeMessage, totalFunds } from '../stake/types.ts'
import { fromStake, managerOf, notPaused, userOf } from './guards.ts'
import { poolReads } from './reads.ts'
import { bringUpToDate, harvestRewards, settleHolder } from './rewards.ts'
import { rotateStake } from './rotation.ts'
import { blendMarks, luxFor, sharePrice, sharesBurnedFor, sharesFor } from './shares.ts'
import {
  backing,
  freeFunds,
  payAccount,
  stakeIdle,
  positions,
  addIdle,
  unstakeFrom,
} from './staking.ts'
import {
  updateTotals,
  holderOf,
  POLICIES,
  type Policy,
  type Pool,
  type PoolConfig,
} from './state.ts'

const aboveZero = (value: bigint): bigint => (value > 0n ? value : panic('The amount is zero'))

/** Takes a user's deposit and gives shares for what is left after the fee. */
export const depositInto = (pool: Pool, context: Context, arg: unknown): void => {
  const user = userOf(context)
  notPaused(pool)
  const amount = u64Arg(arg)
  const { minimumDeposit, depositFee } = pool.config.value
  if (amount < minimumDeposit || amount === 0n) panic("The deposit is below the pool's minimum")
  expecting('Depositing funds into contract should succeed', () =>
    context.call(TRANSFER, 'deposit', amount),
  )
  const now = bringUpToDate(pool, context, user)
  const fee = applyRate(amount, depositFee)
  const shares = sharesFor(amount - fee, now)
  if (shares === 0n) panic('The deposit is too small for a share')
  const holder = holderOf(pool, user)
  const mark = blendMarks(holder.shares, holder.mark, shares, sharePrice(now))
  pool.holders.set(user, { ...holder, shares: addU64(holder.shares, shares), mark, joined: true })
  const { shares: all, idle, fees } = pool.totals.value
  updateTotals(pool, {
    shares: addU64(all, shares),
    idle: addU64(idle, amount - fee),
    fees: addU64(fees, fee),
  })
  stakeIdle(pool, context)
  context.emit('deposit', { account: user, amount, fee, shares, ...backingFields(pool, context) })
}

/** Burns a user's shares and pays what they are worth. */
const burnShares = (
  pool: Pool,
  context: Context,
  worth: (now: { shares: bigint; assets: bigint }) => { shares: bigint; amount: bigint },
): void => {
  const user = userOf(context)
  const now = bringUpToDate(pool, context, user)
  const { shares, amount } = worth(now)
  const holder = holderOf(pool, user)
  if (shares > holder.shares) panic('The position is smaller than this')
  pool.holders.set(user, { ...holder, shares: holder.shares - shares })
  updateTotals(pool, { shares: subU64(pool.totals.value.shares, shares) })
  freeFunds(pool, context, aboveZero(amount))
  payAccount(context, user, amount)
  context.emit('unstake', { account: user, amount, shares, ...backingFields(pool, context) })
}

const backingFields = (pool: Pool, context: Context) => {
  const { assets, shares } = backing(pool, context)
  return { total_stake: assets, token_total_supply: shares }
}

const setPolicy = (pool: Pool, context: Context, policy: Policy): void => {
  managerOf(pool, context)
  if (!POLICIES.includes(policy)) panic('Invalid argument')
  harvestRewards(pool, context)
  pool.config.value = { ...pool.config.value, policy }
  const { idle, held } = pool.totals.value
  if (policy !== 'hold') updateTotals(pool, { idle: addU64(idle, held), held: 0n })
}

/** What every pool of this project does; a kind of pool adds to it or takes from it. */
export const basePool = (pool: Pool): Contract => ({
  deposit: (context, arg) => depositInto(pool, context, arg),

  /** Pays exactly this much LUX. */
  withdraw: (context, arg) =>
    burnShares(pool, context, (now) => ({
      amount: u64Arg(arg),
      shares: sharesBurnedFor(u64Arg(arg), now) ?? panic('The position is smaller than this'),
    })),

  /** Pays what this many shares are worth. */
  redeem: (context, arg) =>
    burnShares(pool, context, (now) => ({ shares: u64Arg(arg), amount: luxFor(u64Arg(arg), now) })),

  /** Pays the user what has been set aside for it. */
  claim(context) {
    const user = userOf(context)
    bringUpToDate(pool, context, user)
    const holder = holderOf(pool, user)
    const amount = holder.claimable
    if (amount === 0n) panic('There is nothing to claim')
    pool.holders.set(user, { ...holder, claimable: 0n })
    updateTotals(pool, { owed: subU64(pool.totals.value.owed, amount) })
    payAccount(context, user, amount)
    context.emit('claim', { account: user, amount })
  },

  /** Claims the pool's rewards and applies its policy; anyone may call it. */
  recycle(context) {
    notPaused(pool)
    const { reward, fee } = harvestRewards(pool, context)
    stakeIdle(pool, context)
    context.emit('reward', {
      operation: 'recycle',
      amount: reward,
      fee_total: fee,
      policy: pool.config.value.policy,
      ...backingFields(pool, context),
    })
  },

  /**
   * Moves the stake to the key that comes up at the next epoch; anyone may call it near an epoch's
   * end.
   */
  rotate(context) {
    notPaused(pool)
    if (pool.config.value.routing !== 'rotation') panic('This pool does not rotate')
    const { reward, fee } = harvestRewards(pool, context)
    rotateStake(pool, context)
    context.emit('reward', {
      operation: 'rotate',
      amount: reward,
      fee_total: fee,
      policy: pool.config.value.policy,
      ...backingFields(pool, context),
    })
  },

  /**
   * Settles another account's rewards up to now, so that all who have a part in them get it; anyone
   * may call it.
   */
  settle(context, arg) {
    const account = accountArg(arg)
    if (!pool.holders.has(account)) panic('The pool does not know this account')
    harvestRewards(pool, context)
    settleHolder(pool, account, backing(pool, context))
  },

  pause(context) {
    managerOf(pool, context)
    updateTotals(pool, { paused: true })
    context.emit('pause', { paused: true })
  },
  unpause(context) {
    managerOf(pool, context)
    updateTotals(pool, { paused: false })
    context.emit('pause', { paused: false })
  },
  set_policy: (context, arg) => setPolicy(pool, context, arg as Policy),

  collect_fees(context) {
    const manager = managerOf(pool, context)
    harvestRewards(pool, context)
    const amount = aboveZero(pool.totals.value.fees)
    updateTotals(pool, { fees: 0n })
    payAccount(context, manager, amount)
    context.emit('fees', { account: manager, amount })
  },

  /**
   * Adds a key with the order that its provisioner signed: it stakes the minimum for this pool, and
   * can be used again and again.
   */
  add_provisioner(context, arg) {
    managerOf(pool, context)
    const seed = stakeArg(arg)
    const { account, owner } = seed.keys
    if (owner.kind !== 'contract' || owner.contract !== pool.id)
      panic('The order must name this pool as the owner')
    if (!context.verify(account, stakeMessage(seed), seed.signature.account))
      panic('Invalid account signature!')
    pool.provisioners.set(account, { seed })
    stakeIdle(pool, context)
  },
  remove_provisioner(context, arg) {
    managerOf(pool, context)
    const account = accountArg(arg)
    harvestRewards(pool, context)
    const key =
      positions(pool, context).find((position) => position.account === account) ??
      panic('The pool does not know this provisioner')
    const funds = totalFunds(key.data?.amount ?? null)
    if (funds > 0n) unstakeFrom(context, account, funds)
    pool.provisioners.delete(account)
    stakeIdle(pool, context)
  },

  receive_unstake: (context, arg) => addIdle(pool, fromStake(context, arg).value),
  receive_reward: (context, arg) => addIdle(pool, fromStake(context, arg).value),

  ...poolReads(pool),
})

/** Moves shares between accounts, both settled first. */
export const transferShares = (pool: Pool, context: Context, arg: unknown): void => {
  const user = userOf(context)
  const { to, shares } = fields(arg)
  const receiver: Account = accountArg(to)
  const amount = aboveZero(u64Arg(shares))
  if (receiver === user) panic('An account cannot transfer to itself')
  const now = bringUpToDate(pool, context, user)
  settleHolder(pool, receiver, now)
  const from = holderOf(pool, user)
  if (amount > from.shares) panic('The position is smaller than this')
  const holder = holderOf(pool, receiver)
  pool.holders.set(user, { ...from, shares: from.shares - amount })
  const mark = blendMarks(holder.shares, holder.mark, amount, from.mark)
  pool.holders.set(receiver, { ...holder, shares: addU64(holder.shares, amount), mark })
  context.emit('transfer', { sender: user, receiver, value: amount })
}

/**
 * Refuses a design that cannot work, before it is deployed: rates above all, no minimum, no window.
 */
export const checkConfig = (config: PoolConfig): PoolConfig => {
  const rates = [config.depositFee, config.rewardFee, config.referralRate]
  if (rates.some((rate) => rate < 0n || rate >= RATE_SCALE))
    throw new RangeError('A rate is a part of the whole: at least 0, below 100%')
  if (!isU64(config.minimumDeposit)) throw new RangeError('The minimum deposit is an amount of LUX')
  if (config.rotationWindow < 1n || config.rotationWindow > 2160n)
    throw new RangeError('The rotation window lies within an epoch')
  return config
}

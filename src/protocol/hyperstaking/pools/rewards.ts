import { type Account, STAKE } from '../core/ids.ts'
import { expecting } from '../core/panic.ts'
import { addU64 } from '../core/u64.ts'
import { applyRate } from '../core/units.ts'
import type { Context } from '../host/contract.ts'
import { type Backing, blendMarks, luxFor, sharePrice, PRICE_SCALE } from './shares.ts'
import { backing, positions } from './staking.ts'
import { updateTotals, type Holder, holderOf, type Pool } from './state.ts'

/**
 * One LUX of reward stays with each key: an entry with nothing in it is deleted, and the next late
 * reward would make it someone else's for good [hyperstaking 1.7].
 */
const ANCHOR = 1n

export interface Harvest {
  reward: bigint
  fee: bigint
}

/** Pays `lux` to all shares in proportion; what cannot be divided waits for the next time. */
const distribute = (pool: Pool, lux: bigint): void => {
  const { shares, bonus, perShare, carry, owed, idle } = pool.totals.value
  const paying = shares - bonus
  if (paying === 0n) return updateTotals(pool, { idle: addU64(idle, lux) })
  const step = ((lux + carry) * PRICE_SCALE) / paying
  const used = (step * paying + PRICE_SCALE - 1n) / PRICE_SCALE
  updateTotals(pool, {
    perShare: perShare + step,
    carry: lux + carry - used,
    owed: addU64(owed, lux),
  })
}

/**
 * Claims every reward of the pool's keys, takes the manager's fee and hands the rest to the policy.
 */
export const harvestRewards = (pool: Pool, context: Context): Harvest => {
  const before = pool.totals.value.idle
  for (const { account, data } of positions(pool, context)) {
    if (!data || data.reward <= ANCHOR) continue
    const order = { account, value: data.reward - ANCHOR, method: 'receive_reward', data: null }
    expecting('Withdraw rewards from stake contract should succeed', () =>
      context.call(STAKE, 'withdraw_from_contract', order),
    )
  }
  const reward = pool.totals.value.idle - before
  const { policy, rewardFee } = pool.config.value
  const fee = applyRate(reward, rewardFee)
  const net = reward - fee
  updateTotals(pool, { fees: addU64(pool.totals.value.fees, fee) })
  if (policy === 'reinvest') updateTotals(pool, { idle: before + net })
  else updateTotals(pool, { idle: before })
  if (policy === 'hold') updateTotals(pool, { held: addU64(pool.totals.value.held, net) })
  if (policy === 'distribute' && net > 0n) distribute(pool, net)
  return { reward, fee }
}

/**
 * Brings a holder's account up to now: payouts, the beneficiary's part of payouts and of gains in
 * price, and bonus shares taken over.
 */
export const settleHolder = (pool: Pool, account: Account, now: Backing): Holder => {
  const holder = holderOf(pool, account)
  const at = sharePrice(now)
  const pending = (holder.shares * (pool.totals.value.perShare - holder.paid)) / PRICE_SCALE
  const gain = at > holder.mark ? (holder.shares * (at - holder.mark)) / PRICE_SCALE : 0n
  const split = pool.split(holder)
  const cutLux = split ? applyRate(pending, split.rate) : 0n
  const cutShares = split ? (applyRate(gain, split.rate) * PRICE_SCALE) / at : 0n
  const own = holder.shares - cutShares
  const mark = at > holder.mark ? at : holder.mark
  const settled: Holder = {
    ...holder,
    shares: own + holder.bonus,
    bonus: 0n,
    paid: pool.totals.value.perShare,
    claimable: holder.claimable + pending - cutLux,
    mark: blendMarks(own, mark, holder.bonus, at),
  }
  pool.holders.set(account, settled)
  updateTotals(pool, { bonus: pool.totals.value.bonus - holder.bonus + cutShares })
  if (split && (cutLux > 0n || cutShares > 0n)) {
    const to = holderOf(pool, split.to)
    const income = to.income + cutLux + luxFor(cutShares, now)
    pool.holders.set(split.to, {
      ...to,
      claimable: to.claimable + cutLux,
      bonus: to.bonus + cutShares,
      income,
    })
  }
  return pool.holders.get(account)!
}

/**
 * Harvest and settle one account: every user call starts with it, so that no one buys into or
 * leaves behind rewards already earned.
 */
export const bringUpToDate = (pool: Pool, context: Context, account: Account): Backing => {
  harvestRewards(pool, context)
  const now = backing(pool, context)
  settleHolder(pool, account, now)
  return now
}

import { accountArg, fields } from '../core/args.ts'
import type { Account } from '../core/ids.ts'
import { panic } from '../core/panic.ts'
import type { ContractFactory } from '../host/contract.ts'
import { basePool, checkConfig, depositInto, transferShares } from './base.ts'
import { userOf } from './guards.ts'
import { POOL_DEFAULTS, type PoolChoice } from './liquid.ts'
import { createPool, holderOf, type Pool } from './state.ts'

/** Referrers above a new one that a deposit looks at for a circle; a longer line is refused. */
export const MAX_LINE = 32

/**
 * Names who referred an account: once, before its first deposit, never itself and never in a
 * circle.
 */
const setReferrer = (pool: Pool, user: Account, referrer: Account): void => {
  const holder = holderOf(pool, user)
  if (holder.referrer === referrer) return
  if (holder.referrer !== null || holder.joined)
    panic('A referrer is named with the first deposit and cannot change')
  if (referrer === user) panic('An account cannot refer itself')
  let above: Account | null = referrer
  for (let steps = 0; above !== null; steps++) {
    if (above === user) panic('These referrals would go round in a circle')
    if (steps === MAX_LINE) panic('This line of referrals is too long')
    above = holderOf(pool, above).referrer
  }
  pool.holders.set(user, { ...holder, referrer })
}

/**
 * A referral pool: who brings someone earns a part of that account's rewards, never of its
 * principal. What is not a referrer's, roundings included, stays with the holder and the pool.
 */
export const referralPool =
  (choice: PoolChoice): ContractFactory =>
  (store, id) => {
    const config = checkConfig({ ...POOL_DEFAULTS, ...choice, kind: 'referral' })
    const pool = createPool(
      store,
      id,
      config,
      ({ config: current }) =>
        ({ referrer }) =>
          referrer === null ? null : { to: referrer, rate: current.value.referralRate },
    )
    return {
      ...basePool(pool),
      transfer: (context, arg) => transferShares(pool, context, arg),
      deposit_with_referrer(context, arg) {
        const { amount, referrer } = fields(arg)
        setReferrer(pool, userOf(context), accountArg(referrer))
        depositInto(pool, context, amount)
      },
      referrals: (_context, arg) =>
        [...pool.holders.entries()]
          .filter(([, { referrer }]) => referrer === arg)
          .map(([account]) => account),
    }
  }

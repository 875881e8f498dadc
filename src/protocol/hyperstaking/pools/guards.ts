import { type Account, STAKE, TRANSFER } from '../core/ids.ts'
import { panic } from '../core/panic.ts'
import type { Context } from '../host/contract.ts'
import { type ReceiveFromContract, receiveArg } from '../transfer/types.ts'
import type { Pool } from './state.ts'

/**
 * The account that signed, when it calls directly: through another contract anyone's signature
 * could be spent.
 */
export const userOf = (context: Context): Account =>
  context.sender !== null && context.caller === TRANSFER && context.callers.length === 1
    ? context.sender
    : panic('Only an account may call this, directly')

export const managerOf = (pool: Pool, context: Context): Account => {
  const user = userOf(context)
  return user === pool.config.value.manager ? user : panic('Only the manager may call this')
}

export const notPaused = (pool: Pool): void => {
  if (pool.totals.value.paused) panic('The pool is paused')
}

/**
 * Funds that the stake contract itself sends through the transfer contract; anyone else may not use
 * the callbacks.
 */
export const fromStake = (context: Context, arg: unknown): ReceiveFromContract => {
  const message = receiveArg(arg)
  if (context.caller !== TRANSFER || context.callers.length < 2 || message.contract !== STAKE)
    panic('Only the stake contract may send this')
  return message
}

import { STAKE, TRANSFER } from '../core/ids.ts'
import { expecting, panic } from '../core/panic.ts'
import type { Context, Contract } from '../host/contract.ts'
import { stakeArg, withdrawArg } from '../stake/types.ts'
import { receiveArg } from '../transfer/types.ts'

const fundsFromTransfer = (context: Context) => {
  if (context.caller !== TRANSFER) panic('Can only be called from the transfer contract')
  if (context.callers.length < 2) panic('Cannot be called by a root ICC')
}

/**
 * The smallest contract that stakes: it passes signed orders on and relays stakes of other
 * contracts. It guards nothing: anyone may order an unstake, and the signed order inside decides
 * who is paid. For tests and for reading; not a template for a pool.
 */
export const charlie = (): Contract => ({
  stake(context, arg) {
    const stake = stakeArg(arg)
    expecting('Depositing funds into contract should succeed', () =>
      context.call(TRANSFER, 'deposit', stake.value),
    )
    const transfer = {
      contract: STAKE,
      value: stake.value,
      method: 'stake_from_contract',
      data: stake,
    }
    expecting('Transferring to stake contract should succeed', () =>
      context.call(TRANSFER, 'contract_to_contract', transfer),
    )
  },

  stake_from_contract(context, arg) {
    const { value, data } = receiveArg(arg)
    const transfer = { contract: STAKE, value, method: 'stake_from_contract', data }
    expecting('[relayer] Staking to the stake contract should succeed', () =>
      context.call(TRANSFER, 'contract_to_contract', transfer),
    )
  },

  unstake(context, arg) {
    const { account, withdraw } = withdrawArg(arg)
    const order = { account, value: withdraw.value, method: 'receive_unstake', data: withdraw }
    expecting('Unstake from stake contract should succeed', () =>
      context.call(STAKE, 'unstake_from_contract', order),
    )
  },

  withdraw(context, arg) {
    const { account, withdraw } = withdrawArg(arg)
    const order = { account, value: withdraw.value, method: 'receive_reward', data: withdraw }
    expecting('Withdraw rewards from stake contract should succeed', () =>
      context.call(STAKE, 'withdraw_from_contract', order),
    )
  },

  receive_unstake(context, arg) {
    fundsFromTransfer(context)
    expecting('Withdrawing stake should succeed', () =>
      context.call(TRANSFER, 'withdraw', receiveArg(arg).data),
    )
  },

  receive_reward(context, arg) {
    fundsFromTransfer(context)
    expecting('Withdrawing stake should succeed', () =>
      context.call(TRANSFER, 'withdraw', receiveArg(arg).data),
    )
  },
})

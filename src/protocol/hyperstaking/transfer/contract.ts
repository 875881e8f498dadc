import { u64Arg } from '../core/args.ts'
import {
  type Account,
  type ContractId,
  STAKE,
  TRANSFER,
  isAccount,
  isContractId,
} from '../core/ids.ts'
import { expecting, panic } from '../core/panic.ts'
import { addU64, subU64 } from '../core/u64.ts'
import type { Context, Contract } from '../host/contract.ts'
import type { ContractStore } from '../host/store.ts'
import {
  contractBalanceArg,
  contractToAccountArg,
  contractToContractArg,
  type ReceiveFromContract,
  type TransferWithdraw,
  transferWithdrawArg,
  withdrawMessage,
} from './types.ts'

export interface AccountState {
  nonce: bigint
  balance: bigint
}

/**
 * The transaction being run, as the transfer contract remembers it: its deposit can be taken once,
 * by the contract that it calls.
 */
export interface CurrentTransaction {
  sender: Account
  nonce: bigint
  contract: ContractId | null
  deposit: bigint
  taken: boolean
}

export const EMPTY_ACCOUNT: AccountState = { nonce: 0n, balance: 0n }

/** The transfer contract's rows, for the node's own work around a transaction. */
export const transferRows = (store: ContractStore) => ({
  accounts: store.table<AccountState>('accounts'),
  balances: store.table<bigint>('balances'),
  current: store.cell<CurrentTransaction | null>('current', null),
})
export type TransferRows = ReturnType<typeof transferRows>

/**
 * The transfer contract [hyperstaking 2]: every guard in its order, with its text. Amounts in LUX.
 */
export const transferContract = ({ accounts, balances, current }: TransferRows): Contract => {
  const credit = (account: Account, value: bigint) => {
    const before = accounts.get(account) ?? EMPTY_ACCOUNT
    accounts.set(account, { nonce: before.nonce, balance: addU64(before.balance, value) })
  }
  const fund = (contract: ContractId, value: bigint) =>
    balances.set(contract, addU64(balances.get(contract) ?? 0n, value))

  /** Guards that both transfers from a contract share; returns the sender. */
  const sending = (context: Context, value: bigint): ContractId => {
    const sender = context.caller ?? panic('A transfer must happen in the context of a transaction')
    if (sender === TRANSFER) panic('Cannot be called directly by the transfer contract')
    const balance = balances.get(sender) ?? panic('Caller must have a balance')
    if (balance < value) panic('Caller must have enough balance')
    balances.set(sender, balance - value)
    return sender
  }

  const deliver = (
    context: Context,
    to: ContractId,
    method: string,
    message: ReceiveFromContract,
  ) => expecting('Calling receiver should succeed', () => context.call(to, method, message))

  const stakeOnly = (context: Context) => {
    if (context.caller !== STAKE) panic('Can only be called by the stake contract')
  }

  /** The order must be for this very transaction, and its receiver must have signed it. */
  const signed = (context: Context, order: TransferWithdraw) => {
    if (current.value?.nonce !== order.nonce) panic('Incorrect nonce signed')
    if (!context.verify(order.receiver, withdrawMessage(order), order.signature))
      panic('Invalid signature')
  }

  return {
    deposit(context, arg) {
      const value = u64Arg(arg)
      const transaction = current.value
      if (!context.caller || !transaction)
        return panic('A deposit must happen in the context of a transaction')
      if (transaction.taken) panic('The deposit has already been taken')
      if (transaction.deposit === 0n) panic('There is no deposit in the transaction')
      if (transaction.deposit !== value)
        panic("The value to deposit doesn't match the value in the transaction")
      if (transaction.contract !== context.caller)
        panic("The calling contract doesn't match the contract in the transaction")
      fund(context.caller, value)
      current.value = { ...transaction, taken: true }
      context.emit('deposit', { sender: transaction.sender, receiver: context.caller, value })
    },

    contract_to_contract(context, arg) {
      const { contract, value, method, data } = contractToContractArg(arg)
      const sender = sending(context, value)
      fund(contract, value)
      deliver(context, contract, method, { contract: sender, value, data })
      context.emit('contract_to_contract', { sender, receiver: contract, value })
    },

    contract_to_account(context, arg) {
      const { account, value } = contractToAccountArg(arg)
      const sender = sending(context, value)
      credit(account, value)
      context.emit('contract_to_account', { sender, receiver: account, value })
    },

    mint_to_contract(context, arg) {
      stakeOnly(context)
      const { contract, value, method, data } = contractToContractArg(arg)
      fund(contract, value)
      deliver(context, contract, method, { contract: STAKE, value, data })
      context.emit('mint_c', { sender: STAKE, receiver: contract, value })
    },

    mint(context, arg) {
      stakeOnly(context)
      const order = transferWithdrawArg(arg)
      if (order.contract !== STAKE) panic('Withdrawal should from the stake contract')
      signed(context, order)
      credit(order.receiver, order.value)
      context.emit('mint', { sender: STAKE, receiver: order.receiver, value: order.value })
    },

    withdraw(context, arg) {
      const order = transferWithdrawArg(arg)
      if (context.caller !== order.contract)
        panic('The "withdraw" function can only be called by the specified contract.')
      const balance = balances.get(order.contract) ?? 0n
      if (balance < order.value) panic("The contract doesn't have enough balance")
      balances.set(order.contract, balance - order.value)
      signed(context, order)
      credit(order.receiver, order.value)
      context.emit('withdraw', {
        sender: order.contract,
        receiver: order.receiver,
        value: order.value,
      })
    },

    /** Burns what a hard slash takes from the stake contract. */
    sub_contract_balance(context, arg) {
      stakeOnly(context)
      const { contract, value } = contractBalanceArg(arg)
      balances.set(contract, subU64(balances.get(contract) ?? 0n, value))
    },

    account: (_context, arg) =>
      isAccount(arg) ? (accounts.get(arg) ?? EMPTY_ACCOUNT) : panic('Invalid argument'),
    contract_balance: (_context, arg) =>
      isContractId(arg) ? (balances.get(arg) ?? 0n) : panic('Invalid argument'),
    chain_id: (context) => BigInt(context.chainId),
  }
}

import { accountArg, contractArg, fields, textArg, u64Arg } from '../core/args.ts'
import { concat, contractBytes, keyBytes, u64Bytes } from '../core/bytes.ts'
import type { Account, ContractId } from '../core/ids.ts'

/** What a contract's receiving function is given along with the funds [hyperstaking 1.2]. */
export interface ReceiveFromContract {
  contract: ContractId
  value: bigint
  data: unknown
}

export interface ContractToContract {
  contract: ContractId
  value: bigint
  method: string
  data: unknown
}

export interface ContractToAccount {
  account: Account
  value: bigint
}

/**
 * A signed order to pay `value` from a contract to an account within one transaction: `nonce` is
 * that transaction's.
 */
export interface TransferWithdraw {
  contract: ContractId
  value: bigint
  receiver: Account
  nonce: bigint
  signature: string
}

export const receiveArg = (arg: unknown): ReceiveFromContract => {
  const { contract, value, data } = fields(arg)
  return { contract: contractArg(contract), value: u64Arg(value), data }
}

export const contractToContractArg = (arg: unknown): ContractToContract => {
  const { contract, value, method, data } = fields(arg)
  return { contract: contractArg(contract), value: u64Arg(value), method: textArg(method), data }
}

export const contractToAccountArg = (arg: unknown): ContractToAccount => {
  const { account, value } = fields(arg)
  return { account: accountArg(account), value: u64Arg(value) }
}

export const contractBalanceArg = (arg: unknown): { contract: ContractId; value: bigint } => {
  const { contract, value } = fields(arg)
  return { contract: contractArg(contract), value: u64Arg(value) }
}

export const transferWithdrawArg = (arg: unknown): TransferWithdraw => {
  const { contract, value, receiver, nonce, signature } = fields(arg)
  return {
    contract: contractArg(contract),
    value: u64Arg(value),
    receiver: accountArg(receiver),
    nonce: u64Arg(nonce),
    signature: textArg(signature),
  }
}

/** What the receiver signs: contract, value, receiver, nonce. */
export const withdrawMessage = (order: Omit<TransferWithdraw, 'signature'>): Uint8Array =>
  concat(
    contractBytes(order.contract),
    u64Bytes(order.value),
    keyBytes(order.receiver),
    u64Bytes(order.nonce),
  )

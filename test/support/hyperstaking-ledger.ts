import { fund, type Ledger, submit } from '../../src/protocol/hyperstaking/chain/ledger.ts'
import {
  type Account,
  type ContractId,
  namedAccount,
} from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { signFor } from '../../src/protocol/hyperstaking/host/signature.ts'
import type { Receipt } from '../../src/protocol/hyperstaking/host/transaction.ts'
import {
  type Owner,
  type Stake,
  stakeMessage,
  stakeWithdrawMessage,
  type Withdraw,
} from '../../src/protocol/hyperstaking/stake/types.ts'
import { withdrawMessage } from '../../src/protocol/hyperstaking/transfer/types.ts'

export const [alice, bob, carol, provisioner] = ['alice', 'bob', 'carol', 'provisioner'].map(
  namedAccount,
) as [Account, Account, Account, Account]

export const ownedBy = (contract: ContractId): Owner => ({ kind: 'contract', contract })
export const ownedByAccount = (account: Account): Owner => ({ kind: 'account', account })

/** A stake order, signed by the provisioner (and by the owner when that is an account). */
export const signedStake = (account: Account, owner: Owner, value: bigint, chainId = 0): Stake => {
  const order = { chainId, keys: { account, owner }, value }
  const message = stakeMessage(order)
  return {
    ...order,
    signature: {
      account: signFor(account, message),
      owner: signFor(owner.kind === 'account' ? owner.account : account, message),
    },
  }
}

/** An order to take funds out, for the sender's next transaction. */
export const signedWithdraw = (
  ledger: Ledger,
  {
    account,
    owner,
    contract,
    value,
    receiver,
  }: { account: Account; owner: Account; contract: ContractId; value: bigint; receiver: Account },
): Withdraw => {
  const nonce = (ledger.transfer.accounts.get(receiver)?.nonce ?? 0n) + 1n
  const inner = { contract, value, receiver, nonce }
  const withdraw = { ...inner, signature: signFor(receiver, withdrawMessage(inner)) }
  const message = stakeWithdrawMessage({ account, withdraw })
  return {
    account,
    withdraw,
    signature: { account: signFor(account, message), owner: signFor(owner, message) },
  }
}

interface SentCall {
  sender: Account
  contract: ContractId
  method: string
  arg: unknown
  /** LUX that move into the contract. */
  deposit?: bigint
}

/** Sends a call with enough funds behind it and returns its receipt. */
export const sendCall = (
  ledger: Ledger,
  { sender, contract, method, arg, deposit = 0n }: SentCall,
): Receipt => {
  const execution = submit(ledger, { sender, deposit, call: { contract, method, arg } })
  if (!execution.ok) throw new Error(execution.text)
  return execution.receipt
}

export const fundAccounts = (ledger: Ledger, ...accounts: Account[]): void => {
  for (const account of accounts) fund(ledger, account, dusk(1_000_000n))
}

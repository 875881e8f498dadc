import { accountArg, contractArg, fields, textArg, u64Arg } from '../core/args.ts'
import { concat, contractBytes, keyBytes, textBytes, u64Bytes } from '../core/bytes.ts'
import type { Account, ContractId } from '../core/ids.ts'
import { panic } from '../core/panic.ts'
import { type TransferWithdraw, transferWithdrawArg, withdrawMessage } from '../transfer/types.ts'

/** Who owns a stake's funds: an account, or a contract. */
export type Owner =
  | { kind: 'account'; account: Account }
  | { kind: 'contract'; contract: ContractId }

/** Whose stake it is: the key that votes and the owner of the funds. */
export interface StakeKeys {
  /** The provisioner's consensus key. */
  account: Account
  owner: Owner
}

/** Both in LUX: `value` counts in consensus, `locked` does not and comes out last. */
export interface StakeAmount {
  value: bigint
  locked: bigint
  eligibility: bigint
}

/**
 * A provisioner’s entry: its stake, or null when it has none, its unclaimed reward in LUX, and its
 * faults since.
 */
export interface StakeData {
  amount: StakeAmount | null
  reward: bigint
  faults: number
  hardFaults: number
}

/**
 * A signed order to stake [hyperstaking 1.2]: no nonce, so a contract can use its own again for the
 * same value.
 */
export interface Stake {
  chainId: number
  keys: StakeKeys
  value: bigint
  signature: { account: string; owner: string }
}

/** A signed order of an account to take stake or reward out. */
export interface Withdraw {
  account: Account
  withdraw: TransferWithdraw
  signature: { account: string; owner: string }
}

/** A contract's order to take stake or reward out to itself. */
export interface WithdrawToContract {
  account: Account
  value: bigint
  method: string
  data: unknown
}

export type RewardReason = 'GeneratorFixed' | 'GeneratorExtra' | 'Voter' | 'Other'

/** A part of a block’s reward, in LUX, for one provisioner. */
export interface Reward {
  account: Account
  value: bigint
  reason: RewardReason
}

/** Rules of the stake contract: the least stake in LUX, and how many soft faults only warn. */
export interface StakeConfig {
  minimumStake: bigint
  warnings: number
}

export const sameOwner = (a: Owner, b: Owner): boolean =>
  a.kind === 'account'
    ? b.kind === 'account' && a.account === b.account
    : b.kind === 'contract' && a.contract === b.contract

export const totalFunds = (amount: StakeAmount | null): bigint =>
  amount ? amount.value + amount.locked : 0n

const ownerArg = (arg: unknown): Owner => {
  const { kind, account, contract } = fields(arg)
  if (kind === 'account') return { kind, account: accountArg(account) }
  if (kind === 'contract') return { kind, contract: contractArg(contract) }
  return panic('Invalid argument')
}

const signatureArg = (arg: unknown) => {
  const { account, owner } = fields(arg)
  return { account: textArg(account), owner: textArg(owner) }
}

export const stakeArg = (arg: unknown): Stake => {
  const { chainId, keys, value, signature } = fields(arg)
  const { account, owner } = fields(keys)
  return {
    chainId: smallIntegerArg(chainId),
    keys: { account: accountArg(account), owner: ownerArg(owner) },
    value: u64Arg(value),
    signature: signatureArg(signature),
  }
}

export const withdrawArg = (arg: unknown): Withdraw => {
  const { account, withdraw, signature } = fields(arg)
  return {
    account: accountArg(account),
    withdraw: transferWithdrawArg(withdraw),
    signature: signatureArg(signature),
  }
}

export const withdrawToContractArg = (arg: unknown): WithdrawToContract => {
  const { account, value, method, data } = fields(arg)
  return { account: accountArg(account), value: u64Arg(value), method: textArg(method), data }
}

/** An integer that fits u8. */
export const smallIntegerArg = (arg: unknown): number =>
  typeof arg === 'number' && Number.isInteger(arg) && arg >= 0 && arg < 256
    ? arg
    : panic('Invalid argument')

export const slashArg = (
  arg: unknown,
): { account: Account; amount: bigint | null; severity: number } => {
  const { account, amount, severity } = fields(arg)
  return {
    account: accountArg(account),
    amount: amount === undefined || amount === null ? null : u64Arg(amount),
    severity: severity === undefined ? 1 : smallIntegerArg(severity),
  }
}

/** What both keys of a stake sign: 201 bytes [hyperstaking 1.2]. */
export const stakeMessage = ({ chainId, keys, value }: Omit<Stake, 'signature'>): Uint8Array =>
  concat(
    Uint8Array.of(chainId),
    keyBytes(keys.account),
    keys.owner.kind === 'account'
      ? keyBytes(keys.owner.account)
      : contractBytes(keys.owner.contract, 96),
    u64Bytes(value),
  )

/** What both keys sign to take funds out: key, the inner order, and the inner order's signature. */
export const stakeWithdrawMessage = ({
  account,
  withdraw,
}: Omit<Withdraw, 'signature'>): Uint8Array =>
  concat(keyBytes(account), withdrawMessage(withdraw), textBytes(withdraw.signature))

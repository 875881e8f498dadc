import { accountArg, fields, orNull, u64Arg } from '../core/args.ts'
import { type Account, compareKeys, STAKE, TRANSFER } from '../core/ids.ts'
import { expecting, panic } from '../core/panic.ts'
import { addU64, subU64 } from '../core/u64.ts'
import type { Context, Contract } from '../host/contract.ts'
import type { ContractStore } from '../host/store.ts'
import { receiveArg } from '../transfer/types.ts'
import { addFunds, drainFunds, hardSlash, softSlash } from './funds.ts'
import {
  type Owner,
  type Reward,
  sameOwner,
  slashArg,
  smallIntegerArg,
  type Stake,
  stakeArg,
  type StakeConfig,
  type StakeData,
  type StakeKeys,
  stakeMessage,
  stakeWithdrawMessage,
  totalFunds,
  type Withdraw,
  withdrawArg,
  withdrawToContractArg,
} from './types.ts'

export interface StakeEntry {
  keys: StakeKeys
  data: StakeData
}

export const stakeRows = (store: ContractStore, config: StakeConfig) => ({
  entries: store.table<StakeEntry>('entries'),
  config: store.cell<StakeConfig>('config', config),
  burnt: store.cell('burnt', 0n),
  changes: store.table<{ before: StakeData | null }>('changes'),
})
export type StakeRows = ReturnType<typeof stakeRows>

const NEW: StakeData = { amount: null, reward: 0n, faults: 0, hardFaults: 0 }
const expectDeposit = 'Depositing funds into contract should succeed'

/**
 * The stake contract [hyperstaking 1]: guards in their order with their texts, callbacks before the
 * state changes. Amounts in LUX.
 */
export const stakeContract = (
  { entries, config, burnt, changes }: StakeRows,
  version: number,
): Contract => {
  const fromTransfer = (context: Context) => {
    if (context.caller !== TRANSFER) panic('Can only be called from the transfer contract')
  }
  const fromOutside = (context: Context) => {
    if (context.caller !== null) panic('Can only be called from the outside the VM')
  }
  const write = (keys: StakeKeys, data: StakeData) => entries.set(keys.account, { keys, data })
  /** Writes what is left after something was taken out; an entry with nothing in it goes. */
  const writeRest = (keys: StakeKeys, data: StakeData) => {
    if (data.amount === null && data.reward === 0n) entries.delete(keys.account)
    else write(keys, data)
  }
  /** Remembers what a stake was before this block; the first time in a block counts. */
  const noteChange = (account: Account) => {
    if (!changes.has(account)) changes.set(account, { before: entries.get(account)?.data ?? null })
  }
  const ownerAccount = (owner: Owner): Account =>
    owner.kind === 'account' ? owner.account : panic('expect StakeFundOwner::Account')
  const callingOwner = (context: Context, owner: Owner) => {
    if (owner.kind !== 'contract') return panic('expect StakeFundOwner::Contract')
    if (context.caller === null) panic('unstake must be called by a contract')
    if (owner.contract !== context.caller) panic('Invalid contract caller')
    return owner.contract
  }
  /**
   * The order's chain, and the entry that it speaks of: an existing one must have exactly its keys.
   */
  const target = (context: Context, stake: Stake): StakeData => {
    if (stake.chainId !== context.chainId) panic('The stake must target the correct chain')
    const entry = entries.get(stake.keys.account)
    if (entry && !sameOwner(entry.keys.owner, stake.keys.owner)) panic('Keys mismatch')
    return entry?.data ?? NEW
  }
  const put = (context: Context, keys: StakeKeys, value: bigint) => {
    const data = entries.get(keys.account)?.data ?? NEW
    const { amount, active, locked } = addFunds(data.amount, value, context.height)
    noteChange(keys.account)
    write(keys, { ...data, amount })
    context.emit('stake', { keys, value: active, locked })
  }
  const aboveMinimum = (value: bigint) => {
    if (value < config.value.minimumStake)
      panic('The staked value is lower than the minimum amount!')
  }
  const unstakable = (account: Account, value: bigint) => {
    const entry = entries.get(account) ?? panic('A stake should exist in the map to be unstaked!')
    const amount = entry.data.amount ?? panic('There must be an amount to unstake')
    if (value > totalFunds(amount)) panic('Value to unstake higher than the staked amount')
    return { ...entry, amount }
  }
  const take = (context: Context, account: Account, value: bigint) => {
    const { keys, data, amount } = unstakable(account, value)
    const { amount: left, active, locked } = drainFunds(amount, value)
    noteChange(account)
    writeRest(keys, { ...data, amount: left })
    context.emit('unstake', { keys, value: active, locked })
    return totalFunds(left)
  }
  const withdrawable = (account: Account, value: bigint) => {
    const entry = entries.get(account) ?? panic('A stake should exist in the map to get rewards!')
    if (value === 0n) panic('Withdrawing 0 reward is not allowed')
    if (value > entry.data.reward) panic('Value to withdraw is higher than available reward')
    return entry
  }
  const takeReward = (context: Context, account: Account, value: bigint) => {
    const { keys, data } =
      entries.get(account) ?? panic('A stake should exist in the map to get rewards!')
    writeRest(keys, { ...data, reward: subU64(data.reward, value) })
    context.emit('withdraw', { keys, value, locked: 0n })
  }
  const bothSigned = (
    context: Context,
    keys: StakeKeys,
    order: { signature: Withdraw['signature'] },
    message: Uint8Array,
  ) => {
    if (!context.verify(ownerAccount(keys.owner), message, order.signature.owner))
      panic('Invalid owner signature!')
    if (!context.verify(keys.account, message, order.signature.account))
      panic('Invalid account signature!')
  }

  return {
    stake(context, arg) {
      fromTransfer(context)
      const stake = stakeArg(arg)
      const data = target(context, stake)
      if (!data.amount) aboveMinimum(stake.value)
      if (!context.isValidKey(ownerAccount(stake.keys.owner)))
        panic('Specified owner key is not valid')
      bothSigned(context, stake.keys, stake, stakeMessage(stake))
      expecting(expectDeposit, () => context.call(TRANSFER, 'deposit', stake.value))
      put(context, stake.keys, stake.value)
    },

    stake_from_contract(context, arg) {
      fromTransfer(context)
      if (context.callers.length < 2) panic('Cannot be called by a root ICC')
      const received = receiveArg(arg)
      const stake = orNull(() => stakeArg(received.data)) ?? panic('Invalid stake received')
      const data = target(context, stake)
      const { owner } = stake.keys
      if (owner.kind !== 'contract') return panic('expect StakeFundOwner::Contract')
      if (owner.contract !== received.contract) panic('Invalid contract caller')
      if (stake.value !== received.value) panic('Stake amount mismatch')
      if (!data.amount) {
        aboveMinimum(stake.value)
        if (!context.verify(stake.keys.account, stakeMessage(stake), stake.signature.account))
          panic('Invalid account signature!')
      }
      put(context, stake.keys, stake.value)
    },

    unstake(context, arg) {
      fromTransfer(context)
      const order = withdrawArg(arg)
      const { value } = order.withdraw
      const { keys } = unstakable(order.account, value)
      bothSigned(context, keys, order, stakeWithdrawMessage(order))
      expecting('Withdrawing stake should succeed', () =>
        context.call(TRANSFER, 'withdraw', order.withdraw),
      )
      const left = take(context, order.account, value)
      if (left > 0n && left < config.value.minimumStake)
        panic('Stake left is lower than minimum stake')
    },

    unstake_from_contract(context, arg) {
      const { account, value, method, data } = withdrawToContractArg(arg)
      const contract = callingOwner(context, unstakable(account, value).keys.owner)
      expecting('Unstaking to contract should succeed', () =>
        context.call(TRANSFER, 'contract_to_contract', { contract, value, method, data }),
      )
      take(context, account, value)
    },

    withdraw(context, arg) {
      fromTransfer(context)
      const order = withdrawArg(arg)
      const { keys } = withdrawable(order.account, order.withdraw.value)
      bothSigned(context, keys, order, stakeWithdrawMessage(order))
      expecting('Withdrawing reward should succeed', () =>
        context.call(TRANSFER, 'mint', order.withdraw),
      )
      takeReward(context, order.account, order.withdraw.value)
    },

    withdraw_from_contract(context, arg) {
      const { account, value, method, data } = withdrawToContractArg(arg)
      const contract = callingOwner(context, withdrawable(account, value).keys.owner)
      expecting('Withdrawing reward to contract should succeed', () =>
        context.call(TRANSFER, 'mint_to_contract', { contract, value, method, data }),
      )
      takeReward(context, account, value)
    },

    get_stake: (_context, arg) => entries.get(accountArg(arg))?.data ?? null,
    get_stake_keys: (_context, arg) => entries.get(accountArg(arg))?.keys ?? null,
    burnt_amount: () => burnt.value,
    get_version: () => version,
    get_config: () => config.value,
    stakes: () => [...entries.entries()].map(([, entry]) => entry),
    prev_state_changes: () =>
      [...changes.entries()]
        .map(([account, { before }]) => ({ account, before }))
        .sort((a, b) => compareKeys(a.account, b.account)),

    before_state_transition(context) {
      fromOutside(context)
      for (const [account] of changes.entries()) changes.delete(account)
    },
    set_config(context, arg) {
      fromOutside(context)
      const { minimumStake, warnings } = fields(arg)
      config.value = { minimumStake: u64Arg(minimumStake), warnings: smallIntegerArg(warnings) }
    },
    insert_stake(context, arg) {
      fromOutside(context)
      const { keys, data } = arg as StakeEntry
      write(keys, data)
    },
    set_burnt_amount(context, arg) {
      fromOutside(context)
      burnt.value = u64Arg(arg)
    },

    reward(context, arg) {
      fromOutside(context)
      const rewards = arg as readonly Reward[]
      for (const { account, value } of rewards) {
        const entry = entries.get(account)
        const keys = entry?.keys ?? { account, owner: { kind: 'account', account } as const }
        const before = entry?.data ?? NEW
        write(keys, { ...before, faults: 0, hardFaults: 0, reward: addU64(before.reward, value) })
      }
      if (rewards.length > 0) context.emit('reward', rewards)
    },

    slash(context, arg) {
      fromOutside(context)
      const { account, amount } = slashArg(arg)
      const entry = entries.get(account) ?? panic('The stake to slash should exist')
      const slash = softSlash(entry.data, config.value.warnings, amount, context.height)
      if (!slash) return
      noteChange(account)
      write(entry.keys, slash.data)
      if (slash.told)
        context.emit('slash', {
          account,
          value: slash.slashed,
          nextEligibility: slash.data.amount.eligibility,
        })
    },

    hard_slash(context, arg) {
      fromOutside(context)
      const { account, amount, severity } = slashArg(arg)
      const entry = entries.get(account) ?? panic('The stake to slash should exist')
      const slash = hardSlash(entry.data, severity, amount, context.height)
      if (!slash) return
      noteChange(account)
      write(entry.keys, slash.data)
      burnt.value = addU64(burnt.value, slash.slashed)
      burn(context, slash.slashed)
      context.emit('hard_slash', {
        account,
        value: slash.slashed,
        nextEligibility: slash.data.amount.eligibility,
      })
    },
  }
}

const burn = (context: Context, value: bigint) => {
  if (value > 0n) context.call(TRANSFER, 'sub_contract_balance', { contract: STAKE, value })
}

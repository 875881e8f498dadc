import { type ContractId, STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import type { StakeEntry } from '../../../../protocol/hyperstaking/stake/contract.ts'
import type { StakeConfig, StakeData } from '../../../../protocol/hyperstaking/stake/types.ts'
import {
  account,
  accounts,
  type Codec,
  contract,
  holder,
  nothing,
  oneOf,
  record,
  text,
  u64,
} from './codec.ts'

/**
 * What a node knows of a contract: how each method's argument travels, and how its answer looks in
 * JSON where it is not as it stands.
 */
export interface Driver {
  inputs: Record<string, Codec>
  outputs: Record<string, (value: never) => unknown>
}

const stakeJson = (data: StakeData | null) =>
  data && {
    amount: data.amount,
    reward: data.reward,
    faults: data.faults,
    hard_faults: data.hardFaults,
  }

const transferDriver: Driver = {
  inputs: { account, contract_balance: contract, chain_id: nothing },
  outputs: {},
}

const stakeDriver: Driver = {
  inputs: {
    get_stake: account,
    get_stake_keys: account,
    burnt_amount: nothing,
    get_version: nothing,
    get_config: nothing,
    stakes: nothing,
  },
  outputs: {
    get_stake: stakeJson,
    get_config: ({ minimumStake, warnings }: StakeConfig) => ({
      minimum_stake: minimumStake,
      warnings,
    }),
    stakes: (entries: StakeEntry[]) =>
      entries.map(({ keys, data }) => ({ keys, data: stakeJson(data) })),
  },
}

const poolDriver: Driver = {
  inputs: {
    deposit: u64,
    withdraw: u64,
    redeem: u64,
    claim: nothing,
    recycle: nothing,
    rotate: nothing,
    settle: account,
    deposit_with_referrer: record({ amount: u64, referrer: account }),
    transfer: record({ to: account, shares: u64 }),
    register: record({ customer: account, feeRate: u64 }),
    pause: nothing,
    unpause: nothing,
    collect_fees: nothing,
    set_policy: oneOf('reinvest', 'distribute', 'hold'),
    remove_provisioner: account,
    position: account,
    balance_of: account,
    exchange_rate: nothing,
    total_supply: nothing,
    config: nothing,
    health: nothing,
    paused: nothing,
    referrals: account,
    customers: nothing,
    snapshot: accounts,
  },
  outputs: {},
}

/** Sozu's published methods and forms [hyperstaking 5.1]. */
const sozuPoolDriver: Driver = {
  inputs: {
    sozu_stake: u64,
    sozu_unstake: u64,
    recycle: nothing,
    enable_feature: oneOf('maintenance'),
    disable_feature: oneOf('maintenance'),
    balance_of: holder,
    exchange_rate: nothing,
  },
  outputs: {},
}
const sozuHubDriver: Driver = { inputs: { contract: text }, outputs: {} }
const stakedDuskDriver: Driver = {
  inputs: { balance_of: holder, total_supply: nothing },
  outputs: {},
}

export type DriverKind = 'pool' | 'sozu-pool' | 'sozu-hub' | 'staked-dusk'
const KINDS: Record<DriverKind, Driver> = {
  pool: poolDriver,
  'sozu-pool': sozuPoolDriver,
  'sozu-hub': sozuHubDriver,
  'staked-dusk': stakedDuskDriver,
}

/** The drivers of a network: the genesis contracts' and those of what is deployed. */
export const createDrivers = () => {
  const drivers = new Map<ContractId, Driver>([
    [TRANSFER, transferDriver],
    [STAKE, stakeDriver],
  ])
  return {
    add: (id: ContractId, kind: DriverKind) => drivers.set(id, KINDS[kind]),
    of: (id: ContractId): Driver | undefined => drivers.get(id),
    ids: () => [...drivers.keys()],
  }
}
export type Drivers = ReturnType<typeof createDrivers>

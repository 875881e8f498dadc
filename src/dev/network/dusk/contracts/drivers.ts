import { type ContractId, STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import type { StakeEntry } from '../../../../protocol/hyperstaking/stake/contract.ts'
import type { StakeConfig, StakeData } from '../../../../protocol/hyperstaking/stake/types.ts'
import {
  accountCodec,
  accountsCodec,
  type Codec,
  contractCodec,
  holderCodec,
  emptyCodec,
  oneOfCodec,
  recordCodec,
  textCodec,
  u64Codec,
} from './codec.ts'

/**
 * What a node knows of a contract: how each method's argument travels, and how its answer looks in
 * JSON where it is not as it stands.
 */
export interface DataDriver {
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

const transferDriver: DataDriver = {
  inputs: { account: accountCodec, contract_balance: contractCodec, chain_id: emptyCodec },
  outputs: {},
}

const stakeDriver: DataDriver = {
  inputs: {
    get_stake: accountCodec,
    get_stake_keys: accountCodec,
    burnt_amount: emptyCodec,
    get_version: emptyCodec,
    get_config: emptyCodec,
    stakes: emptyCodec,
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

const poolDriver: DataDriver = {
  inputs: {
    deposit: u64Codec,
    withdraw: u64Codec,
    redeem: u64Codec,
    claim: emptyCodec,
    recycle: emptyCodec,
    rotate: emptyCodec,
    settle: accountCodec,
    deposit_with_referrer: recordCodec({ amount: u64Codec, referrer: accountCodec }),
    transfer: recordCodec({ to: accountCodec, shares: u64Codec }),
    register: recordCodec({ customer: accountCodec, feeRate: u64Codec }),
    pause: emptyCodec,
    unpause: emptyCodec,
    collect_fees: emptyCodec,
    set_policy: oneOfCodec('reinvest', 'distribute', 'hold'),
    remove_provisioner: accountCodec,
    position: accountCodec,
    balance_of: accountCodec,
    exchange_rate: emptyCodec,
    total_supply: emptyCodec,
    config: emptyCodec,
    health: emptyCodec,
    paused: emptyCodec,
    referrals: accountCodec,
    customers: emptyCodec,
    snapshot: accountsCodec,
  },
  outputs: {},
}

/** Sozu's published methods and forms [hyperstaking 5.1]. */
const sozuPoolDriver: DataDriver = {
  inputs: {
    sozu_stake: u64Codec,
    sozu_unstake: u64Codec,
    recycle: emptyCodec,
    enable_feature: oneOfCodec('maintenance'),
    disable_feature: oneOfCodec('maintenance'),
    balance_of: holderCodec,
    exchange_rate: emptyCodec,
  },
  outputs: {},
}
const sozuHubDriver: DataDriver = { inputs: { contract: textCodec }, outputs: {} }
const stakedDuskDriver: DataDriver = {
  inputs: { balance_of: holderCodec, total_supply: emptyCodec },
  outputs: {},
}

export type DriverKind = 'pool' | 'sozu-pool' | 'sozu-hub' | 'staked-dusk'
const KINDS: Record<DriverKind, DataDriver> = {
  pool: poolDriver,
  'sozu-pool': sozuPoolDriver,
  'sozu-hub': sozuHubDriver,
  'staked-dusk': stakedDuskDriver,
}

/** The drivers of a network: the genesis contracts' and those of what is deployed. */
export const createDrivers = () => {
  const drivers = new Map<ContractId, DataDriver>([
    [TRANSFER, transferDriver],
    [STAKE, stakeDriver],
  ])
  return {
    add: (id: ContractId, kind: DriverKind) => drivers.set(id, KINDS[kind]),
    of: (id: ContractId): DataDriver | undefined => drivers.get(id),
    ids: () => [...drivers.keys()],
  }
}
export type Drivers = ReturnType<typeof createDrivers>

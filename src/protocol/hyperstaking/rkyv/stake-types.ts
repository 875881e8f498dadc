import type { Owner, Reward, Stake, StakeAmount, StakeData, StakeKeys } from '../stake/types.ts'
import { account, signature } from './account.ts'
import type { Codec } from './codec.ts'
import { oneOf, option, tagged } from './enums.ts'
import { contractId } from './fixed-bytes.ts'
import { nothing, u64, u8 } from './numbers.ts'
import { byteVector, text, vector } from './out-of-line.ts'
import { struct, tuple } from './struct.ts'
import { receiveFromContract, transferWithdraw } from './transfer-types.ts'

const owner: Codec<Owner> = tagged({ account, contract: contractId })
const stakeKeys = struct<StakeKeys>({ account, owner })
const signatures = struct<Stake['signature']>({ account: signature, owner: signature })

/** A signed order to stake [hyperstaking 1.2]. */
export const signedStake = struct<Stake>({
  chainId: u8,
  keys: stakeKeys,
  value: u64,
  signature: signatures,
})

/** A signed order to take stake or reward out; both keys sign. */
export const stakeWithdraw = struct({
  account,
  withdraw: transferWithdraw,
  signature: signatures,
})

/** A contract's order to take stake or reward out to itself: `fnName` receives it, with `data`. */
export const withdrawToContract = struct({ account, value: u64, fnName: text, data: byteVector })

const stakeAmount = struct<StakeAmount>({ value: u64, locked: u64, eligibility: u64 })

/** A provisioner's entry. */
export const stakeData = struct<StakeData>({
  amount: option(stakeAmount),
  reward: u64,
  faults: u8,
  hardFaults: u8,
})

const stakeConfig = struct({ minimumStake: u64, warnings: u8 })
const reward = struct<Reward>({
  account,
  value: u64,
  reason: oneOf('GeneratorFixed', 'GeneratorExtra', 'Voter', 'Other'),
})
const stakeEvent = struct({ keys: stakeKeys, value: u64, locked: u64 })
const slashEvent = struct({ account, value: u64, nextEligibility: u64 })

/** The stake contract [hyperstaking 1]. */
export const STAKE_TYPES = {
  inputs: {
    stake: signedStake,
    unstake: stakeWithdraw,
    withdraw: stakeWithdraw,
    stake_from_contract: receiveFromContract,
    unstake_from_contract: withdrawToContract,
    withdraw_from_contract: withdrawToContract,
    get_stake: account,
    get_stake_keys: account,
    burnt_amount: nothing,
    get_version: nothing,
    get_config: nothing,
    stakes: nothing,
    prev_state_changes: nothing,
  },
  outputs: {
    get_stake: option(stakeData),
    get_stake_keys: option(stakeKeys),
    burnt_amount: u64,
    get_version: u64,
    get_config: stakeConfig,
    /** One entry of the feed. */
    stakes: tuple(stakeKeys, stakeData),
    prev_state_changes: tuple(account, option(stakeData)),
  },
  events: {
    stake: stakeEvent,
    unstake: stakeEvent,
    withdraw: stakeEvent,
    slash: slashEvent,
    hard_slash: slashEvent,
    reward: vector(reward),
  },
} as const

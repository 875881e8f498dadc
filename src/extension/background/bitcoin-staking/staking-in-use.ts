import { stakingSettingsItem } from '../../../app/bitcoin-staking/stored-items.ts'
import {
  stakingDeployment,
  type StakingDeployment,
} from '../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import type { ItemStore } from '../../storage/item-store.ts'

/** The pox-5 of the network in use, on the hosts in use. */
export const stakingInUse = ({ network, apiBases }: Deployment): StakingDeployment => ({
  ...stakingDeployment(network),
  apiBases,
})

/** On mainnet it is always read; on other networks once its tab was opened. */
export const isStakingFollowed = (store: ItemStore, { network }: Deployment): boolean =>
  network === 'mainnet' || store.get(stakingSettingsItem).isFollowed

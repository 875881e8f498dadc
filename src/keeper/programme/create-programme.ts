import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { KeeperConfig } from '../config/keeper-config.ts'
import { createStakingProgramme } from './bitcoin-staking-programme.ts'
import { createDualStackingProgramme } from './dual-stacking-programme.ts'
import { keeperDeployment } from './keeper-deployment.ts'
import type { KeptProgramme } from './kept-programme.ts'

/** A programme of a config: Bitcoin Staking for its boot contract, or else one of Dual Stacking. */
export function createProgramme(
  { network, hosts }: Pick<KeeperConfig, 'network' | 'hosts'>,
  { contract, mostRows, managers, leastClaimSats }: KeeperConfig['programmes'][number],
): KeptProgramme {
  const staking = stakingDeployment(network)
  return contract === staking.pox
    ? createStakingProgramme({ ...staking, apiBases: hosts }, { managers, leastClaimSats })
    : createDualStackingProgramme(keeperDeployment(network, contract, hosts), { mostRows })
}

import type { Environment } from '../../app/environment.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'

/** The contract of Bitcoin Staking on a network. */
export const poxOf = (network: Environment['network']): string => stakingDeployment(network).pox

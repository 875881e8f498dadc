import { chainIds, defaultBases, sbtcTokens, type NetworkName } from '../deployments.ts'

/** Pox-5 on one network, with where it is read. */
export interface StakingDeployment {
  id: string
  network: NetworkName
  chainId: number
  /** The boot contract, and the sBTC that it pays. */
  pox: string
  sbtcToken: string
  /** The wrapper through which one stakes with the native manager; null: none is known. */
  nativePool: string | null
  /** Equivalent API hosts in order of preference, without a slash at the end. */
  apiBases: readonly string[]
}

const bootAddresses: Record<NetworkName, string> = {
  mainnet: 'SP000000000000000000002Q6VF78',
  testnet: 'ST000000000000000000002AMW42H',
  devnet: 'ST000000000000000000002AMW42H',
}

/** The pox-5 of a network: a boot contract, so that there is one on each [bitcoin-staking 1.3]. */
export const stakingDeployment = (network: NetworkName): StakingDeployment => ({
  id: `${network}-pox-5`,
  network,
  chainId: chainIds[network],
  pox: `${bootAddresses[network]}.pox-5`,
  sbtcToken: sbtcTokens[network],
  nativePool:
    network === 'mainnet' ? 'SP4SZE494VC2YC5JYG7AYFQ44F5Q4PYV7DVMDPBG.native-pool-v1' : null,
  apiBases: defaultBases[network],
})

import type { NetworkName } from '../../chain/stacks/deployments.ts'
import type { BitcoinNetwork } from '../../protocol/bitcoin-staking/bitcoin/bitcoin-address.ts'

/** The Bitcoin network beside each network of Stacks: whose addresses rewards are paid to. */
export const bitcoinNetworks: Record<NetworkName, BitcoinNetwork> = {
  mainnet: 'mainnet',
  testnet: 'testnet',
  devnet: 'regtest',
}

import type { StacksWallet } from '../stacks/stacks-wallets.ts'

/**
 * Wallets on other devices, reached through WalletConnect's relay. It is in no page: an extension
 * tab holds it.
 */
export const walletConnect: StacksWallet = {
  id: 'walletconnect',
  name: 'WalletConnect',
  provider: 'WalletConnectProvider',
  connectFirst: false,
  takesAddress: true,
  connectNetworks: null,
  multisig: false,
}

/**
 * Whether it can be offered: only with the user's own project id, and only on networks that its
 * wallets know.
 */
export const isWalletConnectOffered = (
  projectId: string | null,
  network: string,
): projectId is string =>
  projectId !== null && projectId.trim() !== '' && (network === 'mainnet' || network === 'testnet')

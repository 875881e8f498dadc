import { WalletConnect, type StacksProvider } from '@stacks/connect'

/**
 * What the relay and the other device learn: our name, the Stacks networks, and nothing of the
 * user.
 */
export const walletConnectConfig = (projectId: string, url: string) => ({
  projectId,
  metadata: { name: 'Twinstack', description: 'Dual Stacking', url, icons: [] as string[] },
  networks: [WalletConnect.Networks.Stacks],
})

/**
 * Starts WalletConnect in this document, with the session of last time if there is one; loads its
 * part of @stacks/connect only now.
 */
export async function openWalletConnect(projectId: string): Promise<StacksProvider> {
  await WalletConnect.initializeProvider(walletConnectConfig(projectId, location.origin))
  const { WalletConnectProvider: provider } = window as { WalletConnectProvider?: StacksProvider }
  if (!provider) throw new Error('WalletConnect did not start')
  return provider
}

import type { ActionsSetup } from './actions.ts'
import { askAddresses } from '../wallet/stacks/ask.ts'
import { findWallet } from '../wallet/stacks/wallets.ts'
import { providerAt, waitForWallets } from '../wallet/bridge/find.ts'
export async function enroll({ words, say }: Omit<ActionsSetup, 'place'>): Promise<void> {
  const found = await waitForWallets(window, 1000)
  const wallet = findWallet(found[0]?.id ?? null)
  if (!wallet) return say(words.t('problem.no-wallet'), true)
  await askAddresses(providerAt(window, wallet.provider) as never, 'mainnet')
}

import { accountsItem } from '../../../app/dual-stacking/stored-items.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { findStacksWallet } from '../../../wallet/stacks/stacks-wallets.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { recallAccounts } from '../signing/host-accounts.ts'
import { findStacksWalletsInTab } from '../signing/page-bridge.ts'
import type { WalletAccess } from '../signing/signing-chain.ts'
import { stacksCallJob, stacksConnectJob } from './stacks-wallet-jobs.ts'
import { createWalletConnectTab } from './walletconnect-tab.ts'

/** How Stacks wallets are found and asked: the account's own, in a page or over WalletConnect. */
export function createStacksWalletAccess(store: ItemStore): WalletAccess<StacksIntent> {
  const ownWalletId = ({ request }: StacksIntent): string | null =>
    store.get(accountsItem).list.find(({ address }) => address === request.account)?.walletId ??
    null
  return {
    findWallets: findStacksWalletsInTab,
    chooseToConnect(found, walletId) {
      if (walletId !== null) return found.find(({ id }) => id === walletId) ?? 'missing'
      return found.length === 1 ? found[0]! : null
    },
    chooseWallet(intent, found) {
      const own = findStacksWallet(ownWalletId(intent))
      if (own) return found.find(({ id }) => id === own.id)
      return found.length === 1 ? found[0] : undefined
    },
    connectJob: (id, walletId) => stacksConnectJob(store, id, walletId),
    // Neither Leather nor Xverse can be asked to sign with a certain account.
    async needsAddress({ request }, walletId, host) {
      const last = host === null ? null : await recallAccounts(walletId, host)
      return !last?.includes(request.account)
    },
    callJob: stacksCallJob,
    walletIdOf: ({ walletId }) => walletId,
    ownTab: createWalletConnectTab(store, ownWalletId),
  }
}

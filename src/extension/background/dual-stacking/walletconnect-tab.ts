import { connectionItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { WalletJob } from '../../../wallet/bridge/wallet-job.ts'
import { isAwaitingAnswer } from '../../../wallet/reduce-signing.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import {
  isWalletConnectOffered,
  walletConnect,
} from '../../../wallet/walletconnect/walletconnect-wallet.ts'
import { browser } from '../../browser.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { WalletConnectTask } from '../../walletconnect/task.ts'
import { openTab } from '../signing/open-signing-page.ts'
import type { OwnTabWallet } from '../signing/signing-chain.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { stacksCallJob, stacksConnectJob } from './stacks-wallet-jobs.ts'

/** The user's project id, if WalletConnect is offered now. */
function projectIdOf(store: ItemStore): string | null {
  const { walletConnectProjectId } = store.get(settingsItem)
  return isWalletConnectOffered(walletConnectProjectId, currentDeployment(store).network)
    ? walletConnectProjectId.trim()
    : null
}

/** WalletConnect's wallets, on other devices; `walletIdOf`: whose wallet signs for an intent. */
export const createWalletConnectTab = (
  store: ItemStore,
  walletIdOf: (intent: StacksIntent) => string | null,
): OwnTabWallet<StacksIntent> => ({
  wallet: { id: walletConnect.id, name: walletConnect.name },
  isOffered: () => projectIdOf(store) !== null,
  signsFor: (intent) => walletIdOf(intent) === walletConnect.id,
  openTab: () => openTab(browser.runtime.getURL('dist/extension/walletconnect/walletconnect.html')),
})

/** What the page in a tab has to do; null while nothing is recorded for it. */
export function walletConnectTaskOf(store: ItemStore, tabId: number): WalletConnectTask | null {
  const projectId = projectIdOf(store)
  const job = projectId === null ? null : (callOf(store, tabId) ?? connectionOf(store, tabId))
  return projectId !== null && job ? { projectId, job } : null
}

function callOf(store: ItemStore, tabId: number): WalletJob | null {
  const entry = store
    .get(journalItem)
    .find(
      ({ intent }) =>
        isAwaitingAnswer(intent) && intent.tabId === tabId && intent.walletId === walletConnect.id,
    )
  return entry && entry.nonce !== null
    ? stacksCallJob(entry.intent, entry.nonce, walletConnect.id)
    : null
}

function connectionOf(store: ItemStore, tabId: number): WalletJob | null {
  const connection = store.get(connectionItem)
  return connection?.stage === 'asking' &&
    connection.tabId === tabId &&
    connection.walletId === walletConnect.id
    ? stacksConnectJob(store, connection.id, walletConnect.id)
    : null
}

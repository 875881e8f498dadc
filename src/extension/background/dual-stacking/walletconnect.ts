import { connectionItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { WalletJob } from '../../../wallet/bridge/wallet-job.ts'
import { isAsking } from '../../../wallet/stacks/advance-stacks-intent.ts'
import {
  isWalletConnectOffered,
  walletConnect,
} from '../../../wallet/walletconnect/walletconnect-wallet.ts'
import { browser } from '../../browser.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { WalletConnectTask } from '../../walletconnect/task.ts'
import { currentDeployment } from './deployment-in-use.ts'

/** The user's project id, if WalletConnect is offered now. */
export function walletConnectId(store: ItemStore): string | null {
  const { walletConnectProjectId } = store.get(settingsItem)
  return isWalletConnectOffered(walletConnectProjectId, currentDeployment(store).network)
    ? walletConnectProjectId.trim()
    : null
}

/** Opens the tab that holds WalletConnect; it asks for its task itself. */
export async function openWalletConnectTab(): Promise<number | null> {
  try {
    return (
      (
        await browser.tabs.create({
          url: browser.runtime.getURL('dist/extension/walletconnect/walletconnect.html'),
        })
      ).id ?? null
    )
  } catch {
    return null
  }
}

/** Whether a tab is still there: WalletConnect's page works as long as it is. */
export async function isTabOpen(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.get(tabId)
    return true
  } catch {
    return false
  }
}

/** What the page in a tab has to do; null while nothing is noted for it. */
export function walletConnectTaskOf(
  store: ItemStore,
  tabId: number,
  timeoutMs: number,
): WalletConnectTask | null {
  const projectId = walletConnectId(store)
  const job = projectId === null ? null : jobOf(store, tabId, timeoutMs)
  return projectId !== null && job ? { projectId, job } : null
}

function jobOf(store: ItemStore, tabId: number, timeoutMs: number): WalletJob | null {
  const entry = store
    .get(journalItem)
    .find(
      ({ intent }) =>
        isAsking(intent) && intent.tabId === tabId && intent.walletId === walletConnect.id,
    )
  if (entry && entry.nonce !== null) {
    return {
      kind: 'call',
      id: entry.intent.id,
      nonce: entry.nonce,
      walletId: walletConnect.id,
      request: entry.intent.request,
      timeoutMs,
    }
  }
  const connection = store.get(connectionItem)
  if (
    connection?.stage !== 'asking' ||
    connection.tabId !== tabId ||
    connection.walletId !== walletConnect.id
  )
    return null
  return {
    kind: 'connect',
    id: connection.id,
    nonce: connection.id,
    walletId: walletConnect.id,
    network: currentDeployment(store).network,
    timeoutMs,
  }
}

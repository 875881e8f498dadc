import type { DuskConnection } from '../../../app/hyperstaking/dusk-connection.ts'
import { duskItem, duskReadingItem } from '../../../app/hyperstaking/stored-items.ts'
import { signingPageUrl } from '../../../app/signing-page-url.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import { soleWallet } from '../../../wallet/dusk/dusk-wallets.ts'
import { ownNodesOf } from '../../../wallet/dusk/own-node-caip2.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { WALLET_TIMEOUT_MS } from '../dual-stacking/ask.ts'
import { currentDeployment } from '../dual-stacking/deployment-in-use.ts'
import { isTabOpen } from '../dual-stacking/walletconnect.ts'
import { openSigningPage } from '../open-signing-page.ts'
import { findDuskWalletsInTab, injectBridge, isJobAlive, startWalletJob } from '../page-bridge.ts'
import type { DuskChain } from './dusk-chain.ts'

/** Changes the connection with this id; another one, or none, stays as it is. */
async function change(store: ItemStore, id: string, next: Partial<DuskConnection>): Promise<void> {
  await store.update(duskItem, (state) =>
    state.connection?.id === id
      ? { ...state, connection: { ...state.connection, ...next, updatedAt: Date.now() } }
      : state,
  )
}

export const failDuskConnection = (
  store: ItemStore,
  id: string,
  failure: SigningFailure,
): Promise<void> => change(store, id, { stage: 'failed', failure })

/**
 * The tab of a signing page, opened beside the one that takes no bridge; null when none is known.
 */
export async function openPageForWallet(store: ItemStore): Promise<number | null> {
  const url = signingPageUrl(store.get(settingsItem), currentDeployment(store))
  return url === null ? null : openSigningPage(url)
}

/**
 * Looks for Dusk wallets in the tab and asks the chosen or the only one for its accounts; with
 * several and no choice, waits for it.
 */
export async function connectDusk(
  store: ItemStore,
  { deployment, client }: DuskChain,
  tabId: number | null,
  walletId: string | null,
): Promise<void> {
  const id = crypto.randomUUID()
  const started: DuskConnection = {
    id,
    tabId: tabId ?? -1,
    updatedAt: Date.now(),
    stage: 'looking',
    wallets: [],
    walletId,
    failure: null,
  }
  await store.update(duskItem, (state) => ({ ...state, connection: started }))
  if (tabId === null || !(await injectBridge(tabId))) {
    const page = await openPageForWallet(store)
    if (page === null) await failDuskConnection(store, id, 'no-tab')
    else await change(store, id, { stage: 'waiting-tab', tabId: page })
    return
  }
  try {
    const wallets = await findDuskWalletsInTab(tabId)
    const asked = wallets.find((wallet) => wallet.id === walletId && !wallet.conflict)
    // An id is good for one page: in another one the person chooses again.
    const chosen = asked ?? (wallets.length === 1 ? soleWallet(wallets, null) : undefined)
    if (!chosen && wallets.length === 0)
      return await failDuskConnection(store, id, 'wallet-missing')
    if (!chosen) return await change(store, id, { stage: 'choose-wallet', wallets })
    await change(store, id, { stage: 'asking', wallets, walletId: chosen.id })
    await startWalletJob(tabId, {
      kind: 'dusk-connect',
      id,
      nonce: id,
      walletId: chosen.id,
      caip2: deployment.caip2,
      ownNodes: ownNodesOf(client.bases),
      timeoutMs: WALLET_TIMEOUT_MS,
    })
  } catch {
    // The tab went away, or navigated.
    await failDuskConnection(store, id, 'tab-closed')
  }
}

/**
 * Goes on with a connection on its signing page, now that the user has pressed the button there.
 */
export async function continueDuskConnection(
  store: ItemStore,
  chain: DuskChain,
  tabId: number,
): Promise<void> {
  const { connection } = store.get(duskItem)
  if (connection?.stage === 'waiting-tab' && connection.tabId === tabId)
    await connectDusk(store, chain, tabId, connection.walletId)
}

/** Takes what a wallet answered; false when that connection is not under way any more. */
export async function deliverToDuskConnection(
  store: ItemStore,
  id: string,
  outcome: JobOutcome,
): Promise<boolean> {
  const { connection } = store.get(duskItem)
  if (connection?.id !== id) return false
  if (outcome.result !== 'connected') {
    await failDuskConnection(
      store,
      id,
      outcome.result === 'failed' ? outcome.failure : 'result-unreadable',
    )
    return true
  }
  // The first profile is the one that the wallet sends from.
  const address = outcome.addresses[0]
  if (address === undefined) {
    await failDuskConnection(store, id, 'result-unreadable')
    return true
  }
  const { walletId, wallets } = connection
  const wallet = wallets.find((each) => each.id === walletId)
  await Promise.all([
    store.update(duskReadingItem, () => null),
    store.update(duskItem, (state) => ({
      ...state,
      connection: null,
      plan: null,
      account: {
        address,
        // The id is good for that page only; what the wallet claims to be may be remembered.
        walletId: wallet?.product ?? '',
        walletName: wallet?.name ?? '',
        others: outcome.addresses.length - 1,
      },
    })),
  ])
  return true
}

/** After the background was stopped in the middle, or the wallet's tab went away. */
export async function recoverDuskConnection(
  store: ItemStore,
  gone: number | null = null,
): Promise<void> {
  const { connection } = store.get(duskItem)
  if (!connection || connection.stage === 'failed') return
  if (gone !== null)
    return connection.tabId === gone
      ? failDuskConnection(store, connection.id, 'tab-closed')
      : undefined
  if (connection.stage === 'looking') await failDuskConnection(store, connection.id, 'interrupted')
  if (connection.stage === 'waiting-tab' && !(await isTabOpen(connection.tabId)))
    await failDuskConnection(store, connection.id, 'tab-closed')
  if (connection.stage === 'asking' && !(await isJobAlive(connection.tabId, connection.id)))
    await failDuskConnection(store, connection.id, 'interrupted')
}

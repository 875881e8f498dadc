import { accountsItem } from '../../../app/dual-stacking/stored-items.ts'
import { signingPageUrl } from '../../../app/signing-page-url.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { findStacksWallet } from '../../../wallet/stacks/stacks-wallets.ts'
import { walletConnect } from '../../../wallet/walletconnect/walletconnect-wallet.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { openSigningPage } from '../open-signing-page.ts'
import { injectBridge, startWalletJob, findStacksWalletsInTab } from '../page-bridge.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { happen } from './journal.ts'
import { openWalletConnectTab, walletConnectId } from './walletconnect.ts'

/** How long a wallet may take: hardware wallets and co-signers are slow. */
export const WALLET_TIMEOUT_MS = 10 * 60_000

/**
 * Brings an intent before the wallet in a tab: bridge in, wallet found, attempt noted, then asked.
 * Every step is stored before the next, and each can fail into an intent that can be retried.
 * `tabId` null or a tab that takes no bridge: the signing page is opened and the intent waits there
 * for the toolbar button.
 */
export async function askWallet(
  store: ItemStore,
  intent: StacksIntent,
  tabId: number | null,
): Promise<void> {
  const { id, request } = intent
  if (walletIdOf(store, request.account) === walletConnect.id) return askInOwnTab(store, id)
  if (tabId === null || !(await injectBridge(tabId))) return waitElsewhere(store, id)
  try {
    const wallet = await walletFor(store, request.account, tabId)
    if (!wallet)
      return void (await happen(store, id, { type: 'failed', failure: 'wallet-missing' }))
    const nonce = crypto.randomUUID()
    const asked = await happen(store, id, { type: 'asked', tabId, walletId: wallet }, nonce)
    if (asked?.state !== 'asking') return
    await startWalletJob(tabId, {
      kind: 'call',
      id,
      nonce,
      walletId: wallet,
      request,
      timeoutMs: WALLET_TIMEOUT_MS,
    })
  } catch {
    // The tab went away between two steps, or navigated.
    await happen(store, id, { type: 'failed', failure: 'tab-closed' })
  }
}

const walletIdOf = (store: ItemStore, address: string): string | null =>
  store.get(accountsItem).list.find((account) => account.address === address)?.walletId ?? null

/**
 * A wallet on another device is asked from a tab of our own, which takes the request once it is
 * noted.
 */
async function askInOwnTab(store: ItemStore, id: string): Promise<void> {
  const tabId = walletConnectId(store) === null ? null : await openWalletConnectTab()
  if (tabId === null) await happen(store, id, { type: 'failed', failure: 'wallet-missing' })
  else
    await happen(
      store,
      id,
      { type: 'asked', tabId, walletId: walletConnect.id },
      crypto.randomUUID(),
    )
}

async function walletFor(store: ItemStore, address: string, tabId: number): Promise<string | null> {
  const found = await findStacksWalletsInTab(tabId)
  const wallet = findStacksWallet(walletIdOf(store, address))
  if (wallet) return found.some(({ id }) => id === wallet.id) ? wallet.id : null
  return found.length === 1 ? found[0]!.id : null
}

async function waitElsewhere(store: ItemStore, id: string): Promise<void> {
  const url = signingPageUrl(store.get(settingsItem), currentDeployment(store))
  const tabId = url === null ? null : await openSigningPage(url)
  await happen(
    store,
    id,
    tabId === null ? { type: 'failed', failure: 'no-tab' } : { type: 'waiting', tabId },
  )
}

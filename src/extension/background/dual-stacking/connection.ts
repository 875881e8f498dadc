import { connectionItem } from '../../../app/dual-stacking/stored-items.ts'
import { signingPageUrl } from '../../../app/signing-page-url.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { WalletConnection } from '../../../wallet/wallet-connection.ts'
import { walletConnect } from '../../../wallet/walletconnect/walletconnect-wallet.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { openSigningPage } from '../open-signing-page.ts'
import { injectBridge, startWalletJob, findStacksWalletsInTab } from '../page-bridge.ts'
import { addAccount } from './accounts.ts'
import { WALLET_TIMEOUT_MS } from './ask.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { openWalletConnectTab, walletConnectId } from './walletconnect.ts'

const isOpen = ({ stage }: WalletConnection): boolean => stage !== 'failed'

/** Changes the connection with this id; another one, or none, stays as it is. */
async function change(
  store: ItemStore,
  id: string,
  next: Partial<WalletConnection>,
): Promise<void> {
  await store.update(connectionItem, (current) =>
    current?.id === id ? { ...current, ...next, updatedAt: Date.now() } : current,
  )
}

export async function failConnection(
  store: ItemStore,
  id: string,
  failure: SigningFailure,
): Promise<void> {
  const current = store.get(connectionItem)
  if (current?.id === id && isOpen(current)) await change(store, id, { stage: 'failed', failure })
}

/**
 * Looks for wallets in the tab and asks the chosen or the only one for its addresses; with several
 * and no choice, waits for it.
 */
export async function connect(
  store: ItemStore,
  tabId: number | null,
  walletId: string | null,
): Promise<void> {
  const id = crypto.randomUUID()
  const started: WalletConnection = {
    id,
    tabId: tabId ?? -1,
    updatedAt: Date.now(),
    stage: 'looking',
    wallets: [],
    walletId,
    addresses: [],
    failure: null,
  }
  await store.update(connectionItem, () => started)
  if (walletId === walletConnect.id) return askInOwnTab(store, id)
  if (tabId === null || !(await injectBridge(tabId))) return waitElsewhere(store, id)
  await look(store, id, tabId, walletId)
}

/**
 * Goes on with a connection on its signing page, now that the user has pressed the button there.
 */
export async function continueConnection(store: ItemStore, tabId: number): Promise<void> {
  const waiting = store.get(connectionItem)
  if (waiting?.stage === 'waiting-tab' && waiting.tabId === tabId)
    await connect(store, tabId, waiting.walletId)
}

async function look(
  store: ItemStore,
  id: string,
  tabId: number,
  walletId: string | null,
): Promise<void> {
  try {
    const offered =
      walletConnectId(store) === null ? [] : [{ id: walletConnect.id, name: walletConnect.name }]
    const wallets = [...(await findStacksWalletsInTab(tabId)), ...offered]
    const chosen =
      walletId === null
        ? wallets.length === 1 && offered.length === 0
          ? wallets[0]
          : undefined
        : wallets.find((wallet) => wallet.id === walletId)
    if (!chosen && (wallets.length === 0 || walletId !== null))
      return await failConnection(store, id, 'wallet-missing')
    if (!chosen) return await change(store, id, { stage: 'choose-wallet', wallets })
    await change(store, id, { stage: 'asking', wallets, walletId: chosen.id })
    const { network } = currentDeployment(store)
    await startWalletJob(tabId, {
      kind: 'connect',
      id,
      nonce: id,
      walletId: chosen.id,
      network,
      timeoutMs: WALLET_TIMEOUT_MS,
    })
  } catch {
    await failConnection(store, id, 'tab-closed')
  }
}

/**
 * A wallet on another device is asked from a tab of our own, which takes the request once it is
 * noted.
 */
async function askInOwnTab(store: ItemStore, id: string): Promise<void> {
  const tabId = walletConnectId(store) === null ? null : await openWalletConnectTab()
  if (tabId === null) await failConnection(store, id, 'wallet-missing')
  else await change(store, id, { stage: 'asking', tabId, walletId: walletConnect.id })
}

async function waitElsewhere(store: ItemStore, id: string): Promise<void> {
  const url = signingPageUrl(store.get(settingsItem), currentDeployment(store))
  if (url === null && walletConnectId(store) !== null) {
    return change(store, id, {
      stage: 'choose-wallet',
      wallets: [{ id: walletConnect.id, name: walletConnect.name }],
    })
  }
  const tabId = url === null ? null : await openSigningPage(url)
  if (tabId === null) await failConnection(store, id, 'no-tab')
  else await change(store, id, { stage: 'waiting-tab', tabId })
}

/**
 * Takes what a wallet answered; false when that connection is not under way any more. A late answer
 * of one that timed out still counts.
 */
export async function deliverToConnection(
  store: ItemStore,
  id: string,
  outcome: JobOutcome,
): Promise<boolean> {
  const current = store.get(connectionItem)
  if (current?.id !== id) return false
  if (outcome.result === 'failed') await failConnection(store, id, outcome.failure)
  if (outcome.result === 'signed') await failConnection(store, id, 'result-unreadable')
  if (outcome.result !== 'connected') return true
  const { network } = currentDeployment(store)
  const checked = [...new Set(outcome.addresses)].map((address) => checkAddress(address, network))
  const addresses = checked.flatMap((each) => (each.ok ? [each.address] : []))
  if (addresses.length === 1) {
    await Promise.all([
      addAccount(store, {
        address: addresses[0]!,
        label: null,
        kind: 'wallet',
        walletId: current.walletId,
      }),
      store.update(connectionItem, () => null),
    ])
  } else if (addresses.length > 1)
    await change(store, id, { stage: 'choose-account', addresses, failure: null })
  else
    await failConnection(
      store,
      id,
      checked.some((each) => !each.ok && each.problem === 'wrong-network')
        ? 'wrong-network'
        : 'result-unreadable',
    )
  return true
}

/** Keeps one of the addresses that the wallet gave; false when it gave no such address. */
export async function chooseAccount(store: ItemStore, address: string): Promise<boolean> {
  const current = store.get(connectionItem)
  if (current?.stage !== 'choose-account' || !current.addresses.includes(address)) return false
  await Promise.all([
    addAccount(store, { address, label: null, kind: 'wallet', walletId: current.walletId }),
    store.update(connectionItem, () => null),
  ])
  return true
}

import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { openSigningPage } from './open-signing-page.ts'
import { injectBridge, startWalletJob } from './page-bridge.ts'
import type {
  ConnectionRules,
  EngineConnection,
  SigningConnection,
  WalletAccess,
} from './signing-chain.ts'

/** Connects to a wallet for its addresses; the stages are those of wallet/wallet-connection. */
export function createWalletConnector<Intent, Connection extends SigningConnection>(
  store: ItemStore,
  connection: ConnectionRules<Connection>,
  wallets: WalletAccess<Intent>,
) {
  const { ownTab } = wallets

  /** Whether it was cancelled, or another one begun: no wallet and no tab opens for it any more. */
  const isOver = (id: string): boolean => connection.read()?.id !== id

  /** Changes the connection with this id; another one, or none, stays unchanged. */
  async function change(id: string, next: Partial<EngineConnection>): Promise<void> {
    await connection.update((current) =>
      current?.id === id ? { ...current, ...next, updatedAt: Date.now() } : current,
    )
  }

  async function fail(id: string, failure: SigningFailure): Promise<void> {
    // The first reason counts.
    if (connection.read()?.stage !== 'failed') await change(id, { stage: 'failed', failure })
  }

  /**
   * Looks for wallets in the tab and asks the chosen or the only one; with several and no choice,
   * waits for it.
   */
  async function connect(tabId: number | null, walletId: string | null): Promise<void> {
    const id = crypto.randomUUID()
    await connection.update(() =>
      connection.create({
        id,
        tabId: tabId ?? -1,
        updatedAt: Date.now(),
        stage: 'looking',
        wallets: [],
        walletId,
        failure: null,
      }),
    )
    if (ownTab && walletId === ownTab.wallet.id) return askInOwnTab(id)
    if (tabId === null || !(await injectBridge(tabId))) return waitOnSigningPage(id)
    const found = await wallets.findWallets(tabId)
    if (!found) return fail(id, 'tab-closed')
    const elsewhere = ownTab?.isOffered() ? [ownTab.wallet] : []
    const offered = [...found, ...elsewhere]
    const chosen = wallets.chooseToConnect(found, walletId)
    if (chosen === 'missing' || offered.length === 0) return fail(id, 'wallet-missing')
    if (chosen === null || (walletId === null && elsewhere.length > 0))
      return change(id, { stage: 'choose-wallet', wallets: offered })
    await change(id, { stage: 'asking', wallets: offered, walletId: chosen.id })
    if (isOver(id)) return
    if (!(await startWalletJob(tabId, wallets.connectJob(id, chosen.id))))
      await fail(id, 'tab-closed')
  }

  /** The tab asks for its job once this is recorded. */
  async function askInOwnTab(id: string): Promise<void> {
    const tabId = ownTab?.isOffered() ? await ownTab.openTab() : null
    if (!ownTab || tabId === null) return fail(id, 'wallet-missing')
    await change(id, { stage: 'asking', tabId, walletId: ownTab.wallet.id })
  }

  async function waitOnSigningPage(id: string): Promise<void> {
    if (isOver(id)) return
    const tabId = await openSigningPage(store)
    if (tabId !== null) return change(id, { stage: 'waiting-tab', tabId })
    if (ownTab?.isOffered()) return change(id, { stage: 'choose-wallet', wallets: [ownTab.wallet] })
    await fail(id, 'no-tab')
  }

  const hasWaiting = (tabId: number): boolean => {
    const current = connection.read()
    return current?.stage === 'waiting-tab' && current.tabId === tabId
  }

  return {
    connect,
    fail,
    hasWaiting,
    /** Continues a connection that waits for the toolbar button in this tab. */
    async resume(tabId: number): Promise<void> {
      if (hasWaiting(tabId)) await connect(tabId, connection.read()?.walletId ?? null)
    },
    /**
     * Takes what a wallet answered; false when that connection is not under way any more. A late
     * answer of one that timed out still counts.
     */
    async deliver(id: string, outcome: JobOutcome): Promise<boolean> {
      const current = connection.read()
      if (current?.id !== id) return false
      if (outcome.result !== 'connected') {
        await fail(id, outcome.result === 'failed' ? outcome.failure : 'result-unreadable')
        return true
      }
      const failure = await connection.accept(current, outcome)
      if (failure !== null) await fail(id, failure)
      return true
    },
  }
}
export type WalletConnector = ReturnType<typeof createWalletConnector>

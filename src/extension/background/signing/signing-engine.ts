import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import { isAwaitingAnswer, isCostly } from '../../../wallet/reduce-signing.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { createAccountLooks } from './account-looks.ts'
import { createIntentJournal } from './intent-journal.ts'
import { isTabOpen } from './is-tab-open.ts'
import { injectBridge, isJobAlive } from './page-bridge.ts'
import type { SigningChain, SigningConnection, SigningIntent } from './signing-chain.ts'
import { createWalletConnector } from './wallet-connector.ts'
import { createWalletRequests } from './wallet-requests.ts'
import { ABANDONED_AFTER_MS } from './wallet-timeout.ts'

/** Connecting, asking, and whatever can become of it, for the wallets of one chain. */
export function createSigningEngine<
  Intent extends SigningIntent,
  Connection extends SigningConnection,
>(store: ItemStore, chain: SigningChain<Intent, Connection>) {
  const { wallets } = chain
  const journal = createIntentJournal(chain.journal)
  const looks = createAccountLooks(journal, chain.watch)
  const requests = createWalletRequests({ store, journal, wallets, looks, watch: chain.watch })
  const connector = createWalletConnector(store, chain.connection, wallets)
  const isAsking = (intent: Intent): boolean => isAwaitingAnswer(chain.journal.positionOf(intent))

  /** Whether a wallet may still answer from this tab. */
  const isStillAsked = (walletId: string | null, tabId: number, nonce: string): Promise<boolean> =>
    walletId !== null && walletId === wallets.ownTab?.wallet.id
      ? isTabOpen(tabId)
      : isJobAlive(tabId, nonce)

  async function recoverIntent(intent: Intent): Promise<void> {
    const { id, state, tabId } = intent
    const fail = (failure: 'interrupted' | 'tab-closed') =>
      journal.record(id, { type: 'failed', failure })
    if (state === 'created' && intent.failure === null) await fail('interrupted')
    else if (state === 'created' && !(await isTabOpen(tabId))) await fail('tab-closed')
    if (!isAsking(intent)) return
    const nonce = journal.nonceOf(id)
    const isAlive =
      tabId !== null &&
      nonce !== null &&
      (await isStillAsked(wallets.walletIdOf(intent), tabId, nonce))
    if (!isAlive) await fail('interrupted')
  }

  async function recoverConnection(): Promise<void> {
    const current = chain.connection.read()
    if (!current) return
    const { id, stage, tabId, walletId } = current
    if (stage === 'looking') await connector.fail(id, 'interrupted')
    if (stage === 'waiting-tab' && !(await isTabOpen(tabId))) await connector.fail(id, 'tab-closed')
    if (stage === 'asking' && !(await isStillAsked(walletId, tabId, id)))
      await connector.fail(id, 'interrupted')
  }

  /** Asks for whatever waits for the toolbar button in this tab. */
  async function resumeInTab(tabId: number): Promise<void> {
    await connector.resume(tabId)
    await requests.resume(tabId)
  }

  return {
    journal,
    connect: connector.connect,
    cancelConnection: (): Promise<unknown> => chain.connection.update(() => null),
    begin: requests.begin,
    retry: requests.retry,
    resumeInTab,

    /**
     * Goes on with what waits in a tab that has just been loaded, where its host was granted; a
     * page that takes no bridge, such as an error page, is left alone.
     */
    async resumeAfterLoad(tabId: number): Promise<void> {
      const isWaiting = connector.hasWaiting(tabId) || requests.hasWaiting(tabId)
      if (isWaiting && (await injectBridge(tabId))) await resumeInTab(tabId)
    },

    /** Takes what a job came to; false when it is none of this chain's. */
    deliver: async (id: string, nonce: string, outcome: JobOutcome): Promise<boolean> =>
      (await journal.deliver(id, nonce, outcome)) || connector.deliver(id, outcome),

    /**
     * Ends the wait for a wallet, which may still answer: a transaction counts all the same. False
     * when none is awaited.
     */
    async stopWaiting(id: string): Promise<boolean> {
      const intent = journal.find(id)
      if (!intent || !(intent.state === 'created' || isAsking(intent))) return false
      await journal.record(id, { type: 'failed', failure: 'stopped' })
      return true
    },

    /**
     * Hides an intent. One whose wallet is still being asked is abandoned first, and comes back if
     * the wallet answers with a transaction after all. False when there is none.
     */
    async dismiss(id: string): Promise<boolean> {
      const intent = journal.find(id)
      if (!intent) return false
      if (intent.state === 'created' || isAsking(intent))
        await journal.record(id, { type: 'failed', failure: 'interrupted' })
      await journal.hide(id)
      return true
    },

    /** Counts a transaction as sent whose fee its sender has seen; false: there is none. */
    async acceptFee(id: string): Promise<boolean> {
      const intent = journal.find(id)
      if (!intent || !isCostly(chain.journal.positionOf(intent))) return false
      await journal.record(id, { type: 'fee-accepted' })
      return true
    },

    /** Looks for requests like this one that had no answer: see account-looks. */
    lookForSame: looks.lookForSame,
    /** Looks at every account whose wallet has been silent. */
    lookForSilent: looks.lookForAll,

    /**
     * After the background was stopped in the middle: what was about to be asked is called
     * interrupted, what was asked continues if its page is still at work. Nothing is asked a second
     * time without the user.
     */
    async recover(): Promise<void> {
      for (const { intent } of journal.entries()) await recoverIntent(intent)
      await recoverConnection()
    },

    /** Gives up wallets that have not answered for longer than their page should have waited. */
    async expire(now: number): Promise<void> {
      const isLate = (updatedAt: number) => now - updatedAt > ABANDONED_AFTER_MS
      for (const { intent } of journal.entries()) {
        if (isAsking(intent) && isLate(intent.updatedAt))
          await journal.record(intent.id, { type: 'failed', failure: 'timeout' })
      }
      const current = chain.connection.read()
      if (current?.stage === 'asking' && isLate(current.updatedAt))
        await connector.fail(current.id, 'timeout')
    },

    /**
     * The tab of a wallet that was asked is closed, or shows another page. True: a wallet may have
     * sent something without an answer.
     */
    async handleTabClosed(tabId: number): Promise<boolean> {
      let wasAsked = false
      for (const { intent } of journal.entries()) {
        const waits = intent.state === 'created' && intent.failure === 'no-tab'
        if (intent.tabId !== tabId || !(isAsking(intent) || waits)) continue
        await journal.record(intent.id, { type: 'failed', failure: 'tab-closed' })
        wasAsked = true
      }
      const current = chain.connection.read()
      if (current?.tabId === tabId && current.stage !== 'choose-account')
        await connector.fail(current.id, 'tab-closed')
      return wasAsked
    },
  }
}

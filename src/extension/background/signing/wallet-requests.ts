import { isRetriable, type SigningEvent } from '../../../wallet/reduce-signing.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { createAccountLooks } from './account-looks.ts'
import { readHost } from './host-accounts.ts'
import type { IntentJournal } from './intent-journal.ts'
import { openSigningPage } from './open-signing-page.ts'
import { injectBridge, startWalletJob } from './page-bridge.ts'
import type { AccountWatch, SigningIntent, WalletAccess } from './signing-chain.ts'

/**
 * What came of the wish to ask again: it is being asked; the first time had been sent, and is
 * followed now; whether it had cannot be told, so nothing is asked; there is nothing to ask for.
 */
export type RetryResult = 'asked' | 'sent-before' | 'unknown' | 'none'

interface Parts<Intent extends SigningIntent> {
  store: ItemStore
  journal: IntentJournal<Intent>
  wallets: WalletAccess<Intent>
  watch: AccountWatch<Intent>
  looks: ReturnType<typeof createAccountLooks<Intent>>
}

/**
 * Brings requests before their wallets: bridge in, wallet found, attempt recorded together with
 * where the account stands, then asked. Each step can fail into an intent that can be made again.
 */
export function createWalletRequests<Intent extends SigningIntent>({
  store,
  journal,
  wallets,
  watch,
  looks,
}: Parts<Intent>) {
  const { ownTab } = wallets
  const fail = (id: string, failure: SigningFailure) =>
    journal.record(id, { type: 'failed', failure })

  /**
   * Whether a late answer of an earlier attempt, or a dismissal, came before this attempt: no
   * wallet and no tab opens for it any more.
   */
  const isOver = (id: string): boolean => journal.find(id)?.state !== 'created'

  /** What can be asked for again, unless the user has dismissed it. */
  const findRetriable = (id: string): Intent | undefined =>
    journal
      .entries()
      .find(({ intent, dismissed }) => intent.id === id && !dismissed && isRetriable(intent))
      ?.intent

  /**
   * Stores a request before the wallet gets it. Where that cannot be stored no wallet is asked, and
   * the intent is kept, as soon as there is room, as one that can be made again.
   */
  async function storeFirst(id: string, write: Promise<unknown>): Promise<void> {
    try {
      await write
    } catch (error) {
      await fail(id, 'interrupted').catch(() => undefined)
      throw error
    }
  }

  /** Where `tabId` is null, or a tab that takes no bridge, the intent waits on the signing page. */
  async function ask(intent: Intent, tabId: number | null): Promise<void> {
    const { id } = intent
    if (ownTab?.signsFor(intent)) return askInOwnTab(intent)
    if (tabId === null || !(await injectBridge(tabId))) return waitOnSigningPage(id)
    const found = await wallets.findWallets(tabId)
    if (!found) return void (await fail(id, 'tab-closed'))
    const wallet = wallets.chooseWallet(intent, found)
    if (!wallet) return void (await fail(id, 'wallet-missing'))
    const nonce = crypto.randomUUID()
    const host = await readHost(tabId)
    const asked: SigningEvent = {
      type: 'asked',
      tabId,
      walletId: wallet.id,
      nonce,
      host,
      addressFirst: (await wallets.needsAddress?.(intent, wallet.id, host)) ?? false,
    }
    const note = await watch.readBaseline(intent)
    if (isOver(id)) return
    await storeFirst(id, journal.record(id, asked, note))
    const recorded = journal.find(id)
    if (!recorded || journal.nonceOf(id) !== nonce) return
    if (!(await startWalletJob(tabId, wallets.callJob(recorded, nonce, wallet.id))))
      await journal.abandon(id, nonce, { failure: 'tab-closed' })
  }

  /** The tab asks for its job once this is recorded. */
  async function askInOwnTab(intent: Intent): Promise<void> {
    const { id } = intent
    const note = await watch.readBaseline(intent)
    if (isOver(id)) return
    const tabId = ownTab?.isOffered() ? await ownTab.openTab() : null
    if (!ownTab || tabId === null) return void (await fail(id, 'wallet-missing'))
    const nonce = crypto.randomUUID()
    const asked: SigningEvent = { type: 'asked', tabId, walletId: ownTab.wallet.id, nonce }
    await storeFirst(id, journal.record(id, asked, note))
  }

  async function waitOnSigningPage(id: string): Promise<void> {
    if (isOver(id)) return
    const tabId = await openSigningPage(store)
    if (tabId === null) await fail(id, 'no-tab')
    else await journal.record(id, { type: 'waiting', tabId })
  }

  /** Asks again for an intent that has led to no transaction, after a look whether it has. */
  async function retry(id: string, tabId: number | null): Promise<RetryResult> {
    const before = findRetriable(id)
    if (!before) return 'none'
    const { sent } = await looks.lookFor(before)
    if (sent === 'found') return 'sent-before'
    if (sent === 'unknown') return 'unknown'
    // Another window may have been as quick while this one looked.
    const intent = findRetriable(id)
    if (!intent) return 'none'
    // From here on it waits no more: another window that is opened at the same time does not ask
    // as well.
    await storeFirst(id, journal.record(id, { type: 'retried' }))
    await ask(intent, tabId)
    return 'asked'
  }

  return {
    /** Records a new intent and asks for it; when this resolves, it is on its way. */
    async begin(intent: Intent, tabId: number | null): Promise<void> {
      await storeFirst(intent.id, journal.add(intent))
      await ask(intent, tabId)
    },
    retry,
    hasWaiting: (tabId: number): boolean =>
      journal.entries().some(({ intent }) => isWaitingIn(intent, tabId)),
    /** Asks for what waits for the toolbar button in this tab. */
    async resume(tabId: number): Promise<void> {
      for (const { id } of journal.entries().map(({ intent }) => intent)) {
        const intent = journal.find(id)
        if (intent && isWaitingIn(intent, tabId)) await retry(id, tabId)
      }
    },
  }
}

/** Waits for the toolbar button on its signing page, in this tab. */
const isWaitingIn = ({ state, failure, tabId }: SigningIntent, tab: number): boolean =>
  state === 'created' && failure === 'no-tab' && tabId === tab

import { duskJournalItem } from '../../../app/hyperstaking/stored-items.ts'
import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import { isDuskAsking } from '../../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { WALLET_TIMEOUT_MS } from '../dual-stacking/ask.ts'
import { isTabOpen } from '../dual-stacking/walletconnect.ts'
import { isJobAlive } from '../page-bridge.ts'
import { addDuskIntent, duskHappen } from './journal.ts'

const GRACE_MS = 60_000

/**
 * Takes what a wallet answered to a pool call; resolves when it is stored. A transaction always
 * counts, however late; a failure only when it is the latest attempt's. False when there is no such
 * intent.
 */
export async function deliverToDuskIntent(
  store: ItemStore,
  id: string,
  nonce: string,
  outcome: JobOutcome,
): Promise<boolean> {
  const entry = store.get(duskJournalItem).find(({ intent }) => intent.id === id)
  if (!entry) return false
  if (outcome.result === 'signed' && outcome.txid !== null && /^[0-9a-f]{64}$/.test(outcome.txid))
    await sent(store, entry.intent, outcome.txid)
  else if (entry.intent.nonce === nonce)
    await duskHappen(store, id, {
      type: 'failed',
      failure: outcome.result === 'failed' ? outcome.failure : 'result-unreadable',
    })
  return true
}

async function sent(store: ItemStore, intent: DuskIntent, hash: string): Promise<void> {
  const known = store.get(duskJournalItem).some((each) => each.intent.hash === hash)
  // Told again because it could not be stored: taken only when it is.
  if (known) return void (await store.update(duskJournalItem, (entries) => entries))
  if (intent.hash === null)
    return void (await duskHappen(store, intent.id, { type: 'answered', hash }))
  // Two attempts of one call were both signed: the second transaction is on its way as well, and is
  // shown.
  const now = Date.now()
  await addDuskIntent(store, {
    ...intent,
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    state: 'asking',
    failure: null,
    hash,
    gasSpent: null,
    problem: null,
    nonce: null,
  })
}

/**
 * After the background was stopped (`gone` null), or a tab went away: attempts that will never
 * answer can be made again.
 */
export async function recoverDusk(store: ItemStore, gone: number | null = null): Promise<void> {
  for (const { intent } of store.get(duskJournalItem)) {
    const fail = (failure: 'interrupted' | 'tab-closed') =>
      duskHappen(store, intent.id, { type: 'failed', failure })
    if (gone !== null) {
      if (intent.tabId === gone && (isDuskAsking(intent) || intent.state === 'created'))
        await fail('tab-closed')
    } else if (intent.state === 'created' && intent.failure === null) await fail('interrupted')
    // A browser that was started anew has other tabs.
    else if (
      intent.state === 'created' &&
      (intent.tabId === null || !(await isTabOpen(intent.tabId)))
    )
      await fail('tab-closed')
    else if (
      isDuskAsking(intent) &&
      (intent.tabId === null ||
        intent.nonce === null ||
        !(await isJobAlive(intent.tabId, intent.nonce)))
    )
      await fail('interrupted')
  }
}

/** Wallets that have not answered for longer than their page should have waited. */
export async function expireDusk(store: ItemStore, now: number): Promise<void> {
  for (const { intent } of store.get(duskJournalItem)) {
    if (isDuskAsking(intent) && now - intent.updatedAt > WALLET_TIMEOUT_MS + GRACE_MS)
      await duskHappen(store, intent.id, { type: 'failed', failure: 'timeout' })
  }
}

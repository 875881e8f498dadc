import { duskJournalItem } from '../../../app/hyperstaking/stored-items.ts'
import { fetchSentDuskCall } from '../../../chain/dusk/fetch-sent-dusk-call.ts'
import { readTransactionStatus } from '../../../chain/dusk/read-transaction-status.ts'
import { isDuskTracked } from '../../../wallet/dusk/advance-dusk-intent.ts'
import { compareDuskCall } from '../../../wallet/dusk/compare-dusk-call.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { DuskChain } from './dusk-chain.ts'
import { duskHappen } from './journal.ts'

// A node that has not heard of a transaction after this long will hardly ever say what it is.
const PATIENCE_MS = 15 * 60_000

/**
 * Follows pool calls under way: what a wallet sent is compared with what was asked, then followed
 * to finality.
 */
export async function trackPoolCalls(
  store: ItemStore,
  { client, deployment }: DuskChain,
): Promise<void> {
  for (const { intent } of store.get(duskJournalItem)) {
    if (
      !isDuskTracked(intent) ||
      intent.hash === null ||
      intent.request.network !== deployment.network
    )
      continue
    const checked =
      intent.state === 'asking' ? await checkSent(store, client, intent, intent.hash) : intent
    if (checked?.state !== 'submitted' && checked?.state !== 'executed') continue
    const status = await readTransactionStatus(client, intent.hash)
    if (status.known) await duskHappen(store, intent.id, { type: 'chain', status: status.value })
  }
}

async function checkSent(
  store: ItemStore,
  client: DuskChain['client'],
  intent: DuskIntent,
  hash: string,
): Promise<DuskIntent | undefined> {
  const sent = await fetchSentDuskCall(client, hash)
  if (!sent.ok) return intent
  if (sent.value)
    return duskHappen(store, intent.id, {
      type: 'checked',
      failure: compareDuskCall(intent.request, sent.value),
    })
  return Date.now() - intent.updatedAt > PATIENCE_MS
    ? duskHappen(store, intent.id, { type: 'checked', failure: 'result-unreadable' })
    : intent
}

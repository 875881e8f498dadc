import { isTracked } from '../../wallet/journal.ts'
import type { ChainNews } from '../../wallet/journal.ts'
import { journalItem } from '../storage/items.ts'
import type { Store } from '../storage/store.ts'
import type { Chain } from './chain.ts'
import { happen } from './journal.ts'

/** Looks up what became of transactions under way; gives the addresses whose readings that has changed. */
export async function trackTransactions(store: Store, { client, deployment }: Chain): Promise<string[]> {
  const changed: string[] = []
  for (const { intent } of store.get(journalItem)) {
    if (!isTracked(intent) || intent.txid === null || intent.request.deployment !== deployment.id) continue
    const answer = await client.transaction(intent.txid)
    if (!answer.ok) continue
    if (intent.state === 'asking') await happen(store, intent.id, { type: 'checked', failure: null })
    const { tx_status: status } = answer.value
    const state: ChainNews['state'] = status === 'success' ? 'confirmed' : status.startsWith('abort') ? 'aborted' : status.startsWith('dropped') ? 'dropped' : 'pending'
    const after = await happen(store, intent.id, { type: 'chain', news: { state } })
    if (after && !isTracked(after)) changed.push(intent.request.account)
  }
  return changed
}

import type { Family } from '../../protocol/dual-stacking/errors.ts'
import { trackTransaction } from '../../chain/stacks/transactions.ts'
import type { TransactionNews } from '../../chain/stacks/transactions.ts'
import type { Intent } from '../../wallet/intent.ts'
import { isTracked } from '../../wallet/journal.ts'
import type { ChainNews } from '../../wallet/journal.ts'
import { journalItem, networkItem } from '../storage/items.ts'
import type { Store } from '../storage/store.ts'
import type { Chain } from './chain.ts'
import { checkSent } from './check-sent.ts'
import { happen } from './journal.ts'

/** Looks up what became of transactions under way; gives the addresses whose readings that has changed. */
export async function trackTransactions(store: Store, { client, deployment }: Chain): Promise<string[]> {
  const changed: string[] = []
  const family: Family = store.get(networkItem)?.family ?? deployment.family ?? 'v1'
  for (const { intent } of store.get(journalItem)) {
    if (!isTracked(intent) || intent.txid === null || intent.request.deployment !== deployment.id) continue
    const checked = intent.state === 'asking' ? await checkSent(store, client, intent) : intent
    if (!checked || !isTracked(checked) || checked.state === 'asking') continue
    const answer = await trackTransaction(client, trackedOf(checked, family))
    if (!answer.ok) continue
    const after = await happen(store, intent.id, { type: 'chain', news: newsOf(answer.news) })
    if (after && !isTracked(after)) changed.push(intent.request.account)
  }
  return changed
}

/** A refused transaction may be another sender's: its nonce says nothing about the account's. */
const trackedOf = ({ txid, updatedAt, request, nonce, state }: Intent, family: Family) =>
  ({ txid: txid!, family, sentAt: updatedAt, ...(state === 'refused' ? {} : { sender: request.account, nonce }) })

const newsOf = (news: TransactionNews): ChainNews => ({
  state: news.state,
  nonce: news.nonce,
  feeMicroStx: news.feeMicroStx?.toString() ?? null,
  contractError: news.state === 'aborted' && news.by === 'contract' ? news.errorNumber : null,
})

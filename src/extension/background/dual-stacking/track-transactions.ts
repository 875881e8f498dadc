import {
  deploymentsItem,
  journalItem,
  networkItem,
  readingsItem,
} from '../../../app/dual-stacking/stored-items.ts'
import { findDeployment } from '../../../chain/stacks/deployments.ts'
import {
  trackTransaction,
  type TransactionUpdate,
} from '../../../chain/stacks/track-transaction.ts'
import type { Family } from '../../../protocol/dual-stacking/errors.ts'
import { type TransactionReport, isTracked } from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { checkSent } from './check-sent.ts'
import { payingDeployments } from './deployment-in-use.ts'
import { happen } from './journal.ts'
import type { StacksChain } from './stacks-chain.ts'

/**
 * Looks up what became of transactions under way, also of those that called another contract of the
 * network in use.
 */
export async function trackTransactions(
  store: ItemStore,
  { client, deployment }: StacksChain,
): Promise<void> {
  const here = new Set(payingDeployments(store, deployment).map(({ id }) => id))
  for (const { intent } of store.get(journalItem)) {
    if (!isTracked(intent) || intent.txid === null || !here.has(intent.request.deployment)) continue
    const checked = intent.state === 'asking' ? await checkSent(store, client, intent) : intent
    if (!checked || !isTracked(checked) || checked.state === 'asking') continue
    const family = familyOf(store, intent.request.deployment)
    const answer = await trackTransaction(client, trackedOf(checked))
    if (answer.ok)
      await happen(store, intent.id, { type: 'chain', news: newsOf(answer.news, family) })
  }
}

/**
 * Addresses of which something is on the chain that their reading does not know of yet; they are to
 * be read anew even within the same block.
 */
export const addressesToReread = (store: ItemStore, now: number): string[] =>
  store.get(journalItem).flatMap(({ intent }) => {
    const { account } = intent.request
    const reading = store.get(readingsItem)[account]
    // A reading from the future is one from before the clock was set back: what it knew of is not
    // known.
    const older =
      reading !== undefined && (reading.readAt <= intent.updatedAt || reading.readAt > now)
    return intent.txid !== null && !isTracked(intent) && older ? [account] : []
  })

/**
 * The family whose words an error number of this contract has: by its row, or as its interface
 * told.
 */
function familyOf(store: ItemStore, deployment: string): Family | null {
  const network = store.get(networkItem)
  return (
    findDeployment(deployment, store.get(deploymentsItem))?.family ??
    (network?.deployment === deployment ? network.family : null)
  )
}

/** A refused transaction may be another sender's: its nonce says nothing about the account's. */
const trackedOf = ({ txid, updatedAt, request, nonce, state }: StacksIntent) => ({
  txid: txid!,
  sentAt: updatedAt,
  ...(state === 'refused' ? {} : { sender: request.account, nonce }),
})

const newsOf = (news: TransactionUpdate, family: Family | null): TransactionReport => ({
  state: news.state,
  nonce: news.nonce,
  feeMicroStx: news.feeMicroStx?.toString() ?? null,
  ...(news.state === 'aborted' && {
    abortedBy: news.by,
    family,
    contractError: news.by === 'contract' ? news.errorNumber : null,
  }),
})

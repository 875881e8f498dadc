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
import {
  applyTransactionReport,
  isTracked,
  type TransactionReport,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { checkSentCall } from './check-sent-call.ts'
import { payingDeployments } from './deployment-in-use.ts'
import type { StacksChain } from './stacks-chain.ts'
import type { StacksSigning } from './stacks-signing.ts'

/**
 * Looks up what became of transactions under way, also of those that called another contract of the
 * network in use.
 */
export async function trackTransactions(
  store: ItemStore,
  signing: StacksSigning,
  { client, deployment }: StacksChain,
): Promise<void> {
  const here = new Set(payingDeployments(store, deployment).map(({ id }) => id))
  for (const { intent } of signing.journal.entries()) {
    if (!isTracked(intent) || intent.txid === null || !here.has(intent.request.deployment)) continue
    const checked =
      intent.state === 'asking' ? await checkSentCall(signing, client, intent) : intent
    if (!checked || !isTracked(checked) || checked.state === 'asking') continue
    const family = familyOf(store, intent.request.deployment)
    const answer = await trackTransaction(client, trackedOf(checked))
    if (answer.ok)
      await signing.journal.change(intent.id, (current) =>
        applyTransactionReport(current, reportOf(answer.news, family), Date.now()),
      )
  }
}

/**
 * Addresses with something on the chain that their reading does not know of yet; they are to be
 * read again even within the same block.
 */
export const addressesToReread = (store: ItemStore, now: number): string[] =>
  store.get(journalItem).flatMap(({ intent }) => {
    const { account } = intent.request
    const reading = store.get(readingsItem)[account]
    // A reading from the future is from before the clock was set back: what it covers is unknown.
    const older =
      reading !== undefined && (reading.readAt <= intent.updatedAt || reading.readAt > now)
    return intent.txid !== null && !isTracked(intent) && older ? [account] : []
  })

/**
 * The family that gives an error number of this contract its meaning: by its row, or by its
 * interface.
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

const reportOf = (news: TransactionUpdate, family: Family | null): TransactionReport => ({
  state: news.state,
  nonce: news.nonce,
  feeMicroStx: news.feeMicroStx?.toString() ?? null,
  ...(news.state === 'aborted' && {
    abortedBy: news.by,
    family,
    contractError: news.by === 'contract' ? news.errorNumber : null,
  }),
})

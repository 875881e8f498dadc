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
import { isCostly } from '../../../wallet/reduce-signing.ts'
import {
  applyTransactionReport,
  followReplacement,
  isLookDue,
  isTracked,
  mayChange,
  noteLook,
  type TransactionReport,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import { fetchWholeCall } from '../../../wallet/stacks/fetch-whole-call.ts'
import { judgeFetchedCall } from '../../../wallet/stacks/judge-fetched-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { foreignName } from '../../../words/foreign-name.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { stakingInUse } from '../bitcoin-staking/staking-in-use.ts'
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
  const here = new Set([
    ...payingDeployments(store, deployment).map(({ id }) => id),
    stakingInUse(deployment).id,
  ])
  for (const { intent } of signing.journal.entries()) {
    if (!mayChange(intent, Date.now()) || !here.has(intent.request.deployment)) continue
    if (!isLookDue(intent, Date.now())) continue
    const isUnchecked = (each: StacksIntent) => each.state === 'asking' && !isCostly(each)
    const checked = isUnchecked(intent) ? await checkSentCall(signing, client, intent) : intent
    if (!checked || !mayChange(checked, Date.now()) || isUnchecked(checked)) continue
    const family = familyOf(store, intent.request.deployment)
    const answer = await trackTransaction(client, trackedOf(checked))
    await signing.journal.change(intent.id, (current) => noteLook(current, Date.now()))
    if (!answer.ok || isOnlyUnseen(checked, answer.news)) continue
    await signing.journal.change(intent.id, (current) =>
      applyTransactionReport(current, reportOf(answer.news, family), Date.now()),
    )
    await continueWithReplacement(signing, client, checked, answer.news)
  }
}

/**
 * A host that does not know a transaction says nothing against another that has seen it in a block.
 */
const isOnlyUnseen = ({ state }: StacksIntent, news: TransactionUpdate): boolean =>
  (state === 'confirmed' || state === 'aborted') &&
  ((news.state === 'pending' && news.unseen === true) ||
    (news.state === 'dropped' && news.why === 'vanished'))

/**
 * Continues with the transaction that took another's place when it calls the same, as when a wallet
 * raised the fee.
 */
async function continueWithReplacement(
  signing: StacksSigning,
  client: StacksChain['client'],
  intent: StacksIntent,
  news: TransactionUpdate,
): Promise<void> {
  if (news.state !== 'replaced' || news.by === null || intent.state === 'refused') return
  const { by: txid } = news
  if (signing.journal.entries().some((entry) => entry.intent.txid === txid)) return
  const sent = await fetchWholeCall(client, txid)
  const failure = sent.ok ? judgeFetchedCall(intent, txid, sent.value) : 'not-comparable'
  if (failure === null || failure === 'high-fee')
    await signing.journal.change(intent.id, (current) =>
      followReplacement(current, txid, Date.now()),
    )
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
const trackedOf = ({ txid, sentAt, updatedAt, request, nonce, state }: StacksIntent) => ({
  txid: txid!,
  sentAt: sentAt ?? updatedAt,
  ...(state === 'refused' ? {} : { sender: request.account, nonce }),
})

const reportOf = (news: TransactionUpdate, family: Family | null): TransactionReport => ({
  state: news.state === 'unknown' ? 'pending' : news.state,
  ...(news.state === 'unknown' && { chainStatus: foreignName(news.status) ?? '?' }),
  ...(news.state === 'pending' && { doubt: news.doubt ?? null }),
  ...(news.state === 'dropped' && { why: news.why }),
  ...(news.state === 'replaced' && { replacedBy: news.by }),
  ...((news.state === 'confirmed' || news.state === 'aborted') && { burnHeight: news.burnHeight }),
  nonce: news.nonce,
  feeMicroStx: news.feeMicroStx?.toString() ?? null,
  ...(news.sponsored && { sponsored: true }),
  ...(news.state === 'aborted' && {
    abortedBy: news.by,
    family,
    contractError: news.by === 'contract' ? news.errorNumber : null,
  }),
})

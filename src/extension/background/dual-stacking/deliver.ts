import { journalItem } from '../../../app/dual-stacking/stored-items.ts'
import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import { createIntent } from '../../../wallet/stacks/advance-stacks-intent.ts'
import { judgeSignedCall, type SigningVerdict } from '../../../wallet/stacks/judge-signed-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { addIntent, happen } from './journal.ts'

/**
 * Takes what a wallet answered to an intent; resolves when it is stored. A transaction always
 * counts, however late and of whichever attempt; a failure only when it is the latest attempt's.
 * False when there is no such intent.
 */
export async function deliverToIntent(
  store: ItemStore,
  id: string,
  nonce: string,
  outcome: JobOutcome,
): Promise<boolean> {
  const entry = store.get(journalItem).find((each) => each.intent.id === id)
  if (!entry) return false
  if (outcome.result === 'signed')
    await signed(store, entry.intent, judgeSignedCall(entry.intent.request, outcome))
  else if (entry.nonce === nonce) {
    await happen(store, id, {
      type: 'failed',
      failure: outcome.result === 'failed' ? outcome.failure : 'result-unreadable',
    })
  }
  return true
}

/**
 * Notes that an attempt will never answer, for whatever reason; a transaction that is known stays.
 */
export async function giveUp(
  store: ItemStore,
  id: string,
  nonce: string,
  failure: SigningFailure,
): Promise<void> {
  const entry = store.get(journalItem).find((each) => each.intent.id === id)
  if (entry?.nonce === nonce) await happen(store, id, { type: 'failed', failure })
}

async function signed(
  store: ItemStore,
  intent: StacksIntent,
  verdict: SigningVerdict,
): Promise<void> {
  const txid = 'txid' in verdict ? verdict.txid : null
  // A transaction that the network dropped may be signed again, to the same id: then it is on its
  // way again.
  const known =
    txid !== null &&
    store
      .get(journalItem)
      .some(
        (each) =>
          each.intent.txid === txid &&
          (each.intent.id === intent.id || each.intent.state !== 'dropped'),
      )
  // Told again because it could not be stored: taken only when it is.
  if (known) return void (await store.update(journalItem, (entries) => entries))
  if (intent.txid === null || txid === null) {
    await happen(store, intent.id, { type: 'answered', verdict })
    return
  }
  // Two attempts of one intent were both signed: the second transaction is on its way as well, and
  // is shown.
  const sibling = createIntent(crypto.randomUUID(), intent.action, intent.request, Date.now())
  // One write, so that it is never there without its transaction.
  await Promise.all([
    addIntent(store, { ...sibling, walletId: intent.walletId, tabId: intent.tabId }),
    happen(store, sibling.id, { type: 'answered', verdict }),
  ])
}

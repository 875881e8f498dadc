import { fetchSentDuskCall } from '../../../chain/dusk/fetch-sent-dusk-call.ts'
import { readTransactionStatus } from '../../../chain/dusk/read-transaction-status.ts'
import {
  applyDuskStatus,
  duskPositionOf,
  isDuskTracked,
} from '../../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import { judgeSentDuskCall } from '../../../wallet/dusk/judge-sent-dusk-call.ts'
import { isCostly } from '../../../wallet/reduce-signing.ts'
import type { DuskChain } from './dusk-chain.ts'
import type { DuskSigning } from './dusk-signing.ts'

// A node that has not heard of a transaction after this long will hardly ever say what it is.
const PATIENCE_MS = 15 * 60_000

/**
 * Follows pool calls under way: what a wallet sent is compared with what was asked, then followed
 * to finality.
 */
export async function trackPoolCalls(
  { journal }: DuskSigning,
  { client, deployment }: DuskChain,
): Promise<void> {
  for (const { intent } of journal.entries()) {
    if (
      !isDuskTracked(intent) ||
      intent.hash === null ||
      intent.request.network !== deployment.network
    )
      continue
    // One whose fee its sender has to accept first is known, and left alone until then.
    if (isCostly(duskPositionOf(intent))) continue
    const checked =
      intent.state === 'asking' ? await checkSentCall(journal, client, intent, intent.hash) : intent
    if (!checked || !isFollowed(checked)) continue
    const status = await readTransactionStatus(client, intent.hash)
    if (status.known)
      await journal.change(intent.id, (current) =>
        applyDuskStatus(current, status.value, Date.now()),
      )
  }
}

/** Its transaction was compared, and is what was asked for. */
const isFollowed = ({ state }: DuskIntent): boolean => state === 'submitted' || state === 'executed'

async function checkSentCall(
  journal: DuskSigning['journal'],
  client: DuskChain['client'],
  intent: DuskIntent,
  hash: string,
): Promise<DuskIntent | undefined> {
  const sent = await fetchSentDuskCall(client, hash)
  if (!sent.ok) return intent
  const isLate = Date.now() - intent.updatedAt > PATIENCE_MS
  const failure = sent.value ? judgeSentDuskCall(intent, hash, sent.value) : 'result-unreadable'
  const isOpen = sent.value === null || failure === 'not-comparable'
  if (isOpen && !isLate) return intent
  const sender = failure === 'wrong-account' ? sent.value?.sender : null
  return journal.record(intent.id, { type: 'checked', failure, ...(sender && { sender }) })
}

import type { StacksClient } from '../../chain/stacks/client.ts'
import { trackTransaction, type TransactionUpdate } from '../../chain/stacks/track-transaction.ts'
import type { KeptCall } from '../state/keeper-state.ts'

/** How an open call stands; `gone`: no host knows it, and it is in no block. */
export type CallStand =
  | { state: 'confirmed'; stacksHeight: number | null }
  | { state: 'aborted'; by: string; errorNumber: number | null }
  | { state: 'overtaken' | 'waiting' | 'gone' | 'not-read' }

const standOf = (updates: readonly TransactionUpdate[], own: ReadonlySet<string>): CallStand => {
  for (const update of updates) {
    if (update.state === 'confirmed')
      return { state: 'confirmed', stacksHeight: update.stacksHeight }
    if (update.state === 'aborted')
      return { state: 'aborted', by: update.by, errorNumber: update.errorNumber }
  }
  // A status that is not known says nothing: the call is looked at again.
  const isWaiting = (update: TransactionUpdate) =>
    update.state === 'unknown' ||
    (update.state === 'pending' && (!update.unseen || update.doubt !== undefined))
  if (updates.some(isWaiting)) return { state: 'waiting' }
  // The newest attempt decides: earlier ones gave way to it.
  const newest = updates.at(-1)
  if (newest?.state === 'replaced' && !own.has((newest.by ?? '').replace(/^0x/, '')))
    return { state: 'overtaken' }
  return { state: 'gone' }
}

/** Reads how an open call stands: about one request for each fee under which it was sent. */
export async function followCall(
  client: StacksClient,
  address: string,
  { attempts, nonce }: KeptCall,
): Promise<CallStand> {
  const updates: TransactionUpdate[] = []
  for (const { txid, at } of attempts) {
    const tracked = await trackTransaction(client, {
      txid: `0x${txid}`,
      sentAt: at,
      sender: address,
      nonce,
    })
    if (!tracked.ok) return { state: 'not-read' }
    updates.push(tracked.news)
  }
  return standOf(updates, new Set(attempts.map(({ txid }) => txid)))
}

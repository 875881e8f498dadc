import type { Answer } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import type { TransferSearch } from './reward-cursor.ts'
import { decodeTransfer, type RewardTransfer } from './reward-transfer.ts'

const PAGE = 100

/**
 * Searches the next part of a transaction's events for transfers from contracts of `deployments`;
 * `search` is null when there is nothing left to read. One request.
 */
export const searchTransfers = async (
  client: StacksClient,
  deployments: readonly Deployment[],
  search: TransferSearch,
  urgency: Urgency,
): Promise<Answer<{ transfers: RewardTransfer[]; search: TransferSearch | null }>> => {
  const part = { offset: search.read, limit: PAGE }
  const answer = await client.transactionEvents(search.txid, part, { urgency })
  // A reorganisation took the transaction away; where it is mined again it is another entry.
  if (!answer.ok)
    return answer.failure.code === 'not-found' || answer.failure.code === 'refused'
      ? { ok: true, value: { transfers: [], search: null } }
      : answer
  const { events, total } = answer.value
  const read = search.read + events.length
  const transfers = events.flatMap(
    (event) => decodeTransfer(event, deployments, search.recipient) ?? [],
  )
  const isRead = events.length === 0 || read >= total
  return { ok: true, value: { transfers, search: isRead ? null : { ...search, read } } }
}

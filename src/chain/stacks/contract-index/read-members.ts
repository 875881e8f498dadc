import type { StacksClient } from '../client.ts'
import type { StacksRead } from '../stacks-read.ts'
import type { ParticipantRecord, RecordStore, RowChange } from './participant-record.ts'
import { rowAt, undecidedTransactions, withHeights, type ChainMoment } from './row-at.ts'

/** An enrolled address: its record, and its row at the moment that was asked for. */
export type IndexedMember = { record: ParticipantRecord; row: NonNullable<RowChange['row']> }

/**
 * Reads who was enrolled at a moment, with the row at that time, in order of enrollment.
 * Transactions whose order within a Bitcoin block matters are looked up (one request each) and
 * stored.
 */
export const readMembersAt = async (
  client: StacksClient,
  store: RecordStore,
  moment: ChainMoment,
): Promise<StacksRead<IndexedMember[]>> => {
  const records = await store.all()
  const txids = new Set(records.flatMap((record) => undecidedTransactions(record, moment)))
  const heights = new Map<string, number>()
  for (const txid of txids) {
    const transaction = await client.transaction(txid)
    if (!transaction.ok) {
      if (transaction.failure.code === 'not-found') continue
      return transaction
    }
    if (typeof transaction.value.block_height === 'number')
      heights.set(txid, transaction.value.block_height)
  }
  const resolved =
    heights.size === 0
      ? records
      : records.map((record) =>
          undecidedTransactions(record, moment).length > 0 ? withHeights(record, heights) : record,
        )
  if (heights.size > 0)
    await store.put(resolved.filter((record, index) => record !== records[index]))
  const members = resolved.flatMap((record) => {
    const row = rowAt(record, moment)
    return row ? [{ record, row }] : []
  })
  const enrolledSince = ({ record }: IndexedMember) =>
    Math.min(...record.changes.map(({ burnHeight }) => burnHeight))
  return { ok: true, value: members.sort((a, b) => enrolledSince(a) - enrolledSince(b)) }
}

import type { StacksRead, StacksClient } from '../client.ts'
import type { ParticipantRecord, RecordStore, RowChange } from './participant-record.ts'
import { rowAt, undecidedTransactions, withHeights, type ChainMoment } from './row-at.ts'

export type IndexedMember = { record: ParticipantRecord; row: NonNullable<RowChange['row']> }

/**
 * Who was enrolled at a moment, with the row of then, in order of enrolment. Transactions whose
 * order within a Bitcoin block matters are looked up (one request each) and remembered in the
 * store.
 */
export const readMembersAt = async (
  client: StacksClient,
  store: RecordStore,
  moment: ChainMoment,
): Promise<StacksRead<IndexedMember[]>> => {
  const records = await store.all()
  const wanted = new Set(records.flatMap((record) => undecidedTransactions(record, moment)))
  const heights = new Map<string, number>()
  for (const txid of wanted) {
    const transaction = await client.transaction(txid)
    if (!transaction.ok) {
      if (transaction.failure.code === 'not-found') continue
      return transaction
    }
    if (typeof transaction.value.block_height === 'number')
      heights.set(txid, transaction.value.block_height)
  }
  const decided =
    heights.size === 0
      ? records
      : records.map((record) =>
          undecidedTransactions(record, moment).length > 0 ? withHeights(record, heights) : record,
        )
  if (heights.size > 0)
    await store.put(decided.filter((record, index) => record !== records[index]))
  const members = decided.flatMap((record) => {
    const row = rowAt(record, moment)
    return row ? [{ record, row }] : []
  })
  const since = ({ record }: IndexedMember) =>
    Math.min(...record.changes.map(({ burnHeight }) => burnHeight))
  return { ok: true, value: members.sort((a, b) => since(a) - since(b)) }
}

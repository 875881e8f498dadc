import type { ParticipantRecord, RowChange } from './participant-record.ts'

/**
 * The last moment at which a change still counts: the end of a Stacks block, and the Bitcoin block
 * of its tenure.
 */
export type ChainMoment = { burnHeight: number; stacksHeight: number }

const txidOf = ({ key }: RowChange): string => key.split(':')[0]!
const indexOf = ({ key }: RowChange): number => Number(key.split(':')[1])

const order = (a: RowChange, b: RowChange) =>
  a.burnHeight - b.burnHeight ||
  (a.stacksHeight ?? 0) - (b.stacksHeight ?? 0) ||
  indexOf(a) - indexOf(b)

/**
 * Transactions whose Stacks height must be known before `rowAt` is certain: those in the same
 * Bitcoin block as the moment, or as another change of the address.
 */
export const undecidedTransactions = (
  { changes }: ParticipantRecord,
  moment: ChainMoment,
): string[] => {
  const unclear = changes.filter(
    (change) =>
      change.stacksHeight === null &&
      (change.burnHeight === moment.burnHeight ||
        changes.some(
          (other) => txidOf(other) !== txidOf(change) && other.burnHeight === change.burnHeight,
        )),
  )
  return [...new Set(unclear.map(txidOf))]
}

/** The row that an address had at a moment; null when it had none. */
export const rowAt = ({ changes }: ParticipantRecord, moment: ChainMoment): RowChange['row'] => {
  const before = changes.filter(
    ({ burnHeight, stacksHeight }) =>
      burnHeight < moment.burnHeight ||
      (burnHeight === moment.burnHeight && (stacksHeight ?? 0) <= moment.stacksHeight),
  )
  return before.toSorted(order).at(-1)?.row ?? null
}

/** The record with the Stacks heights of these transactions filled in. */
export const withHeights = (
  record: ParticipantRecord,
  heights: ReadonlyMap<string, number>,
): ParticipantRecord => ({
  ...record,
  changes: record.changes.map((change) => ({
    ...change,
    stacksHeight: change.stacksHeight ?? heights.get(txidOf(change)) ?? null,
  })),
})

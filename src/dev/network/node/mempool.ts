import type { ReceivedTransaction } from '../transaction/decode-transaction.ts'

/** A transaction that waits for its block; `receivedAt` in ms. */
export type PendingTransaction = { signed: ReceivedTransaction; receivedAt: number }

/** A transaction that will never be mined. */
export type DroppedTransaction = PendingTransaction & {
  status: 'dropped_replace_by_fee' | 'dropped_problematic' | 'dropped_stale_garbage_collect'
  replacedBy?: string
  droppedAt: number
}

/**
 * Transactions that wait for a block, oldest first, and those that were dropped. Ids are hex
 * without 0x.
 */
export const createStacksMempool = () => {
  const pending = new Map<string, PendingTransaction>()
  const dropped = new Map<string, DroppedTransaction>()

  const of = (address: string): PendingTransaction[] =>
    [...pending.values()]
      .filter(({ signed }) => signed.sender === address)
      .sort((a, b) => a.signed.nonce - b.signed.nonce)

  const at = (address: string, nonce: number): PendingTransaction | undefined =>
    of(address).find(({ signed }) => signed.nonce === nonce)

  /** Gives whether such a transaction was waiting. */
  const drop = (
    txid: string,
    droppedAt: number,
    why: Pick<DroppedTransaction, 'status' | 'replacedBy'>,
  ): boolean => {
    const entry = pending.get(txid)
    if (!entry) return false
    pending.delete(txid)
    dropped.set(txid, { ...entry, ...why, droppedAt })
    return true
  }

  /** Adds a transaction; one of the same sender and nonce gives way to it. */
  const add = (signed: ReceivedTransaction, receivedAt: number) => {
    const replaced = at(signed.sender, signed.nonce)
    if (replaced)
      drop(replaced.signed.txid, receivedAt, {
        status: 'dropped_replace_by_fee',
        replacedBy: signed.txid,
      })
    dropped.delete(signed.txid)
    pending.set(signed.txid, { signed, receivedAt })
  }

  /** The oldest transaction whose turn it is, given the next nonce of each account. */
  const next = (nonceOf: (address: string) => number): PendingTransaction | undefined =>
    [...pending.values()].find(({ signed }) => signed.nonce === nonceOf(signed.sender))

  return {
    add,
    at,
    of,
    drop,
    next,
    remove: (txid: string) => pending.delete(txid),
    get: (txid: string) => pending.get(txid),
    dropped: (txid: string) => dropped.get(txid),
    list: () => [...pending.values()],
  }
}
export type StacksMempool = ReturnType<typeof createStacksMempool>

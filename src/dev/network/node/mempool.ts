import type { ReceivedTransaction } from '../transaction/decode-transaction.ts'

/** When something happened: by the clock (ms), and at which Stacks height. */
export type Moment = { at: number; stacks: number }

/** A transaction that waits for its block; `received` when it arrived the first time. */
export type PendingTransaction = { signed: ReceivedTransaction; received: Moment }

/** Every reason that the API gives for a transaction that no longer waits. */
export const dropStatuses = [
  'dropped_replace_by_fee',
  'dropped_replace_across_fork',
  'dropped_too_expensive',
  'dropped_stale_garbage_collect',
  'dropped_problematic',
] as const
export type DropStatus = (typeof dropStatuses)[number]

/** A transaction that no longer waits; it does again once it is submitted again. */
export type DroppedTransaction = PendingTransaction & {
  status: DropStatus
  replacedBy?: string
  dropped: Moment
}

/**
 * Transactions that wait for a block, oldest first, and those that were dropped. Ids are hex
 * without 0x.
 */
export const createStacksMempool = () => {
  const pending = new Map<string, PendingTransaction>()
  const dropped = new Map<string, DroppedTransaction>()
  const arrivals = new Map<string, PendingTransaction>()

  const of = (address: string): PendingTransaction[] =>
    [...pending.values()]
      .filter(({ signed }) => signed.sender === address)
      .sort((a, b) => a.signed.nonce - b.signed.nonce)

  const at = (address: string, nonce: number): PendingTransaction | undefined =>
    of(address).find(({ signed }) => signed.nonce === nonce)

  /** Gives whether such a transaction was waiting. */
  const drop = (
    txid: string,
    when: Moment,
    why: Pick<DroppedTransaction, 'status' | 'replacedBy'>,
  ): boolean => {
    const entry = pending.get(txid)
    if (!entry) return false
    pending.delete(txid)
    dropped.set(txid, { ...entry, ...why, dropped: when })
    return true
  }

  /** Adds a transaction; one of the same sender and nonce gives way to it. */
  const add = (signed: ReceivedTransaction, now: Moment) => {
    const replaced = at(signed.sender, signed.nonce)
    if (replaced)
      drop(replaced.signed.txid, now, {
        status: 'dropped_replace_by_fee',
        replacedBy: signed.txid,
      })
    dropped.delete(signed.txid)
    const entry = arrivals.get(signed.txid) ?? { signed, received: now }
    arrivals.set(signed.txid, entry)
    pending.set(signed.txid, entry)
  }

  /** One that was mined no longer waits, nor does another of the same sender and nonce. */
  const leave = ({ txid, sender, nonce, sponsor }: ReceivedTransaction, now: Moment) => {
    pending.delete(txid)
    const rivals = [at(sender, nonce), sponsor && at(sponsor.address, sponsor.nonce)]
    for (const rival of rivals)
      if (rival)
        drop(rival.signed.txid, now, { status: 'dropped_replace_by_fee', replacedBy: txid })
  }

  /** Those whose turn it is, oldest first, given the next nonce of each account; at most `most`. */
  const due = (nonceOf: (address: string) => number, most: number): PendingTransaction[] => {
    const nonces = new Map<string, number>()
    const chosen: PendingTransaction[] = []
    const isNext = (address: string, nonce: number) =>
      nonce === (nonces.get(address) ?? nonceOf(address))
    const isDue = ({ signed: { sender, nonce, sponsor } }: PendingTransaction) =>
      isNext(sender, nonce) && (!sponsor || isNext(sponsor.address, sponsor.nonce))
    for (;;) {
      const next = [...pending.values()].find((entry) => !chosen.includes(entry) && isDue(entry))
      if (!next || chosen.length === most) return chosen
      chosen.push(next)
      const { sender, nonce, sponsor } = next.signed
      nonces.set(sender, nonce + 1)
      if (sponsor) nonces.set(sponsor.address, sponsor.nonce + 1)
    }
  }

  return {
    add,
    at,
    of,
    drop,
    due,
    leave,
    /** When it arrived, whatever became of it since. */
    arrival: (txid: string) => arrivals.get(txid),
    arrivals: () => [...arrivals.values()],
    get: (txid: string) => pending.get(txid),
    dropped: (txid: string) => dropped.get(txid),
    list: () => [...pending.values()],
  }
}
export type StacksMempool = ReturnType<typeof createStacksMempool>

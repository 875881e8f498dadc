import type { Applied, Operation } from '../host/operation.ts'
import type { VmHost } from '../host/vm-host.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import { createStacksLedger } from '../ledger/ledger.ts'
import { admit } from './admit.ts'
import type { JournalEntry } from './journal.ts'
import { createStacksMempool } from './mempool.ts'
import type { Rejection } from './rejection.ts'

export type Submitted = { ok: true; txid: string } | { ok: false; rejection: Rejection }

/** One completed operation: its result, and its transaction if it was one. */
export type Performed = { ok: true; transaction?: ChainTransaction } | { ok: false; reason: string }

type Setup = { host: VmHost; now?: () => number }

/**
 * The chain, its pending transactions and its history. All changes of the chain go through one
 * queue.
 */
export const createNode = ({ host, now = Date.now }: Setup) => {
  let entries: JournalEntry[] = []
  let record: (entry: JournalEntry) => void = () => {}
  let ledger = createStacksLedger()
  let mempool = createStacksMempool()
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  const changed = () => listeners.forEach((listener) => listener())

  const keep = (operation: Operation, applied: Applied): Performed => {
    if (!applied.ok) return applied
    const { undone } = applied.receipt
    const entry: JournalEntry = {
      at: now(),
      operation: operation.kind === 'transaction' && undone ? { ...operation, undone } : operation,
    }
    entries.push(entry)
    record(entry)
    const transaction = ledger.add(entry.operation, applied.receipt, entry.at)
    return { ok: true, ...(transaction && { transaction }) }
  }

  const apply = async (operation: Operation) => keep(operation, await host.apply(operation))

  /** Does one thing to the chain. */
  const perform = async (operation: Operation): Promise<Performed> => {
    const performed = await inTurn(() => apply(operation))
    changed()
    return performed
  }

  /** Does many things to the chain, in order and undisturbed. */
  const performAll = async (operations: Operation[]): Promise<Performed[]> => {
    const performed = await inTurn(async () => {
      const results: Performed[] = []
      for (const operation of operations) results.push(await apply(operation))
      return results
    })
    changed()
    return performed
  }

  /** Takes a transaction (hex without 0x) into the mempool, or says in the node's words why not. */
  const submit = (raw: string): Promise<Submitted> =>
    inTurn(async () => {
      const admitted = await admit(raw, { host, ledger, mempool })
      if (!admitted.ok) return admitted
      mempool.add(admitted.signed, now())
      return { ok: true, txid: admitted.signed.txid }
    })

  const mineNext = async (): Promise<ChainTransaction | undefined> => {
    for (;;) {
      const next = mempool.next(ledger.nonce)
      if (!next) return undefined
      const performed = await apply({ kind: 'transaction', raw: next.signed.raw })
      if (performed.ok) {
        mempool.remove(next.signed.txid)
        return performed.transaction
      }
      mempool.drop(next.signed.txid, now(), { status: 'dropped_problematic' })
    }
  }

  /** Mines every transaction that is due, each in a separate Stacks block. */
  const mine = async (): Promise<ChainTransaction[]> => {
    const mined: ChainTransaction[] = []
    for (let next = await inTurn(mineNext); next; next = await inTurn(mineNext)) mined.push(next)
    if (mined.length > 0) changed()
    return mined
  }

  /** Makes the chain exactly what these entries made it, and forgets everything else. */
  const restore = async (kept: readonly JournalEntry[]): Promise<void> => {
    await inTurn(async () => {
      const receipts = await host.repeat(kept.map(({ operation }) => operation))
      ledger = createStacksLedger()
      mempool = createStacksMempool()
      entries = [...kept]
      kept.forEach(({ operation, at }, index) => ledger.add(operation, receipts[index]!, at))
    })
    changed()
  }

  return {
    host,
    perform,
    performAll,
    submit,
    mine,
    restore,
    now,
    /** Everything that made the chain, oldest first. */
    entries: (): readonly JournalEntry[] => entries,
    /** Hands every further entry to `keep` as it happens. */
    keepWith: (keep: (entry: JournalEntry) => void) => {
      record = keep
    },
    /** Calls `listener` after every change of the chain; the answer ends that. */
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get ledger() {
      return ledger
    },
    get mempool() {
      return mempool
    },
  }
}
export type Node = ReturnType<typeof createNode>

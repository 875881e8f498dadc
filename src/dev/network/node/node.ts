import type { Applied, Operation, Undone } from '../host/operation.ts'
import type { VmHost } from '../host/vm-host.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import { createStacksLedger, type StacksLedger } from '../ledger/ledger.ts'
import { admit } from './admit.ts'
import type { JournalEntry } from './journal.ts'
import { createStacksMempool, type Moment, type PendingTransaction } from './mempool.ts'
import type { Rejection } from './rejection.ts'
import { splitHistory } from './split-history.ts'

export type Submitted = { ok: true; txid: string } | { ok: false; rejection: Rejection }

/** One completed operation with its transactions, or why nothing happened. */
export type Performed =
  | { ok: true; transactions: ChainTransaction[] }
  | { ok: false; reason: string }

/** Keeps what happens: each entry as it does, or all of them when others took their place. */
export interface HistoryKeeper {
  append: (entry: JournalEntry) => void
  replace: (entries: readonly JournalEntry[]) => void
}

type Setup = { host: VmHost; now?: () => number; hasStakingConditions?: boolean }

/** How many transactions a block takes. */
const mostInBlock = 20

/**
 * The chain, its pending transactions and its history. All changes of the chain go through one
 * queue.
 */
export const createNode = ({ host, now = Date.now, hasStakingConditions = false }: Setup) => {
  let entries: JournalEntry[] = []
  /** The Stacks height after each entry. */
  let heights: number[] = []
  let keeper: HistoryKeeper | undefined
  let ledger = createStacksLedger()
  let mempool = createStacksMempool()
  let forks = 0
  const undone = new Map<string, ChainTransaction>()
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  const changed = () => listeners.forEach((listener) => listener())

  const moment = (): Moment => ({ at: now(), stacks: ledger.blocks.tip().stacks })

  const keep = (operation: Operation, applied: Applied): Performed => {
    if (!applied.ok) return applied
    const { undone: why, stacks } = applied.receipt
    const entry: JournalEntry = {
      at: now(),
      operation:
        operation.kind === 'transaction' && why ? { ...operation, undone: why } : operation,
      ...(forks > 0 && { fork: forks }),
    }
    entries.push(entry)
    heights.push(stacks)
    keeper?.append(entry)
    const transactions = ledger.add(entry.operation, applied.receipt, entry.at, forks)
    for (const { signed } of transactions) if (signed) mempool.leave(signed, moment())
    return { ok: true, transactions }
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
      const admitted = await admit(raw, { host, ledger, mempool, hasStakingConditions })
      if (!admitted.ok) return admitted
      mempool.add(admitted.signed, moment())
      return { ok: true, txid: admitted.signed.txid }
    })

  const mineOne = async ({ signed }: PendingTransaction): Promise<ChainTransaction[]> => {
    const performed = await apply({ kind: 'transaction', raw: signed.raw })
    if (performed.ok) return performed.transactions
    mempool.drop(signed.txid, moment(), { status: 'dropped_problematic' })
    return []
  }

  const isDeployment = ({ signed }: PendingTransaction) => signed.action?.kind === 'deploy'

  /** One block of what is due, or a block for each where one of them has to be undone. */
  const mineBlock = async (due: PendingTransaction[]): Promise<ChainTransaction[]> => {
    if (due.length > 1 && !due.some(isDeployment)) {
      const together = await apply({ kind: 'block', raws: due.map(({ signed }) => signed.raw) })
      if (together.ok) return together.transactions
    }
    const mined: ChainTransaction[] = []
    for (const each of due) mined.push(...(await mineOne(each)))
    return mined
  }

  /** Mines every transaction that is due: those that wait together share a block. */
  const mine = async (): Promise<ChainTransaction[]> => {
    const mined: ChainTransaction[] = []
    for (;;) {
      const isLast = await inTurn(async () => {
        const due = mempool.due(ledger.nonce, mostInBlock)
        mined.push(...(await mineBlock(due)))
        return due.length === 0
      })
      if (isLast) break
    }
    if (mined.length > 0) changed()
    return mined
  }

  /** Mines a waiting transaction (id without 0x) so that it does nothing but pay its fee. */
  const mineUndone = async (txid: string, why: Undone): Promise<Performed> => {
    const performed = await inTurn(async (): Promise<Performed> => {
      const waiting = mempool.get(txid)
      if (!waiting) return { ok: false, reason: `0x${txid} does not wait for a block` }
      if (waiting.signed.nonce !== ledger.nonce(waiting.signed.sender))
        return { ok: false, reason: `It is not the turn of 0x${txid}` }
      return apply({ kind: 'transaction', raw: waiting.signed.raw, undone: why })
    })
    changed()
    return performed
  }

  const rebuild = async (kept: readonly JournalEntry[]) => {
    const receipts = await host.repeat(kept.map(({ operation }) => operation))
    ledger = createStacksLedger()
    entries = [...kept]
    heights = receipts.map(({ stacks }) => stacks)
    kept.forEach(({ operation, at, fork = 0 }, index) =>
      ledger.add(operation, receipts[index]!, at, fork),
    )
  }

  /** Makes the chain exactly what these entries made it, and forgets everything else. */
  const restore = async (kept: readonly JournalEntry[]): Promise<void> => {
    await inTurn(async () => {
      await rebuild(kept)
      mempool = createStacksMempool()
      undone.clear()
      forks = Math.max(0, ...kept.map(({ fork = 0 }) => fork))
    })
    changed()
  }

  /**
   * Undoes the newest `blocks` Stacks blocks, as when Bitcoin takes another branch, which has as
   * many blocks of its own and at least one. What was signed waits again, unless `forget`; what the
   * network did itself is done again. Throws when the chain does not reach back so far.
   */
  const reorganise = async (blocks: number, { forget = false } = {}): Promise<void> => {
    await inTurn(async () => {
      const before = ledger.blocks.tip()
      const split = splitHistory(entries, heights, before.stacks - blocks)
      const taken = ledger.transactions.filter(({ stacks }) => stacks > before.stacks - blocks)
      await rebuild(split.kept)
      forks += 1
      keeper?.replace(entries)
      for (const transaction of taken) undone.set(transaction.txid, transaction)
      for (const { signed } of forget ? [] : taken) if (signed) mempool.add(signed, moment())
      const { burn } = ledger.blocks.tip()
      await apply({ kind: 'burn', count: Math.max(before.burn - burn, 1) })
      for (const operation of split.own) await apply(operation)
    })
    changed()
  }

  return {
    host,
    perform,
    performAll,
    submit,
    mine,
    mineUndone,
    restore,
    reorganise,
    now,
    moment,
    /** Everything that made the chain, oldest first. */
    entries: (): readonly JournalEntry[] => entries,
    /** Hands every further entry over as it happens. */
    keepWith: (next: HistoryKeeper) => {
      keeper = next
    },
    /** A transaction (id with 0x) of a block that a reorganisation undid. */
    undone: (txid: string) => undone.get(txid),
    /** Calls `listener` after every change of the chain; the answer ends that. */
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get ledger(): StacksLedger {
      return ledger
    },
    get mempool() {
      return mempool
    },
  }
}
export type Node = ReturnType<typeof createNode>

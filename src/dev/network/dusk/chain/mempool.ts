import { compareBigints } from '../../../../protocol/hyperstaking/core/units.ts'
import { BLOCK_GAS_LIMIT } from '../../../../protocol/hyperstaking/host/gas.ts'
import { groupBy } from '../wire/group-by.ts'
import type { WireTransaction } from '../wire/transaction.ts'

export interface WaitingTransaction {
  id: string
  transaction: WireTransaction
}

/**
 * Transactions that wait for a block; one per account and nonce, replaced only by a higher gas
 * price.
 */
export const createDuskMempool = () => {
  const waiting = new Map<string, WaitingTransaction>()
  const key = ({ sender, nonce }: WireTransaction) => `${sender} ${nonce}`
  return {
    /** The transaction that would be replaced, if any. */
    rival: (transaction: WireTransaction): WaitingTransaction | undefined =>
      waiting.get(key(transaction)),
    add: (entry: WaitingTransaction) => void waiting.set(key(entry.transaction), entry),
    remove: (entry: WaitingTransaction) => void waiting.delete(key(entry.transaction)),
    get: (id: string): WaitingTransaction | undefined =>
      [...waiting.values()].find((entry) => entry.id === id),
    all: (): WaitingTransaction[] => [...waiting.values()],
    countOf: (sender: string): number =>
      [...waiting.values()].filter(({ transaction }) => transaction.sender === sender).length,
    size: () => waiting.size,
    /**
     * What the next block takes: dearer gas first, each account's nonces in order, up to the
     * block's gas.
     */
    choose: (): WaitingTransaction[] => {
      const queues = groupBy(
        [...waiting.values()].sort((a, b) =>
          compareBigints(a.transaction.nonce, b.transaction.nonce),
        ),
        ({ transaction }) => transaction.sender,
      )
      const chosen: WaitingTransaction[] = []
      let gas = 0n
      for (;;) {
        const heads = [...queues.values()].flatMap(([head]) =>
          head && gas + head.transaction.gas_limit <= BLOCK_GAS_LIMIT ? [head] : [],
        )
        const next = heads.sort((a, b) =>
          compareBigints(b.transaction.gas_price, a.transaction.gas_price),
        )[0]
        if (!next) return chosen
        queues.get(next.transaction.sender)!.shift()
        gas += next.transaction.gas_limit
        chosen.push(next)
      }
    },
  }
}
export type DuskMempool = ReturnType<typeof createDuskMempool>

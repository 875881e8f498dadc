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
 * price. Those whose nonce is not due yet are queued and not reported; `nonceOf`: an account's last
 * nonce in a block.
 */
export const createDuskMempool = (nonceOf: (sender: string) => bigint) => {
  const waiting = new Map<string, WaitingTransaction>()
  const key = ({ sender, nonce }: Pick<WireTransaction, 'sender' | 'nonce'>) => `${sender} ${nonce}`

  /** Each account's transactions whose nonces follow one another from the due one on, in order. */
  const due = (): Map<string, WaitingTransaction[]> => {
    const queues = groupBy(
      [...waiting.values()].sort((a, b) =>
        compareBigints(a.transaction.nonce, b.transaction.nonce),
      ),
      ({ transaction }) => transaction.sender,
    )
    for (const [sender, queue] of queues) {
      const first = nonceOf(sender) + 1n
      const gap = queue.findIndex(({ transaction }, at) => transaction.nonce !== first + BigInt(at))
      if (gap >= 0) queues.set(sender, queue.slice(0, gap))
    }
    return queues
  }
  const told = (): WaitingTransaction[] => [...due().values()].flat()

  return {
    /** The transaction that would be replaced, if any. */
    rival: (transaction: WireTransaction): WaitingTransaction | undefined =>
      waiting.get(key(transaction)),
    add: (entry: WaitingTransaction) => void waiting.set(key(entry.transaction), entry),
    remove: (entry: WaitingTransaction) => void waiting.delete(key(entry.transaction)),
    get: (id: string): WaitingTransaction | undefined => told().find((entry) => entry.id === id),
    all: told,
    /** How many of an account's transactions are due one after the other. */
    countOf: (sender: string): number => due().get(sender)?.length ?? 0,
    size: (): number => told().length,
    /**
     * What the next block takes: dearer gas first, each account's nonces in order, up to the
     * block's gas.
     */
    choose: (): WaitingTransaction[] => {
      const queues = due()
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

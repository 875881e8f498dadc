import { createHash } from 'node:crypto'
import { SECONDS_PER_BLOCK } from '../../../../protocol/hyperstaking/core/epoch.ts'
import type { Receipt } from '../../../../protocol/hyperstaking/host/transaction.ts'
import type { WireTransaction } from '../wire/transaction.ts'

export interface BlockHeader {
  height: bigint
  hash: string
  prevBlockHash: string
  timestamp: bigint
}

/** A transaction in a block. */
export interface SpentTransaction {
  id: string
  transaction: WireTransaction
  receipt: Receipt
  height: bigint
}

/** Blocks until one cannot be reverted any more, on this network. */
export const FINAL_AFTER = 3n

/**
 * The blocks of a chain: headers follow from seed and height, so that skipped stretches cost
 * nothing; what was in a block is kept.
 */
export const createDuskBlocks = (seed: string, startedAt: bigint) => {
  const spent = new Map<string, SpentTransaction>()
  const byHeight = new Map<bigint, SpentTransaction[]>()
  const heights = new Map<string, bigint>()
  const hashOf = (height: bigint): string => {
    const hash = createHash('sha256').update(`${seed} block ${height}`).digest('hex')
    heights.set(hash, height)
    return hash
  }
  return {
    header: (height: bigint): BlockHeader => ({
      height,
      hash: hashOf(height),
      prevBlockHash: height === 0n ? '0'.repeat(64) : hashOf(height - 1n),
      timestamp: startedAt + height * SECONDS_PER_BLOCK,
    }),
    heightOf: (hash: string): bigint | undefined => heights.get(hash),
    add: (transactions: readonly SpentTransaction[]) => {
      for (const transaction of transactions) {
        spent.set(transaction.id, transaction)
        byHeight.set(transaction.height, [...(byHeight.get(transaction.height) ?? []), transaction])
      }
    },
    inBlock: (height: bigint): readonly SpentTransaction[] => byHeight.get(height) ?? [],
    transaction: (id: string): SpentTransaction | undefined => spent.get(id),
    all: (): IterableIterator<SpentTransaction> => spent.values(),
  }
}
export type DuskBlocks = ReturnType<typeof createDuskBlocks>

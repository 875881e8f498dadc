import type { BlockSpans } from './block-spans.ts'
import { madeUpHash } from './made-up-hash.ts'

/** Names of a Stacks block and of the one before it. */
export interface BlockHashes {
  hash: string
  indexHash: string
  parentHash: string
  parentIndexHash: string
}

/** The names of the block at a Stacks height: those of another fork are others. */
export const blockHashesAt = (blocks: Pick<BlockSpans, 'block'>, stacks: number): BlockHashes => {
  const named = (label: string, height: number) =>
    madeUpHash(label, height, blocks.block(height)?.fork)
  return {
    hash: named('stacks block', stacks),
    indexHash: named('index block', stacks),
    parentHash: named('stacks block', stacks - 1),
    parentIndexHash: named('index block', stacks - 1),
  }
}

/** The name of a burn block; another where its first Stacks block is of another fork. */
export const burnBlockHash = (blocks: Pick<BlockSpans, 'firstOf' | 'block'>, burn: number) => {
  const first = blocks.firstOf(burn)
  return madeUpHash('burn block', burn, first === undefined ? 0 : blocks.block(first)?.fork)
}

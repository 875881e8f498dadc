import type { StacksBlock } from '../../ledger/block-spans.ts'
import type { StacksLedger } from '../../ledger/ledger.ts'
import { blockHash, madeUpHash, timeJson } from './value.ts'

/** A Stacks block as the API shows it. */
export const blockJson = (block: StacksBlock, ledger: StacksLedger) => ({
  canonical: true,
  height: block.stacks,
  hash: blockHash(block.stacks),
  index_block_hash: madeUpHash('index block', block.stacks),
  parent_block_hash: blockHash(block.stacks - 1),
  parent_index_block_hash: madeUpHash('index block', block.stacks - 1),
  tenure_height: block.burn,
  ...timeJson('block_time', block.at),
  ...timeJson('burn_block_time', block.at),
  burn_block_hash: madeUpHash('burn block', block.burn),
  burn_block_height: block.burn,
  miner_txid: madeUpHash('miner', block.burn),
  tx_count: ledger.inBlock(block.stacks).length,
  execution_cost_read_count: 0,
  execution_cost_read_length: 0,
  execution_cost_runtime: 0,
  execution_cost_write_count: 0,
  execution_cost_write_length: 0,
})

/** A burn block with the Stacks blocks of its tenure, newest first. */
export const burnBlockJson = (
  burn: number,
  range: { first: number; last: number },
  at: number,
) => ({
  burn_block_hash: madeUpHash('burn block', burn),
  burn_block_height: burn,
  ...timeJson('burn_block_time', at),
  stacks_blocks: Array.from({ length: Math.min(range.last - range.first + 1, 50) }, (_, index) =>
    blockHash(range.last - index),
  ),
})

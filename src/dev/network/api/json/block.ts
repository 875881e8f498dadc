import { blockHashesAt, burnBlockHash } from '../../ledger/block-hashes.ts'
import { openingOf } from '../../ledger/block-opening.ts'
import type { StacksBlock } from '../../ledger/block-spans.ts'
import type { StacksLedger } from '../../ledger/ledger.ts'
import { madeUpHash } from '../../ledger/made-up-hash.ts'
import { bitcoinTime, timeJson } from './value.ts'

const hashesJson = ({ blocks }: StacksLedger, stacks: number) => {
  const hashes = blockHashesAt(blocks, stacks)
  return {
    hash: hashes.hash,
    index_block_hash: hashes.indexHash,
    parent_block_hash: hashes.parentHash,
    parent_index_block_hash: hashes.parentIndexHash,
  }
}

/** A Stacks block as the API shows it. */
export const blockJson = (block: StacksBlock, ledger: StacksLedger) => ({
  canonical: true,
  height: block.stacks,
  ...hashesJson(ledger, block.stacks),
  tenure_height: block.burn,
  ...timeJson('block_time', block.at),
  ...timeJson('burn_block_time', bitcoinTime(block.at)),
  burn_block_hash: burnBlockHash(ledger.blocks, block.burn),
  burn_block_height: block.burn,
  miner_txid: madeUpHash('miner', block.burn, block.fork),
  tx_count: openingOf(block).length + ledger.inBlock(block.stacks).length,
  execution_cost_read_count: 0,
  execution_cost_read_length: 0,
  execution_cost_runtime: 0,
  execution_cost_write_count: 0,
  execution_cost_write_length: 0,
})

/** A burn block with the Stacks blocks of its tenure, newest first. */
export const burnBlockJson = (
  burn: number,
  { first, last }: { first: number; last: number },
  ledger: StacksLedger,
) => {
  const heights = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const times = heights.map((height) => ledger.blocks.block(height)?.at ?? 0)
  const span = (times[0] ?? 0) - (times.at(-1) ?? 0)
  return {
    burn_block_hash: burnBlockHash(ledger.blocks, burn),
    burn_block_height: burn,
    ...timeJson('burn_block_time', bitcoinTime(times.at(-1) ?? 0)),
    stacks_blocks: heights.slice(0, 50).map((height) => blockHashesAt(ledger.blocks, height).hash),
    avg_block_time: heights.length > 1 ? span / 1000 / (heights.length - 1) : 0,
    total_tx_count: heights.reduce(
      (sum, height) =>
        sum + openingOf(ledger.blocks.block(height)).length + ledger.inBlock(height).length,
      0,
    ),
  }
}

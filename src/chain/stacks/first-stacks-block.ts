import { isSwitchedOff } from '../http/answer.ts'
import { askBlock, askBlocksOfBurnBlock } from './api/block-sources.ts'
import type { StacksClient } from './client.ts'
import type { StacksRead } from './stacks-read.ts'

/** A Stacks height; undefined: there is no such block yet. */
type FirstBlock = StacksRead<number | undefined>

const FOREVER_BLOCKS = 1_000_000
// Bitcoin blocks without a Stacks block are rare and few in a row.
const MAX_GAP = 30

/**
 * Binary search for the first height up to `above` whose tenure is at or after the Bitcoin height;
 * about 23 requests, for hosts that do not list blocks by Bitcoin block.
 */
const searchFirstBlock = async (
  client: StacksClient,
  burnHeight: number,
  above: number,
): Promise<FirstBlock> => {
  let low = 0
  let high = above + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const block =
      middle > above ? undefined : await askBlock(client, middle, { validBlocks: FOREVER_BLOCKS })
    if (block && !block.ok) return block
    if (!block || block.value.burn_block_height >= burnHeight) high = middle
    else low = middle + 1
  }
  return { ok: true, value: low > above ? undefined : low }
}

/**
 * The first Stacks block whose tenure lies at or after a Bitcoin height [dual-stacking 7.1]: what
 * initialize, advance-to-next-snapshot and advance-to-next-cycle take. Two requests, about 25 where
 * hosts have switched the list of blocks by Bitcoin block off.
 */
export const firstStacksBlock = async (
  client: StacksClient,
  burnHeight: number,
): Promise<FirstBlock> => {
  const tip = await client.tip({ maxAgeMs: 10_000 })
  if (!tip.ok) return tip
  for (
    let height = burnHeight;
    height <= Math.min(tip.value.height, burnHeight + MAX_GAP);
    height += 1
  ) {
    const newest = await askBlocksOfBurnBlock(client, height, { limit: 1, offset: 0 })
    if (!newest.ok) {
      if (newest.failure.code === 'not-found') continue
      if (isSwitchedOff(newest.failure)) break
      return newest
    }
    const { total, results } = newest.value
    if (total === 0 || !results[0]) continue
    if (total === 1) return { ok: true, value: results[0].height }
    const oldest = await askBlocksOfBurnBlock(client, height, { limit: 1, offset: total - 1 })
    if (!oldest.ok) return oldest
    if (oldest.value.results[0]) return { ok: true, value: oldest.value.results[0].height }
  }
  if (burnHeight > tip.value.height) return { ok: true, value: undefined }
  const newest = await askBlock(client, tip.value.stacksHeight)
  if (!newest.ok) return newest
  return newest.value.burn_block_height < burnHeight
    ? { ok: true, value: undefined }
    : searchFirstBlock(client, burnHeight, tip.value.stacksHeight)
}

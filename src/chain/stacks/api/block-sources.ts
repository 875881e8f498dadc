import * as v from 'valibot'
import { answered, failed, type Answer } from '../../http/answer.ts'
import { blockAnswer, blocksAnswer, height } from '../answers.ts'
import type { StacksClient } from '../client.ts'
import type { PageRange, ReadOptions } from '../read-options.ts'
import { askInOrder } from './ask-in-order.ts'

type StacksBlock = v.InferOutput<typeof blockAnswer>

/** Every block has a transaction: its miner begins, or goes on with, a tenure. */
const transactionsOfBlock = v.object({
  results: v.array(
    v.object({
      block: v.object({ height, index_hash: v.optional(v.string(), '') }),
      bitcoin_block: v.object({ height }),
    }),
  ),
})

/** More Stacks blocks than six Bitcoin blocks have. */
const SETTLED_BLOCKS = 2_000

/**
 * A Stacks block by its height, with the Bitcoin height of its tenure: from v2, which hosts are to
 * switch off, else from what v3 tells of its first transaction. One request. One that a
 * reorganisation could still undo is kept until the next Bitcoin block only.
 */
export const askBlock = async (
  client: StacksClient,
  stacksHeight: number,
  { validBlocks = 0, ...others }: ReadOptions = {},
): Promise<Answer<StacksBlock>> => {
  const { askCached: ask } = client
  const tip = validBlocks > 1 ? await client.tip({ maxAgeMs: Infinity }) : null
  const isOld = tip?.ok === true && tip.value.stacksHeight - stacksHeight >= SETTLED_BLOCKS
  const options = { ...others, validBlocks: isOld ? validBlocks : Math.min(validBlocks, 1) }
  const fromV2 = () => ask(blockAnswer, { path: `/extended/v2/blocks/${stacksHeight}` }, options)
  const fromV3 = async (): Promise<Answer<StacksBlock>> => {
    const path = `/extended/v3/blocks/${stacksHeight}/transactions?limit=1`
    const answer = await ask(transactionsOfBlock, { path }, options)
    if (!answer.ok) return answer
    const [first] = answer.value.results
    if (first?.block.height !== stacksHeight) return failed('bad-answer')
    return answered({
      height: stacksHeight,
      burn_block_height: first.bitcoin_block.height,
      index_block_hash: first.block.index_hash,
    })
  }
  return askInOrder([fromV2, fromV3])
}

/**
 * The Stacks blocks of one Bitcoin block, and how many there are; `not-found` for none, `gone`
 * where hosts have switched the list off, for which there is nothing instead.
 */
export const askBlocksOfBurnBlock = (
  { askCached: ask }: StacksClient,
  burnHeight: number,
  { limit, offset }: PageRange,
): Promise<Answer<v.InferOutput<typeof blocksAnswer>>> => {
  const path = `/extended/v2/burn-blocks/${burnHeight}/blocks?limit=${limit}&offset=${offset}`
  return ask(blocksAnswer, { path })
}

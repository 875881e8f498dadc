import * as v from 'valibot'
import { answered, failed, type Answer } from '../../http/answer.ts'
import { blockAnswer, height } from '../answers.ts'
import type { AskCached } from '../cached-requests.ts'
import type { ReadOptions } from '../read-options.ts'
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

/**
 * A Stacks block by its height: from v2, which hosts are to switch off, else from what v3 tells of
 * its first transaction. One request.
 */
export const askBlock = (
  ask: AskCached,
  stacksHeight: number,
  options?: ReadOptions,
): Promise<Answer<StacksBlock>> => {
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

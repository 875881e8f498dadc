import { answered, type Answer } from '../../http/answer.ts'
import { askInOrder } from '../api/ask-in-order.ts'
import type { CallsAsked } from '../api/calls-page.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { walkContractCalls } from '../api/walk-contract-calls.ts'
import { chainPositionOf, isBefore } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'

/** A successful call of a contract. */
export interface ProgrammeCall {
  name: string
  txid: string
  sender: string | null
  stacksHeight: number
  burnHeight: number
}

const PAGE = 50
/** Pages of one function's calls. */
const MOST_PAGES = 6
const CALL_BLOCKS = 1

/**
 * All calls of the contract are one list, walked through once for all functions; where there is
 * none, or it is too long, each function's own.
 */
const askCalls = (client: StacksClient, contract: string, asked: CallsAsked) => {
  const options = { validBlocks: CALL_BLOCKS }
  return askInOrder(
    [
      () => walkContractCalls(client, contract, asked, options),
      () => askContractCalls(client, contract, asked, options),
    ],
    ({ code }) => code === 'not-found' || code === 'slow',
  )
}

/**
 * The successful calls of some functions of a contract since a Stacks height, newest first. Calls
 * that other contracts make of it are not among them.
 */
export async function readCalls(
  client: StacksClient,
  contract: string,
  { names, since }: { names: readonly string[]; since: number },
): Promise<Answer<ProgrammeCall[]>> {
  const found: { call: ProgrammeCall; position: ReturnType<typeof chainPositionOf> }[] = []
  for (const name of names) {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const asked = { name, limit: PAGE, offset: page * PAGE, since }
      const answer = await askCalls(client, contract, asked)
      if (!answer.ok) return answer
      for (const each of answer.value.results) {
        const position = chainPositionOf(each)
        if (!isCallOf(each, contract, name) || position[0] < since) continue
        const call = {
          name,
          txid: each.tx_id,
          sender: each.sender_address ?? null,
          stacksHeight: position[0],
          burnHeight: each.burn_block_height ?? 0,
        }
        found.push({ call, position })
      }
      if (answer.value.isLast) break
    }
  }
  return answered(
    found.sort((a, b) => (isBefore(a.position, b.position) ? 1 : -1)).map(({ call }) => call),
  )
}

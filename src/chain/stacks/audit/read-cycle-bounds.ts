import { failed } from '../../http/answer.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { chainPositionOf, type ChainPosition } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'

const PAGE = 50
const MOST_PAGES = 100

/**
 * Reads the position of the transaction that opened a cycle, and of the one that opened the next
 * (null: the cycle is the running one). Cycles are counted back from the running one; the first of
 * a contract was opened by `initialize-contract`. `missing` when the contract never had the cycle.
 * One request for every 50 cycles back.
 */
export const readCycleBounds = async (
  client: StacksClient,
  contract: string,
  cycle: number,
  running: number,
): Promise<StacksRead<{ from: ChainPosition; to: ChainPosition | null }>> => {
  const openings: ChainPosition[] = []
  for (const name of ['advance-to-next-cycle', 'initialize-contract']) {
    for (let offset = 0; openings.length <= running - cycle; offset += PAGE) {
      if (offset >= MOST_PAGES * PAGE) return failed('bad-answer')
      const asked = { name, limit: PAGE, offset, wanted: running - cycle + 1 }
      const page = await askContractCalls(client, contract, asked, { fresh: offset === 0 })
      if (!page.ok) return page
      openings.push(
        ...page.value.results.filter((call) => isCallOf(call, contract, name)).map(chainPositionOf),
      )
      if (page.value.isLast) break
    }
  }
  const from = openings[running - cycle]
  return from
    ? { ok: true, value: { from, to: openings[running - cycle - 1] ?? null } }
    : { ok: false, failure: { code: 'missing' } }
}

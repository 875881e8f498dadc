import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
import { answered, type Answer } from '../../http/answer.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { chainPositionOf } from '../chain-position.ts'
import { cUint, decodeClarity } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'

export type OperatorTallies = { ratios: bigint[]; counting: ReadonlySet<string> }

type RatioCall = {
  name: string
  txid: string
  height: number
  index: number
  ratio: bigint | undefined
}

const TALLY = 'tally-participant-ratios'

/** The ratio that a proposal names, its first argument; undefined when it is no uint. */
const askRatio = async (
  client: StacksClient,
  txid: string,
): Promise<Answer<bigint | undefined>> => {
  const sent = await client.transactionArguments(txid, { validBlocks: 4032 })
  if (!sent.ok) return sent
  const ratio = v.safeParse(cUint, decodeClarity(sent.value?.[0] ?? ''))
  return answered(ratio.success ? ratio.output : undefined)
}

/**
 * Reads what an operator did about the golden ratio since a Stacks height: every ratio proposed,
 * oldest first, and the transactions whose tallies count for the newest proposal (a new one
 * discards earlier tallies). Three requests, and one for every proposal not seen before.
 */
export const readOperatorTallies = async (
  client: StacksClient,
  contract: string,
  operator: string,
  since: number,
): Promise<StacksRead<OperatorTallies>> => {
  const calls: RatioCall[] = []
  for (const name of ['propose-golden-ratio', 'change-proposed-golden-ratio', TALLY]) {
    const page = await askContractCalls(client, contract, { name, limit: 50, offset: 0, since })
    if (!page.ok) return page
    for (const transaction of page.value.results) {
      const [height, index] = chainPositionOf(transaction)
      if (
        !isCallOf(transaction, contract, name) ||
        transaction.sender_address !== operator ||
        height <= since
      )
        continue
      const ratio = name === TALLY ? answered(undefined) : await askRatio(client, transaction.tx_id)
      if (!ratio.ok) return ratio
      calls.push({
        name,
        txid: stripHexPrefix(transaction.tx_id),
        height,
        index,
        ratio: ratio.value,
      })
    }
  }
  calls.sort((a, b) => a.height - b.height || a.index - b.index)
  const newest = calls.findLastIndex(({ name }) => name !== TALLY)
  return {
    ok: true,
    value: {
      ratios: calls.flatMap(({ name, ratio }) =>
        name !== TALLY && ratio !== undefined ? [ratio] : [],
      ),
      counting: new Set(calls.slice(newest + 1).map(({ txid }) => txid)),
    },
  }
}

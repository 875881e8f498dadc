import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
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

/**
 * Reads what an operator did about the golden ratio since a Stacks height: every ratio proposed,
 * oldest first, and the transactions whose tallies count for the newest proposal (a new one
 * discards earlier tallies). Three requests.
 */
export const readOperatorTallies = async (
  client: StacksClient,
  contract: string,
  operator: string,
  since: number,
): Promise<StacksRead<OperatorTallies>> => {
  const calls: RatioCall[] = []
  for (const name of [
    'propose-golden-ratio',
    'change-proposed-golden-ratio',
    'tally-participant-ratios',
  ]) {
    const page = await client.callsWithArguments(contract, name, { limit: 50, offset: 0 })
    if (!page.ok) return page
    for (const transaction of page.value.results) {
      const [height, index] = chainPositionOf(transaction)
      if (
        !isCallOf(transaction, contract, name) ||
        transaction.sender_address !== operator ||
        height <= since
      )
        continue
      const ratio = v.safeParse(
        cUint,
        decodeClarity(transaction.contract_call?.function_args?.[0]?.hex ?? ''),
      )
      calls.push({
        name,
        txid: stripHexPrefix(transaction.tx_id),
        height,
        index,
        ratio: ratio.success ? ratio.output : undefined,
      })
    }
  }
  calls.sort((a, b) => a.height - b.height || a.index - b.index)
  const newest = calls.findLastIndex(({ name }) => name !== 'tally-participant-ratios')
  return {
    ok: true,
    value: {
      ratios: calls.flatMap(({ name, ratio }) =>
        name !== 'tally-participant-ratios' && ratio !== undefined ? [ratio] : [],
      ),
      counting: new Set(calls.slice(newest + 1).map(({ txid }) => txid)),
    },
  }
}

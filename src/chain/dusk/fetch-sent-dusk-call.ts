import * as v from 'valibot'
import { type Answer, answered } from '../http/answer.ts'
import { u64Json } from './answers.ts'
import type { DuskClient } from './client.ts'
import { parseExactJson } from './parse-exact-json.ts'

/** A transaction from a node; amounts in LUX, null where this node does not report them. */
export type SentDuskCall = {
  chainId: bigint | null
  sender: string | null
  deposit: bigint | null
  value: bigint | null
  call: { contract: string; method: string; argument: string } | null
}

const details = v.object({
  chain_id: v.optional(v.nullable(u64Json)),
  sender: v.optional(v.nullable(v.string())),
  deposit: v.optional(v.nullable(u64Json)),
  value: v.optional(v.nullable(u64Json)),
})

const bare = (hex: string): string => hex.replace(/^0x/i, '').toLowerCase()

/**
 * What a transaction's own node says that it does; null when it is in no block and no mempool that
 * the node sees.
 */
export const fetchSentDuskCall = async (
  client: DuskClient,
  hash: string,
): Promise<Answer<SentDuskCall | null>> => {
  const answer = await client.sent(bare(hash))
  if (!answer.ok) return answer
  const { tx, mempoolTx } = answer.value
  const found = tx?.tx ?? mempoolTx
  if (!found) return answered(null)
  const told = v.safeParse(details, found.json ? parseExactJson(found.json) : {})
  const {
    chain_id = null,
    sender = null,
    deposit = null,
    value = null,
  } = told.success ? told.output : {}
  const { callData } = found
  // A node serves one chain, and names it where its transactions do not.
  const info = chain_id === null ? await client.info() : null
  const served = info?.ok && info.value.chain_id !== null ? BigInt(info.value.chain_id) : null
  return answered({
    chainId: chain_id ?? served,
    sender,
    deposit,
    value,
    call: callData && {
      contract: bare(callData.contractId),
      method: callData.fnName,
      argument: bare(callData.data),
    },
  })
}

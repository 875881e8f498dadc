import { type Known, known, unknown } from '../known.ts'
import { callProblemOf } from './call-problems.ts'
import type { DuskClient } from './client.ts'
import { duskUnknownReason } from './known-from.ts'

/**
 * Where a transaction stands: in no block and no mempool that we see; waiting; executed, which a
 * revert may still undo; final. `problem` is set when the call failed, and then its whole gas limit
 * is spent.
 */
export type DuskTransactionStatus =
  | { state: 'unseen' }
  | { state: 'waiting' }
  | ({ state: 'executed' } & Executed)
  | ({ state: 'final' } & Executed)
type Executed = {
  height: bigint
  block: string
  gasSpent: bigint
  error: string | null
  problem: ReturnType<typeof callProblemOf> | null
}

/**
 * Reads a transaction's status; `id` is the hash that the wallet gave. Executed is not final:
 * repeat until it is.
 */
export const readTransactionStatus = async (
  client: DuskClient,
  id: string,
): Promise<Known<DuskTransactionStatus>> => {
  const hash = id.replace(/^0x/i, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) return unknown('bad-answer')
  const answer = await client.transaction(hash)
  if (!answer.ok) return unknown(duskUnknownReason(answer.failure))
  const { tx, mempoolTx } = answer.value
  if (!tx) return known({ state: mempoolTx ? 'waiting' : 'unseen' })
  const final = await client.isFinal(tx.blockHeight, tx.blockHash)
  return known({
    // A node without an archive does not report finality: executed is what is certain.
    state: final.ok && final.value ? 'final' : 'executed',
    height: tx.blockHeight,
    block: tx.blockHash,
    gasSpent: tx.gasSpent,
    error: tx.err,
    problem: tx.err === null ? null : callProblemOf(tx.err),
  })
}

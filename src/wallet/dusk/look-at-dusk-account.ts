import type { DuskClient } from '../../chain/dusk/client.ts'
import type { PoolDeployment } from '../../chain/dusk/deployments.ts'
import { readPoolHolding } from '../../chain/dusk/read-pool-holding.ts'
import type { AccountLook } from '../account-look.ts'
import type { DuskBaseline } from './dusk-baseline.ts'
import type { DuskRequest } from './dusk-request.ts'
import { findSentDuskCall } from './find-sent-dusk-call.ts'

interface AskedDuskCall {
  request: DuskRequest
  baseline: DuskBaseline
  /** The pool that the request is about; null: one that is not known. */
  pool: PoolDeployment | null
  /** LUX that it is about. */
  lux: bigint
  /** Whether this transaction belongs to another request. */
  isTaken(hash: string): boolean
}

/**
 * What an account has sent since its wallet was asked: by nonce, mempool and blocks, and by what it
 * holds of the pool. A holding that has changed without a transaction that was found is `unknown`.
 */
export async function lookAtDuskAccount(
  client: DuskClient,
  { request, baseline, pool, lux, isTaken }: AskedDuskCall,
): Promise<AccountLook> {
  const found = await findSentDuskCall(client, { request, baseline, isTaken })
  if (found.sent !== 'nothing' || !pool || baseline.holding === null) return found
  const holding = await readPoolHolding(client, pool, request.account)
  // Rewards change what is worth LUX, a call of the account changes it by what it is about.
  const part = lux > 0n ? lux : baseline.holding
  const slack = pool.kind === 'sozu' ? part / 2n : 0n
  const change = holding === null ? 0n : holding - baseline.holding
  return change > slack || change < -slack ? { sent: 'unknown' } : found
}

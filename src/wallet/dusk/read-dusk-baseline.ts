import type { DuskClient } from '../../chain/dusk/client.ts'
import { decodeSentCall } from '../../chain/dusk/decode-sent-call.ts'
import type { PoolDeployment } from '../../chain/dusk/deployments.ts'
import { readPoolHolding } from '../../chain/dusk/read-pool-holding.ts'
import type { DuskBaseline } from './dusk-baseline.ts'
import type { DuskRequest } from './dusk-request.ts'

/** What was not told by then is not known: no wallet waits for a slow node. */
const options = { urgency: 'person', deadlineMs: 4_000 } as const

/**
 * Reads where the account of a request stands before its wallet is asked: four requests. `pool`:
 * the one that the request is about; null: one that is not known.
 */
export async function readDuskBaseline(
  client: DuskClient,
  { account }: DuskRequest,
  pool: PoolDeployment | null,
): Promise<DuskBaseline> {
  // First what waits, then the nonce: what is executed in between is older than the nonce.
  const waiting = await client.waiting(options)
  const [state, tip, holding] = await Promise.all([
    client.account(account, options),
    client.tip(options),
    pool && readPoolHolding(client, pool, account),
  ])
  return {
    nonce: state.ok ? state.value.nonce : null,
    height: tip.ok ? tip.value.height : null,
    known: waiting.ok
      ? waiting.value.mempoolTxs
          .filter((each) => decodeSentCall(each).sender === account)
          .map(({ id }) => id)
      : null,
    holding,
  }
}

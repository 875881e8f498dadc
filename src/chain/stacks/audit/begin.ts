import { cCount } from '../clarity.ts'
import type { Reached, StacksClient } from '../client.ts'
import { attempt, need, presentValues } from '../console/values.ts'
import type { Deployment } from '../deployments.ts'
import { readOffers, type Offers } from '../offers.ts'
import { startAudit, type AuditCursor } from './collect-entries.ts'
import { cycleBounds } from './openings.ts'

/**
 * What the contract offers, and where the collection of a cycle's events begins; `missing` when the
 * contract never had the cycle. About 4 requests.
 */
export const beginAudit = (
  client: StacksClient,
  deployment: Deployment,
  cycle: number,
): Promise<Reached<{ offers: Offers; cursor: AuditCursor }>> =>
  attempt(async () => {
    need(await client.tip())
    const offers = need(await readOffers(client, deployment))
    const running = await presentValues(client, deployment.contract).read(
      'get-current-cycle-id',
      cCount,
    )
    const bounds = need(await cycleBounds(client, deployment.contract, cycle, running))
    return { offers, cursor: startAudit(cycle, bounds, offers.calls) }
  })

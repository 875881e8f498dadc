import { awaitIndex } from '../api/await-index.ts'
import { readCapabilities, type Capabilities } from '../capabilities.ts'
import { cCount } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { presentValues } from '../console/present-values.ts'
import { runReads, requireValue } from '../console/run-reads.ts'
import type { Deployment } from '../deployments.ts'
import type { StacksRead } from '../stacks-read.ts'
import { startAudit, type AuditCursor } from './collect-entries.ts'
import { readCycleBounds } from './read-cycle-bounds.ts'

/**
 * Reads what the contract offers and where the collection of a cycle's events begins, once the API
 * has indexed what the node tells; `missing` when the contract never had the cycle. About 6
 * requests.
 */
export const beginAudit = (
  client: StacksClient,
  deployment: Deployment,
  cycle: number,
): Promise<StacksRead<{ capabilities: Capabilities; cursor: AuditCursor }>> =>
  runReads(async () => {
    requireValue(await client.tip())
    const capabilities = requireValue(await readCapabilities(client, deployment))
    const running = await presentValues(client, deployment.contract).read(
      'get-current-cycle-id',
      cCount,
    )
    // Cycles are counted back from the running one: its opening must be in the list.
    requireValue(await awaitIndex(client))
    const bounds = requireValue(await readCycleBounds(client, deployment.contract, cycle, running))
    return { capabilities, cursor: startAudit(cycle, bounds, capabilities.calls) }
  })

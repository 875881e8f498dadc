import { toJson } from '../../../chain/json.ts'
import { readYieldFigures, selectStakingDeployment } from '../../../widget/bitcoin-staking/chain.ts'
import { computeChecksum } from '../../../widget/snapshot-file.ts'
import { clientFor } from '../../../widget/stacks-clients.ts'

/**
 * Reads the programme and a manager, if one is named, and returns the snapshot's JSON, checksum
 * included; `api`: another API than the network's own. Throws a sentence when something the
 * calculator needs is not known.
 */
export async function makeYieldSnapshot({
  network,
  manager,
  api,
}: {
  network: string
  manager: string | null
  api: string | null
}): Promise<{ json: string; requests: number; source: string }> {
  const deployment = selectStakingDeployment({ network, apiUrl: api })
  const source = deployment.apiBases[0]!
  const read = await readYieldFigures({ network, apiUrl: api, manager, address: null }).catch(
    (error: Error) => {
      throw new Error(
        error.message === 'manager'
          ? `${manager} is no contract on ${network}.`
          : `${source} could not be read: ${error.message}.`,
      )
    },
  )
  if (!read.state)
    throw new Error(
      `The state of ${deployment.pox} could not be read, so there is nothing to calculate with.`,
    )
  const content = toJson({
    format: 'twinstack-yield-snapshot',
    version: 1,
    network,
    contract: deployment.pox,
    source,
    readAt: read.readAt,
    state: read.state,
    manager: read.manager,
  }) as Record<string, unknown>
  return {
    json: `${JSON.stringify({ ...content, checksum: await computeChecksum(content) })}\n`,
    requests: clientFor(deployment).counts().requests,
    source,
  }
}

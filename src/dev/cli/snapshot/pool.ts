import { toJson } from '../../../chain/json.ts'
import { findDuskNetwork, readPoolFigures } from '../../../widget/hyperstaking/chain.ts'
import { computeChecksum } from '../../../widget/snapshot-file.ts'

/**
 * Reads a pool's figures and returns the snapshot's JSON, checksum included; `api`: another node
 * than the network's own. Throws a sentence when something the calculator needs is not known.
 */
export async function makePoolSnapshot({
  network,
  pool,
  api,
}: {
  network: string
  pool: string
  api: string | null
}): Promise<{ json: string; name: string; source: string }> {
  const place = { network, pool, nodeUrl: api, account: null }
  const found = findDuskNetwork(place)
  if (!found) throw new Error(`There is no Dusk network named ${network}: mainnet, testnet, local.`)
  const source = api?.replace(/\/+$/, '') ?? found.deployment.bases[0]!
  const read = await readPoolFigures(place)
  if (!read.ok)
    throw new Error(
      read.code === 'no-pool'
        ? `There is no pool named ${pool} on ${network}.`
        : `${source} could not be read.`,
    )
  const { prospect, name, height, locked, paused, callsOpen, differs } = read.figures
  if (!prospect)
    throw new Error(
      `What ${name} stakes and its fees could not be read, so there is nothing to calculate with.`,
    )
  const inPool = prospect.keys.reduce((sum, key) => sum + (key?.value ?? 0n), 0n)
  const content = toJson({
    format: 'twinstack-pool-snapshot',
    version: 1,
    network,
    pool: read.id,
    name,
    source,
    readAt: Date.now(),
    height,
    rate: read.rate,
    totals: { active: prospect.network.othersActive + inPool, pool: inPool, locked },
    paused,
    callsOpen,
    differs,
    parameters: prospect,
  }) as Record<string, unknown>
  return {
    json: `${JSON.stringify({ ...content, checksum: await computeChecksum(content) })}\n`,
    name,
    source,
  }
}

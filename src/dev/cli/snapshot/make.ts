import type { Known } from '../../../chain/known.ts'
import { createStacksClient } from '../../../chain/stacks/client.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import { readNetwork } from '../../../chain/stacks/read-network.ts'
import { computeChecksum } from '../../../widget/dual-stacking/snapshot.ts'

/**
 * Reads a deployment's figures and returns the snapshot's JSON, checksum included. Throws a
 * sentence when something the calculator needs is not known.
 */
export async function makeSnapshot(
  deployment: Deployment,
): Promise<{ json: string; requests: number }> {
  let requests = 0
  const counted: typeof fetch = (...call) => {
    requests++
    return fetch(...call)
  }
  const client = createStacksClient({ bases: deployment.apiBases, fetch: counted })
  const { reading, problem } = await readNetwork(client, deployment)
  if (!reading)
    throw new Error(`${deployment.apiBases[0]} could not be read: ${problem ?? 'no answer'}.`)
  const need = <T>(name: string, known: Known<T>): T => {
    if (!known.known)
      throw new Error(
        `The ${name} of ${deployment.contract} could not be read, so there is nothing to calculate with.`,
      )
    return known.value
  }
  const text = (known: Known<bigint>): string | null =>
    known.known ? known.value.toString() : null
  const cycle = need('cycle', reading.cycle)
  const golden = reading.goldenRatios.known ? reading.goldenRatios.value[0] : undefined
  const content = {
    format: 'twinstack-snapshot',
    version: 1,
    deployment: deployment.id,
    contract: deployment.contract,
    network: deployment.network,
    family: reading.family,
    source: deployment.apiBases[0],
    readAt: reading.readAt,
    burnHeight: reading.burnHeight,
    stacksHeight: reading.stacksHeight,
    cycle: {
      id: cycle.id,
      startHeight: cycle.startHeight,
      nextStartHeight: cycle.nextStartHeight,
      snapshots: String(cycle.snapshotsPerCycle),
      blocksPerSnapshot: String(cycle.blocksPerSnapshot),
      bufferBlocks: String(cycle.bufferBlocks),
    },
    goldenRatio: golden ? { cycle: golden.cycle, ratio: golden.ratio.toString() } : null,
    apr: need('yearly rate', reading.apr).toString(),
    multiplier: need('multiplier', reading.multiplier).toString(),
    blocksPerYear: need('number of blocks in a year', reading.blocksPerYear).toString(),
    poolSats: text(reading.poolSats),
    totalWeights: reading.totalWeights.known ? reading.totalWeights.value.weights.toString() : null,
    minimumSats: text(reading.minimumSats),
    ...(reading.life && { life: reading.life }),
  }
  return {
    json: `${JSON.stringify({ ...content, checksum: await computeChecksum(content) })}\n`,
    requests,
  }
}

import { known, type Known } from '../../../chain/known.ts'
import { createStacksClient } from '../../../chain/stacks/client.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import { readNetwork } from '../../../chain/stacks/read-network.ts'
import type { CycleReading, NetworkReading } from '../../../chain/stacks/readings.ts'
import { builtInFigures } from '../../../widget/dual-stacking/figures.ts'
import { computeChecksum } from '../../../widget/snapshot-file.ts'

/**
 * The cycle of a snapshot. Nothing is calculated with a programme that has ended, so that the last
 * one of the nominal calendar will do where its contract tells none.
 */
function cycleOf({ calendar, life }: Deployment, reading: NetworkReading): Known<SnapshotCycle> {
  if (reading.cycle.known || reading.life !== 'ended' || !calendar || !life) return reading.cycle
  const startHeight = life.endHeight - calendar.cycleBlocks
  return known({
    id: (startHeight - calendar.startHeight) / calendar.cycleBlocks,
    startHeight,
    nextStartHeight: life.endHeight,
    snapshotsPerCycle: Number(builtInFigures.snapshots),
    blocksPerSnapshot: Number(builtInFigures.blocksPerSnapshot),
    bufferBlocks: 0,
  })
}

type SnapshotCycle = Pick<
  CycleReading,
  | 'id'
  | 'startHeight'
  | 'nextStartHeight'
  | 'snapshotsPerCycle'
  | 'blocksPerSnapshot'
  | 'bufferBlocks'
>

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
  const need = <T>(name: string, value: Known<T>, afterItsEnd?: T): T => {
    if (value.known) return value.value
    if (reading.life === 'ended' && afterItsEnd !== undefined) return afterItsEnd
    throw new Error(
      `The ${name} of ${deployment.contract} could not be read, so there is nothing to calculate with.`,
    )
  }
  const text = (value: Known<bigint>): string | null =>
    value.known ? value.value.toString() : null
  const cycle = need('cycle', cycleOf(deployment, reading))
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
    apr: need('yearly rate', reading.apr, builtInFigures.apr).toString(),
    multiplier: need('multiplier', reading.multiplier, builtInFigures.multiplier).toString(),
    blocksPerYear: need(
      'number of blocks in a year',
      reading.blocksPerYear,
      builtInFigures.blocksPerYear,
    ).toString(),
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

import * as v from 'valibot'
import { announcedLives } from '../../chain/stacks/announced-lives.ts'
import { uint } from '../../chain/uint.ts'
import { fetchChecked, isStale, moment } from '../snapshot-file.ts'
import type { BoostFigures } from './figures.ts'

const height = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32))
/**
 * The small file that a partner serves from a CDN instead of asking the API at each page view; `npm
 * run snapshot` writes it. Amounts are decimal strings.
 */
export const snapshotFile = v.object({
  format: v.literal('twinstack-snapshot'),
  version: v.literal(1),
  deployment: v.string(),
  contract: v.string(),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  family: v.picklist(['v1', 'v2', 'v3']),
  /** API base that was read. */
  source: v.string(),
  readAt: moment,
  burnHeight: height,
  stacksHeight: height,
  cycle: v.object({
    id: height,
    startHeight: height,
    nextStartHeight: height,
    snapshots: uint,
    blocksPerSnapshot: uint,
    bufferBlocks: uint,
  }),
  goldenRatio: v.nullable(v.object({ cycle: height, ratio: uint })),
  apr: uint,
  multiplier: v.pipe(
    uint,
    v.check((value) => value >= 1n && value <= 1000n),
  ),
  blocksPerYear: uint,
  poolSats: v.nullable(uint),
  totalWeights: v.nullable(uint),
  minimumSats: v.nullable(uint),
  /** Absent: as far as is known, the programme is running. */
  life: v.optional(v.picklist(['closed', 'ended', 'stopped'])),
  /** SHA-256, hex, of this file's JSON without this field, keys in this order and no spaces. */
  checksum: v.string(),
})
export type SnapshotFile = v.InferOutput<typeof snapshotFile>

/**
 * Fetches a snapshot and checks size, checksum, form, and that it is of the network or deployment
 * asked for. Rejects when any of them fails.
 */
export async function readSnapshot(
  url: URL,
  network: string,
  signal: AbortSignal,
): Promise<BoostFigures> {
  const file = v.parse(snapshotFile, await fetchChecked(url, signal))
  if (network !== file.network && network !== file.deployment) throw new Error('other-network')
  return toBoostFigures(file, Date.now())
}

/** A file from before the announced end of its programme does not say that it goes on. */
const lifeOfOldFile = ({ network, burnHeight }: SnapshotFile): BoostFigures['life'] => {
  const announced = announcedLives[network]
  return announced && burnHeight < announced.endHeight ? announced.state : 'running'
}

/** What the calculator needs of a snapshot. */
export const toBoostFigures = (file: SnapshotFile, now: number): BoostFigures => ({
  family: file.family,
  ...(file.goldenRatio && { goldenRatio: file.goldenRatio.ratio, cycle: file.goldenRatio.cycle }),
  multiplier: file.multiplier,
  apr: file.apr,
  blocksPerYear: file.blocksPerYear,
  blocksPerSnapshot: file.cycle.blocksPerSnapshot,
  bufferBlocks: file.cycle.bufferBlocks,
  snapshots: file.cycle.snapshots,
  ...(file.poolSats !== null && { poolSats: file.poolSats }),
  ...(file.totalWeights !== null && { totalWeights: file.totalWeights }),
  ...(file.minimumSats !== null && { minimumSats: file.minimumSats }),
  life: file.life ?? lifeOfOldFile(file),
  readAt: file.readAt,
  stale: isStale(file.readAt, now),
})

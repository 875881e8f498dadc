import * as v from 'valibot'
import { duskDeployments } from '../../chain/dusk/deployments.ts'
import { prospect } from '../../chain/dusk/prospect.ts'
import { uint } from '../../chain/uint.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import { foreignName } from '../../words/foreign-name.ts'
import { fetchChecked, isStale, moment } from '../snapshot-file.ts'
import type { PoolFigures } from './figures.ts'

/**
 * A pool's figures as a small file that a partner serves from a CDN instead of asking a node at
 * each page view; `npm run snapshot` writes it. Amounts are decimal strings of LUX.
 */
export const poolSnapshotFile = v.object({
  format: v.literal('twinstack-pool-snapshot'),
  version: v.literal(1),
  network: v.picklist(['mainnet', 'testnet', 'local']),
  /** Contract id of the pool, and its name. */
  pool: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: v.pipe(v.string(), v.maxLength(100)),
  /** Node that was read. */
  source: v.string(),
  readAt: moment,
  height: uint,
  /** LUX per share as a fraction. */
  rate: v.nullable(
    v.object({
      numerator: uint,
      denominator: v.pipe(
        uint,
        v.check((value) => value > 0n),
      ),
    }),
  ),
  /**
   * What all of the network's provisioners and this pool's own have staked, and what is locked of
   * the pool's.
   */
  totals: v.object({ active: uint, pool: uint, locked: v.nullable(uint) }),
  paused: v.nullable(v.boolean()),
  callsOpen: v.nullable(v.boolean()),
  differs: v.boolean(),
  /** What a projection needs. */
  parameters: prospect,
  /** SHA-256, hex, of this file's JSON without this field, keys in this order and no spaces. */
  checksum: v.string(),
})
export type PoolSnapshotFile = v.InferOutput<typeof poolSnapshotFile>

/**
 * Fetches a snapshot and checks size, checksum, form, and that it is of the network and pool asked
 * for (null: any pool). Rejects when any of them fails.
 */
export async function readPoolSnapshot(
  url: URL,
  { network, pool }: { network: string; pool: string | null },
  signal: AbortSignal,
): Promise<PoolFigures> {
  const file = v.parse(poolSnapshotFile, await fetchChecked(url, signal))
  const named = pool?.toLowerCase() ?? file.pool
  if (network !== file.network || (named !== file.pool && named !== file.name.toLowerCase()))
    throw new Error('other-pool')
  return toPoolFigures(file, Date.now())
}

/** Our name of a pool that we know, or what the file calls it. */
const nameOf = (pool: string, said: string): string =>
  duskDeployments.flatMap(({ pools }) => pools).find(({ id }) => id === pool)?.name ??
  foreignName(said) ??
  pool.slice(0, 8)

/** What the calculator needs of a snapshot. */
export const toPoolFigures = (
  { pool, name, rate, totals, parameters, readAt, ...file }: PoolSnapshotFile,
  now: number,
): PoolFigures => ({
  prospect: parameters,
  name: nameOf(pool, name),
  height: file.height,
  position: null,
  claimable: null,
  paused: file.paused,
  callsOpen: file.callsOpen,
  differs: file.differs,
  share: rate && (rate.numerator * dusk(1n)) / rate.denominator,
  locked: totals.locked,
  ...(isStale(readAt, now) && { old: readAt }),
})

import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'
import { fetchChecked, isStale, moment } from '../snapshot-file.ts'
import type { YieldFigures } from './figures.ts'

const microStxOrNull = v.nullable(uint)

/**
 * The programme's and one manager's figures as a small file that a partner serves from a CDN
 * instead of asking an API at each page view; `npm run snapshot` writes it. Amounts are decimal
 * strings of sats and microSTX, fees basis points, heights Bitcoin's.
 */
export const yieldSnapshotFile = v.object({
  format: v.literal('twinstack-yield-snapshot'),
  version: v.literal(1),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  contract: v.string(),
  /** API base that was read. */
  source: v.string(),
  readAt: moment,
  state: v.object({
    clock: v.object({
      firstBurnHeight: uint,
      cycleBlocks: uint,
      prepareBlocks: uint,
      firstCycle: uint,
    }),
    burnHeight: uint,
    cycle: uint,
    stakedMicroStx: uint,
    bonds: v.array(
      v.object({
        index: uint,
        targetRate: uint,
        stxValueRatio: uint,
        minUstxRatio: uint,
        sats: uint,
      }),
    ),
    income: v.nullable(
      v.object({
        low: uint,
        middle: uint,
        high: uint,
        calculations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
        from: uint,
        to: uint,
      }),
    ),
  }),
  /** Null: the file is for pages that name no manager. */
  manager: v.nullable(
    v.object({
      manager: v.pipe(v.string(), v.maxLength(200)),
      feeBips: v.nullable(uint),
      laterFee: v.nullable(v.object({ bips: uint, fromCycle: uint })),
      takesStakes: v.nullable(v.boolean()),
      // Files of the first months have it not.
      claimedBy: v.optional(v.nullable(v.picklist(['anyone', 'holder', 'manager'])), null),
      delegatedMicroStx: microStxOrNull,
      pendingMicroStx: microStxOrNull,
    }),
  ),
  /** SHA-256, hex, of this file's JSON without this field, keys in this order and no spaces. */
  checksum: v.string(),
})
export type YieldSnapshotFile = v.InferOutput<typeof yieldSnapshotFile>

/**
 * Fetches a snapshot and checks size, checksum, form, and that it is of the network and the manager
 * asked for (null: none). Rejects when any of them fails.
 */
export async function readYieldSnapshot(
  url: URL,
  { network, manager }: { network: string; manager: string | null },
  signal: AbortSignal,
): Promise<YieldFigures> {
  const file = v.parse(yieldSnapshotFile, await fetchChecked(url, signal))
  if (network !== file.network) throw new Error('other-network')
  if (manager !== null && manager !== file.manager?.manager) throw new Error('other-manager')
  const figures = toYieldFigures(file, Date.now())
  return manager === null ? { ...figures, manager: null } : figures
}

/** What the calculator needs of a snapshot. */
export const toYieldFigures = (
  { state, manager, readAt }: YieldSnapshotFile,
  now: number,
): YieldFigures => ({ state, manager, readAt, isOld: isStale(readAt, now) })

import * as v from 'valibot'
import { knownOf, type Known } from '../known.ts'
import { uint } from '../uint.ts'
import { readCapabilities } from './capabilities.ts'
import { cCount, clPrincipal, clTuple, clUint, cUint } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { readFirstAvailable } from './read-first-available.ts'
import { accountReading } from './readings.ts'
import { readHolding } from './reads/holding.ts'
import type { RefreshResult } from './reads/keep-known.ts'
import { readLastHolding } from './reads/last-holding.ts'
import { firstRefreshProblem, refreshProblemOf } from './refresh-problem.ts'
import type { Reader, Source } from './source.ts'

/**
 * An address's result in a cycle: what was captured for it and paid (`holding`; null: nothing was
 * captured), the weight of its tracking address (null: none), the golden ratio, the cycle's
 * lengths, and whether its distribution was finalised.
 */
export const pastCycle = v.object({
  deployment: v.string(),
  address: v.string(),
  cycle: v.number(),
  holding: accountReading.entries.holding,
  weight: knownOf(v.nullable(uint)),
  goldenRatio: knownOf(v.nullable(uint)),
  sizes: knownOf(
    v.nullable(
      v.object({ snapshots: v.number(), blocksPerSnapshot: v.number(), startHeight: v.number() }),
    ),
  ),
  finalized: knownOf(v.boolean()),
})
export type PastCycle = v.InferOutput<typeof pastCycle>

// A finished cycle no longer changes; a running one is read again in the next block.
const PAST_BLOCKS = 2016

const sizes = v.pipe(
  v.object({
    'snapshots-per-cycle': cCount,
    'blocks-per-snapshot': cCount,
    'start-btc-block-height': cCount,
  }),
  v.transform((entry) => ({
    snapshots: entry['snapshots-per-cycle'],
    blocksPerSnapshot: entry['blocks-per-snapshot'],
    startHeight: entry['start-btc-block-height'],
  })),
)
const field = <K extends string>(name: K) =>
  v.nullable(
    v.pipe(
      v.object({ [name]: cUint } as Record<K, typeof cUint>),
      v.transform((entry) => entry[name] as bigint),
    ),
  )
const exists = v.pipe(
  v.unknown(),
  v.transform((entry) => entry !== null),
)

/**
 * Reads an address's result in a past cycle or the running one. Five requests, and five more for a
 * cycle of v2 that did not pay the address at its first go; none when a finished cycle is read
 * again within a week or two. `trackingAddress`: the row's, when it differs from the address
 * itself. `rollbackId`: of the running cycle of v2; without it, the last one of the cycle.
 */
export const readPastCycle = async (
  client: StacksClient,
  deployment: Deployment,
  { address, cycle }: { address: string; cycle: number },
  options: { trackingAddress?: string; rollbackId?: number; running?: boolean } = {},
): Promise<RefreshResult<PastCycle>> => {
  const { trackingAddress = address, rollbackId, running = false } = options
  const tip = await client.tip({ maxAgeMs: 60_000 })
  if (!tip.ok) return { reading: null, problem: refreshProblemOf(tip.failure) ?? 'bad-answer' }
  const offered = await readCapabilities(client, deployment)
  if (!offered.ok)
    return {
      reading: null,
      problem:
        offered.failure.code === 'missing'
          ? 'contract-missing'
          : (refreshProblemOf(offered.failure) ?? 'bad-answer'),
    }
  const reader: Reader = {
    client,
    contract: deployment.contract,
    capabilities: offered.value,
    fresh: false,
    failures: [],
  }
  const blocks = running ? 1 : PAST_BLOCKS
  const id = { 'cycle-id': clUint(cycle) }
  const weightKey = clTuple({ ...id, 'tracking-address': clPrincipal(trackingAddress) })
  const readEntry = <T>(sources: Source<T>[]): Promise<Known<T>> =>
    readFirstAvailable(reader, sources)
  const [holding, weight, goldenRatio, size, finalized] = await Promise.all([
    rollbackId === undefined
      ? readLastHolding(reader, address, cycle, blocks)
      : readHolding(reader, address, { id: cycle, rollbackId }, blocks),
    readEntry([
      { map: 'participant-weights', key: weightKey, schema: field('weight'), blocks },
      {
        map: 'participant-weights-by-tracking-address',
        key: weightKey,
        schema: field('weight-total'),
        blocks,
      },
    ]),
    readEntry([
      { map: 'ratio-used', key: clTuple(id), schema: field('used-ratio'), blocks },
      {
        map: 'validated-golden-ratio-per-cycle',
        key: clTuple(id),
        schema: field('golden-ratio'),
        blocks,
      },
    ]),
    readEntry([{ map: 'yield-cycles-data', key: clTuple(id), schema: v.nullable(sizes), blocks }]),
    readEntry([
      {
        map: 'distribution-finalized-stx-block-height-when-called',
        key: clTuple(id),
        schema: exists,
        blocks,
      },
      { map: 'cycle-finalization-block-heights', key: clTuple(id), schema: exists, blocks },
    ]),
  ])
  return {
    reading: {
      deployment: deployment.id,
      address,
      cycle,
      holding,
      weight,
      goldenRatio,
      sizes: size,
      finalized,
    },
    problem: firstRefreshProblem(reader.failures),
  }
}

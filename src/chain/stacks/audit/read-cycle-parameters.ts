import * as v from 'valibot'
import type { CycleParameters } from '../../../protocol/dual-stacking/audit/index.ts'
import type { Capabilities } from '../capabilities.ts'
import { chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { clTuple, clUint, cCount, cUint } from '../clarity.ts'
import type { StacksRead, StacksClient } from '../client.ts'
import { runReads, requireValue, presentValues } from '../console/present-values.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import type { AuditCursor } from './collect-entries.ts'
import { readPoolAt } from './read-pool-at.ts'
import { readSettingAt } from './read-setting-at.ts'

const yieldCycle = v.object({ 'blocks-per-snapshot': cUint, 'snapshots-per-cycle': cUint })
const snapshotBlock = v.pipe(
  v.object({ 'stx-block-height': cCount }),
  v.transform((entry) => entry['stx-block-height']),
)
const ratio1 = v.pipe(
  v.object({ 'used-ratio': cUint }),
  v.transform((entry) => entry['used-ratio']),
)
const ratio2 = v.pipe(
  v.object({ 'golden-ratio': cUint }),
  v.transform((entry) => entry['golden-ratio']),
)

/** The names that differ between v1 and v2: variable, function that sets it, which argument. */
const settings = {
  v1: {
    apr: ['APR', 'update-APR'],
    percentage: ['max-percentage-above-ratio', 'set-max-percentage-above-ratio'],
  },
  v2: {
    apr: ['annual-percentage-rate', 'update-apr'],
    percentage: ['max-percentage-above-golden-ratio', 'set-max-percentage-above-golden-ratio'],
  },
} as const

/** When the distribution of a cycle was enabled; null: not yet. */
const readEnabledAt = async (
  client: StacksClient,
  contract: string,
  { from, to }: AuditCursor,
): Promise<ChainPosition | null> => {
  const name = 'set-is-distribution-enabled'
  const page = requireValue(
    await client.calls(contract, name, { limit: 50, offset: 0 }, { validBlocks: 1 }),
  )
  const inCycle = page.results
    .filter((call) => isCallOf(call, contract, name))
    .map(chainPositionOf)
    .filter((at) => at[0] >= from[0] && (to === null || at[0] <= to[0]))
  return inCycle[0] ?? null
}

/**
 * The parameters of a cycle as they were when they were used. What was changed since and cannot be
 * told any more is null. About 12 requests, and the walk back to the pool of then: one for every 50
 * movements of the contract's sBTC since.
 */
export const readCycleParameters = (
  client: StacksClient,
  deployment: Deployment,
  capabilities: Capabilities,
  cursor: AuditCursor,
): Promise<StacksRead<CycleParameters>> =>
  runReads(async () => {
    const { contract } = deployment
    const family = capabilities.family
    const names = settings[family === 'v1' ? 'v1' : 'v2']
    const values = presentValues(client, contract)
    const id = clUint(cursor.cycle)
    const sizes = await values.entry('yield-cycles-data', clTuple({ 'cycle-id': id }), yieldCycle)
    if (!sizes) return requireValue<CycleParameters>({ ok: false, failure: { code: 'missing' } })
    const enabled = await readEnabledAt(client, contract, cursor)
    const moment: ChainPosition = enabled ?? [Number.MAX_SAFE_INTEGER, 0]
    const then = async ([variable, setter]: readonly [string, string], at = moment) =>
      requireValue(
        await readSettingAt(client, contract, setter, 0, at, await values.amount(variable)),
      )

    const capturesLive = capabilities.reads.includes('get-capture-window')
    const lastSnapshot =
      family === 'v1' && !capturesLive
        ? await values.entry(
            'cycle-snapshot-to-stx-block-height',
            clTuple({ 'cycle-id': id, 'snapshot-id': clUint(sizes['snapshots-per-cycle'] - 1n) }),
            snapshotBlock,
          )
        : null
    // v1 takes the pool at the end of the last snapshot's block, the others when the distribution
    // is enabled.
    const poolAt: ChainPosition | null =
      capturesLive || family !== 'v1'
        ? enabled
        : lastSnapshot === null
          ? null
          : [lastSnapshot + 1, 0]
    const places = new Map(cursor.transactions.map(({ txid, place }) => [txid, place]))
    const poolSats =
      poolAt && enabled ? requireValue(await readPoolAt(client, deployment, poolAt, places)) : null
    const isRunning = cursor.to === null
    const blocksPerYear = await then(['bitcoin-blocks-per-year', 'update-bitcoin-blocks-per-year'])
    const multiplier = await then(['yield-boost-multiplier', 'update-yield-boost-multiplier'])
    return {
      family,
      snapshotsPerCycle: sizes['snapshots-per-cycle'],
      blocksPerSnapshot: sizes['blocks-per-snapshot'],
      capturesLive,
      ...(family === 'v2' && { bufferBlocks: await values.amount('buffer-blocks-per-cycle') }),
      multiplier: multiplier ?? (await values.amount('yield-boost-multiplier')),
      apr: await then(names.apr),
      blocksPerYear,
      maxPercentage: (await then(names.percentage)) ?? 500n,
      goldenRatio:
        family === 'v1'
          ? await values.entry('ratio-used', clTuple({ 'cycle-id': id }), ratio1)
          : await values.entry(
              'validated-golden-ratio-per-cycle',
              clTuple({ 'cycle-id': id }),
              ratio2,
            ),
      poolSats,
      participants: isRunning ? await values.count('current-cycle-participants-count') : null,
    }
  })

import * as v from 'valibot'
import type { CycleParameters } from '../../../protocol/dual-stacking/audit/index.ts'
import { awaitIndex } from '../api/await-index.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import type { Capabilities } from '../capabilities.ts'
import { chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { clTuple, clUint, cCount, cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { presentValues, type PresentValues } from '../console/present-values.ts'
import { runReads, requireValue } from '../console/run-reads.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'
import type { AuditCursor } from './collect-entries.ts'
import { readPoolAt } from './read-pool-at.ts'
import { readSettingAt } from './read-setting-at.ts'

const yieldCycle = v.object({ 'blocks-per-snapshot': cUint, 'snapshots-per-cycle': cUint })
const snapshotBlock = v.pipe(
  v.object({ 'stx-block-height': cCount }),
  v.transform((entry) => entry['stx-block-height']),
)
const storedRatio: Record<'v1' | 'v2', { map: string; schema: v.GenericSchema<unknown, bigint> }> =
  {
    v1: {
      map: 'ratio-used',
      schema: v.pipe(
        v.object({ 'used-ratio': cUint }),
        v.transform((entry) => entry['used-ratio']),
      ),
    },
    v2: {
      map: 'validated-golden-ratio-per-cycle',
      schema: v.pipe(
        v.object({ 'golden-ratio': cUint }),
        v.transform((entry) => entry['golden-ratio']),
      ),
    },
  }

/** A data variable and the function that sets it with its first argument. */
type SettingNames = readonly [variable: string, setter: string]

type SettingsRead = Record<'apr' | 'percentage' | 'blocksPerYear' | 'multiplier', bigint>

const sharedSettings = {
  blocksPerYear: ['bitcoin-blocks-per-year', 'update-bitcoin-blocks-per-year'],
  multiplier: ['yield-boost-multiplier', 'update-yield-boost-multiplier'],
} as const

/** The settings' names, some of which differ between v1 and v2. */
const settings: Record<'v1' | 'v2', Record<keyof SettingsRead, SettingNames>> = {
  v1: {
    ...sharedSettings,
    apr: ['APR', 'update-APR'],
    percentage: ['max-percentage-above-ratio', 'set-max-percentage-above-ratio'],
  },
  v2: {
    ...sharedSettings,
    apr: ['annual-percentage-rate', 'update-apr'],
    percentage: ['max-percentage-above-golden-ratio', 'set-max-percentage-above-golden-ratio'],
  },
}

/** Every setting as the node tells it now. */
const readPresent = async (values: PresentValues, shape: 'v1' | 'v2'): Promise<SettingsRead> => {
  const amountOf = (name: keyof SettingsRead) => values.amount(settings[shape][name][0])
  return {
    apr: await amountOf('apr'),
    percentage: await amountOf('percentage'),
    blocksPerYear: await amountOf('blocksPerYear'),
    multiplier: await amountOf('multiplier'),
  }
}

/** Where the distribution of a cycle was enabled; null: not yet. */
const readEnabledAt = async (
  client: StacksClient,
  contract: string,
  { from, to }: AuditCursor,
): Promise<ChainPosition | null> => {
  const name = 'set-is-distribution-enabled'
  const page = requireValue(
    await askContractCalls(
      client,
      contract,
      { name, limit: 50, offset: 0, since: from[0] },
      { fresh: true },
    ),
  )
  const inCycle = page.results
    .filter((call) => isCallOf(call, contract, name))
    .map(chainPositionOf)
    .filter(([height]) => height >= from[0] && (to === null || height <= to[0]))
  return inCycle[0] ?? null
}

/** The Stacks block of a v1 cycle's last snapshot; null: not taken yet. */
const readLastSnapshotBlock = (
  values: PresentValues,
  cycle: number,
  snapshots: bigint,
): Promise<number | null> =>
  values.entry(
    'cycle-snapshot-to-stx-block-height',
    clTuple({ 'cycle-id': clUint(cycle), 'snapshot-id': clUint(snapshots - 1n) }),
    snapshotBlock,
  )

/**
 * Reads the parameters of a cycle as they were when they were used. A value that has changed since
 * and cannot be determined any more is null; settings are compared with lists of the API only once
 * that has indexed what the node tells. About 18 requests, and one for every 50 transactions and
 * every 20 movements of the contract since then, for the walk back to the pool of that time.
 */
export const readCycleParameters = (
  client: StacksClient,
  deployment: Deployment,
  capabilities: Capabilities,
  cursor: AuditCursor,
): Promise<StacksRead<CycleParameters>> =>
  runReads(async () => {
    const { contract } = deployment
    const { family } = capabilities
    const shape = family === 'v1' ? 'v1' : 'v2'
    const values = presentValues(client, contract)
    const cycleKey = clTuple({ 'cycle-id': clUint(cursor.cycle) })
    const lengths = await values.entry('yield-cycles-data', cycleKey, yieldCycle)
    if (!lengths) return requireValue<CycleParameters>({ ok: false, failure: { code: 'missing' } })
    const snapshots = lengths['snapshots-per-cycle']
    const present = await readPresent(values, shape)
    requireValue(await awaitIndex(client))
    const enabledAt = await readEnabledAt(client, contract, cursor)
    const moment: ChainPosition = enabledAt ?? [Number.MAX_SAFE_INTEGER, 0]
    const settingThen = async (name: keyof SettingsRead) => {
      const [, setter] = settings[shape][name]
      const setting = { setter, argument: 0, present: present[name] }
      return requireValue(await readSettingAt(client, contract, setting, moment))
    }

    const capturesLive = capabilities.reads.includes('get-capture-window')
    // v1 takes the pool at the end of the last snapshot's block, the others when the distribution
    // is enabled.
    let poolAt = enabledAt
    if (family === 'v1' && !capturesLive) {
      const block = await readLastSnapshotBlock(values, cursor.cycle, snapshots)
      poolAt = block === null ? null : [block + 1, 0]
    }
    const positions = new Map(cursor.transactions.map(({ txid, place }) => [txid, place]))
    const poolSats =
      poolAt && enabledAt
        ? requireValue(await readPoolAt(client, deployment, poolAt, positions))
        : null
    const isRunning = cursor.to === null
    return {
      family,
      snapshotsPerCycle: snapshots,
      blocksPerSnapshot: lengths['blocks-per-snapshot'],
      capturesLive,
      ...(family === 'v2' && { bufferBlocks: await values.amount('buffer-blocks-per-cycle') }),
      multiplier: (await settingThen('multiplier')) ?? present.multiplier,
      apr: await settingThen('apr'),
      blocksPerYear: await settingThen('blocksPerYear'),
      maxPercentage: (await settingThen('percentage')) ?? 500n,
      goldenRatio: await values.entry(storedRatio[shape].map, cycleKey, storedRatio[shape].schema),
      poolSats,
      participants: isRunning ? await values.count('current-cycle-participants-count') : null,
    }
  })

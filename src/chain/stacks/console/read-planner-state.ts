import * as v from 'valibot'
import type {
  CycleState,
  PlannedParticipant,
} from '../../../protocol/dual-stacking/planner/index.ts'
import { askBlock } from '../api/block-sources.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { askDeployedAt } from '../api/deployed-at.ts'
import { readCapabilities, type Capabilities } from '../capabilities.ts'
import { chainPositionOf } from '../chain-position.ts'
import { cBool, cCount, clPrincipal, clTuple, clUint, cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { lastCapture, type RecordStore } from '../contract-index/participant-record.ts'
import type { IndexCursor } from '../contract-index/read-index.ts'
import { readMembersAt, type IndexedMember } from '../contract-index/read-members.ts'
import { readOperatorTallies } from '../contract-index/read-operator-tallies.ts'
import type { ChainMoment } from '../contract-index/row-at.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'
import { presentValues } from './present-values.ts'
import { readContractHoldings } from './read-contract-holdings.ts'
import { runReads, requireValue } from './run-reads.ts'

const cycleData = v.object({
  'cycle-id': cCount,
  'current-cycle-bitcoin-block-height': cCount,
  'current-cycle-stacks-block-height': cCount,
  'next-cycle-bitcoin-block-height': cCount,
  'snapshots-per-cycle': cCount,
  'blocks-per-snapshot': cCount,
  'participants-count': cCount,
})
const snapshotData = v.object({
  'current-snapshot-index': cCount,
  'current-snapshot-bitcoin-block-height': cCount,
  'current-snapshot-stacks-block-height': cCount,
  'current-snapshot-count': cCount,
})
const distribution = v.object({
  'is-distribution-enabled': cBool,
  'participants-rewarded-count': cCount,
})
const proposed = v.object({
  'golden-ratio': cUint,
  'participants-counted': cCount,
  'sbtc-above': cUint,
  'sbtc-equal': cUint,
})
const used = v.object({ 'used-ratio': cUint })

/** The Stacks height of the call that opened the running cycle; 0 when there is none. */
export const readOpeningHeight = async (
  client: StacksClient,
  contract: string,
): Promise<number> => {
  for (const name of ['advance-to-next-cycle', 'initialize-contract']) {
    const asked = { name, limit: 10, offset: 0, wanted: 1 }
    const page = requireValue(await askContractCalls(client, contract, asked))
    const opening = page.results.find((call) => isCallOf(call, contract, name))
    if (opening) return chainPositionOf(opening)[0]
  }
  return 0
}

/**
 * The Stacks block whose rows the running cycle uses: in the build that captures live the block
 * that opened the cycle, in v1 the cycle's own block, before the first cycle the tip.
 */
const rowsHeight = (
  { reads }: Capabilities,
  heights: { tip: number; opening: number | null; cycle: number },
): number => {
  if (heights.opening === null) return heights.tip
  return reads.includes('get-capture-window') ? heights.opening : heights.cycle
}

const plannedParticipantOf = (
  { record, row }: IndexedMember,
  cycle: number,
  whitelist: IndexCursor['whitelist'],
  tally: { operator: string; counting: ReadonlySet<string> },
): PlannedParticipant => {
  const part = record.cycles[cycle]
  const last = lastCapture(part)
  return {
    address: record.address,
    trackingAddress: row.trackingAddress,
    stackingAddress: row.stackingAddress,
    whitelisted: whitelist[row.trackingAddress]?.on ?? false,
    ...(last !== undefined && { capturedIn: last }),
    tallied:
      part?.tallies.some(
        ({ txid, proposer }) => proposer === tally.operator && tally.counting.has(txid),
      ) ?? false,
    weighed: Boolean(part?.weight),
    rewarded: Boolean(part?.reward),
  }
}

/**
 * Reads everything that the planner needs (`CycleState`) from a v1 contract or the build that
 * captures live, for the account that operates it. The records must be indexed up to now
 * (`readIndex`). About 20 requests; `missing` for other families.
 */
export const readPlannerState = (
  client: StacksClient,
  deployment: Deployment,
  operator: string,
  index: { store: RecordStore; cursor: IndexCursor },
): Promise<StacksRead<CycleState>> =>
  runReads(async () => {
    const { contract } = deployment
    const tip = requireValue(await client.tip())
    const capabilities = requireValue(await readCapabilities(client, deployment))
    const values = presentValues(client, contract)
    if (capabilities.family !== 'v1')
      return requireValue<CycleState>({ ok: false, failure: { code: 'missing' } })

    const cycle = await values.read('cycle-data', cycleData)
    const snapshot = await values.read('snapshot-data', snapshotData)
    const operation = await values.read('get-last-operation-state', cCount)
    const rewarding = await values.read('get-reward-distribution-status', distribution)
    const active = cycle['next-cycle-bitcoin-block-height'] !== 0
    const id = cycle['cycle-id']
    const ratio = await values.entry('ratio-used', clTuple({ 'cycle-id': clUint(id) }), used)
    const proposal = await values.entry(
      'proposed-ratio',
      clTuple({ 'cycle-id': clUint(id), user: clPrincipal(operator) }),
      proposed,
    )
    const opening = active ? await readOpeningHeight(client, contract) : null
    const tallies = requireValue(
      await readOperatorTallies(client, contract, operator, opening ?? 0),
    )

    const stacksHeight = rowsHeight(capabilities, {
      tip: tip.stacksHeight,
      opening,
      cycle: cycle['current-cycle-stacks-block-height'],
    })
    const block = requireValue(await askBlock(client, stacksHeight, { validBlocks: 1_000_000 }))
    const moment: ChainMoment = { stacksHeight, burnHeight: block.burn_block_height }
    const members = requireValue(await readMembersAt(client, index.store, moment))

    const snapshotsFinalized = active && operation >= 1
    const totals = {
      sats: await values.amount('current-cycle-total-sbtc'),
      microStx: await values.amount('current-cycle-total-stx'),
    }
    const holdings =
      snapshotsFinalized && !ratio ? await readContractHoldings(values, id, members, totals) : []
    const participants = members.map((member, position) => ({
      ...plannedParticipantOf(member, id, index.cursor.whitelist, {
        operator,
        counting: tallies.counting,
      }),
      ...holdings[position],
    }))
    const length = cycle['blocks-per-snapshot'] * cycle['snapshots-per-cycle']
    const blocksPerYear = await values.amount('bitcoin-blocks-per-year')
    return {
      burnHeight: tip.height,
      stacksHeight: tip.stacksHeight + 1,
      active,
      ...(!active && {
        deployedAt: requireValue(await askDeployedAt(client, contract)).block_height,
      }),
      cycle: {
        id,
        start: cycle['current-cycle-bitcoin-block-height'],
        nextStart: cycle['next-cycle-bitcoin-block-height'],
        snapshots: cycle['snapshots-per-cycle'],
        blocksPerSnapshot: cycle['blocks-per-snapshot'],
        participants: cycle['participants-count'],
      },
      snapshot: {
        index: snapshot['current-snapshot-index'],
        height: snapshot['current-snapshot-bitcoin-block-height'],
        stacksHeight: snapshot['current-snapshot-stacks-block-height'],
        captured: snapshot['current-snapshot-count'],
      },
      snapshotsFinalized,
      ...(ratio && { goldenRatio: ratio['used-ratio'] }),
      weightsComputed: await values.count('weights-computed-count'),
      weightsFinalized: active && operation >= 4,
      distributionEnabled: rewarding['is-distribution-enabled'],
      rewarded: rewarding['participants-rewarded-count'],
      distributionFinalized: active && operation >= 6,
      totals,
      maxPercentage: await values.amount('max-percentage-above-ratio'),
      cyclesPerYear: length === 0 ? 0n : blocksPerYear / BigInt(length),
      ...(proposal && {
        proposal: {
          ratio: proposal['golden-ratio'],
          counted: proposal['participants-counted'],
          satsAbove: proposal['sbtc-above'],
          satsEqual: proposal['sbtc-equal'],
        },
      }),
      talliedRatios: tallies.ratios.slice(0, -1),
      participants,
    }
  })

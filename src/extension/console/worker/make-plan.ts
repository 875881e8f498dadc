import { Cl, serializeCV } from '@stacks/transactions'
import * as v from 'valibot'
import { askContractCalls } from '../../../chain/stacks/api/contract-calls.ts'
import type { Capabilities } from '../../../chain/stacks/capabilities.ts'
import { clTuple, clUint, cCount } from '../../../chain/stacks/clarity.ts'
import type { StacksClient } from '../../../chain/stacks/client.ts'
import { memberRows, payoutNow, type MemberRow } from '../../../chain/stacks/console/member-rows.ts'
import { planStep } from '../../../chain/stacks/console/plan-step.ts'
import { presentValues } from '../../../chain/stacks/console/present-values.ts'
import { readPayout } from '../../../chain/stacks/console/read-payout.ts'
import {
  readOpeningHeight,
  readPlannerState,
} from '../../../chain/stacks/console/read-planner-state.ts'
import { readProposals } from '../../../chain/stacks/console/read-proposals.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import type { CycleReading } from '../../../chain/stacks/readings.ts'
import { batchLimits } from '../../../protocol/dual-stacking/batch-limits.ts'
import { BATCH_LIMIT } from '../../../protocol/dual-stacking/constants.ts'
import { reward, rewardCap } from '../../../protocol/dual-stacking/math/reward.ts'
import type {
  CycleState,
  PlannedArgument,
  PlannedCycleStep,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { IndexStore } from '../../storage/index-store.ts'
import { judgeProposals } from './judge-proposals.ts'
import type { CyclePlan } from './protocol.ts'
import { requireReached } from './unread-value.ts'

const SATS = 10n ** 8n

const hexOf = (argument: PlannedArgument): string =>
  serializeCV(
    argument.type === 'uint'
      ? Cl.uint(argument.value)
      : Cl.list(argument.value.map((each) => Cl.principal(each))),
  ).replace(/^0x/, '')

function phaseOf(state: CycleState, proposed: boolean): CycleReading['phase'] {
  if (!state.active) return 'inactive'
  if (!state.snapshotsFinalized) return 'snapshots'
  if (state.goldenRatio === undefined) return proposed ? 'ratio-proposed' : 'concluded'
  if (!state.weightsFinalized) return 'ratio-validated'
  if (!state.distributionEnabled) return 'weights'
  return state.distributionFinalized ? 'finalized' : 'distributing'
}

const cycleOf = (state: CycleState, proposed: boolean): CycleReading => ({
  id: state.cycle.id,
  startHeight: state.cycle.start,
  nextStartHeight: state.cycle.nextStart,
  snapshotsPerCycle: state.cycle.snapshots,
  blocksPerSnapshot: state.cycle.blocksPerSnapshot,
  bufferBlocks: 0,
  snapshotIndex: state.snapshot.index,
  snapshotHeight: state.snapshot.height,
  capturedCount: state.snapshot.captured,
  participantsCount: state.cycle.participants,
  phase: phaseOf(state, proposed),
})

/** Sats that paying these rows sends at most: one payment for each tracking address among them. */
function paysAtMost(
  step: PlannedCycleStep,
  state: CycleState,
  rows: readonly MemberRow[],
  { toDistribute, totalWeights }: { toDistribute: bigint | null; totalWeights: bigint | null },
): bigint | null {
  if (
    step.kind !== 'call' ||
    step.functionName !== 'distribute-rewards' ||
    toDistribute === null ||
    totalWeights === null
  )
    return null
  const named = new Set(step.args.flatMap((arg) => (arg.type === 'principals' ? arg.value : [])))
  const byTracking = new Map<string, bigint>()
  for (const [at, { address, trackingAddress }] of state.participants.entries()) {
    const weight = rows[at]!.weight ?? 0n
    if (named.has(address) && weight > (byTracking.get(trackingAddress) ?? -1n))
      byTracking.set(trackingAddress, weight)
  }
  return [...byTracking.values()].reduce(
    (sum, weight) => sum + reward(weight, toDistribute, totalWeights),
    0n,
  )
}

/** Sats of all captured participants so far; null before there are any. */
function totalOf(rows: readonly MemberRow[]): bigint | null {
  const captured = rows.flatMap(({ sats }) => sats ?? [])
  return captured.length === 0 ? null : captured.reduce((sum, sats) => sum + sats, 0n)
}

/** What the last call of this function cost, microSTX; null where none is known. */
async function lastFee(
  client: StacksClient,
  contract: string,
  step: PlannedCycleStep,
): Promise<bigint | null> {
  if (step.kind !== 'call') return null
  const page = await askContractCalls(
    client,
    contract,
    { name: step.functionName, limit: 1, offset: 0 },
    { validBlocks: 1 },
  )
  return page.ok ? (page.value.results[0]?.fee_rate ?? null) : null
}

const finalizedHeight = v.pipe(
  v.object({ 'stx-block-height': cCount }),
  v.transform((entry) => entry['stx-block-height']),
)

/**
 * Reads the running cycle and plans its next step; the index must be up to now. About 40 requests.
 */
export async function makePlan({
  client,
  deployment,
  capabilities,
  operator,
  index,
}: {
  client: StacksClient
  deployment: Deployment
  capabilities: Capabilities
  operator: string | null
  index: IndexStore
}): Promise<{ plan: CyclePlan; rows: MemberRow[] }> {
  const { contract } = deployment
  const state = requireReached(
    await readPlannerState(client, deployment, operator ?? contract.split('.')[0]!, {
      store: index,
      cursor: index.cursor(),
    }),
  )
  const live = capabilities.reads.includes('get-capture-window')
  const limits: Readonly<Record<string, number>> = batchLimits[live ? 'live' : 'v1']
  const step = requireReached(await planStep(client, state, { batchLimits: limits, live }))
  const payout = requireReached(await readPayout(client, deployment, state))
  const values = presentValues(client, contract)
  const tallied =
    state.active && state.snapshotsFinalized
      ? requireReached(
          await readProposals(
            client,
            contract,
            state.cycle.id,
            await readOpeningHeight(client, contract),
          ),
        )
      : []
  const finalizedAt = state.distributionFinalized
    ? await values.entry(
        'distribution-finalized-stx-block-height-when-called',
        clTuple({ 'cycle-id': clUint(state.cycle.id) }),
        finalizedHeight,
      )
    : null
  const records = new Map((await index.all()).map((record) => [record.address, record]))
  const { rows, totalWeights } = memberRows(state, records, payout)
  const fixed = payoutNow(payout, totalWeights)
  const judged = judgeProposals(state, tallied, operator)
  const cap =
    totalWeights === null || payout.rate === null
      ? null
      : rewardCap(payout.rate, totalWeights, payout.multiplier)
  const sats = (scaled: bigint | null) => (scaled === null ? null : scaled / SATS)
  const length = BigInt(state.cycle.snapshots * state.cycle.blocksPerSnapshot)
  const plan: CyclePlan = {
    operator,
    burnHeight: state.burnHeight,
    stacksHeight: state.stacksHeight - 1,
    cycle: cycleOf(state, tallied.length > 0),
    participants: state.participants.length,
    totalSats: totalOf(rows),
    step,
    batchLimit: step.kind === 'call' ? (limits[step.functionName] ?? BATCH_LIMIT) : BATCH_LIMIT,
    args: step.kind === 'call' ? step.args.map(hexOf) : [],
    paysSats: paysAtMost(step, state, rows, payout),
    feeMicroStx: await lastFee(client, contract, step),
    ...judged,
    canPropose:
      operator !== null &&
      state.active &&
      state.snapshotsFinalized &&
      state.goldenRatio === undefined,
    poolSats: payout.poolSats,
    capSats: sats(cap),
    toDistributeSats: sats(fixed),
    blocksPerYear: length === 0n ? null : state.cyclesPerYear * length,
    paid: {
      done: state.rewarded,
      total: state.cycle.participants,
      sats: rows.reduce((sum, row) => sum + (row.paidSats ?? 0n), 0n),
    },
    finalizedAt,
  }
  return { plan, rows }
}

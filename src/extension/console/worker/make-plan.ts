import * as v from 'valibot'
import type { Capabilities } from '../../../chain/stacks/capabilities.ts'
import { clTuple, clUint, cCount } from '../../../chain/stacks/clarity.ts'
import type { StacksClient } from '../../../chain/stacks/client.ts'
import { payoutNow, type MemberRow } from '../../../chain/stacks/console/member-rows.ts'
import { presentValues } from '../../../chain/stacks/console/present-values.ts'
import { readCyclePlan } from '../../../chain/stacks/console/read-cycle-plan.ts'
import { readLastFee } from '../../../chain/stacks/console/read-last-fee.ts'
import { readOpeningHeight } from '../../../chain/stacks/console/read-planner-state.ts'
import { readProposals } from '../../../chain/stacks/console/read-proposals.ts'
import type { IndexStore } from '../../../chain/stacks/contract-index/index-store.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import type { CycleReading } from '../../../chain/stacks/readings.ts'
import { BATCH_LIMIT } from '../../../protocol/dual-stacking/constants.ts'
import { rewardCap } from '../../../protocol/dual-stacking/math/reward.ts'
import type { CycleState } from '../../../protocol/dual-stacking/planner/index.ts'
import { judgeProposals } from './judge-proposals.ts'
import type { CyclePlan } from './protocol.ts'
import { requireReached } from './unread-value.ts'

const SATS = 10n ** 8n

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

/** Sats of all captured participants so far; null before there are any. */
function totalOf(rows: readonly MemberRow[]): bigint | null {
  const captured = rows.flatMap(({ sats }) => sats ?? [])
  return captured.length === 0 ? null : captured.reduce((sum, sats) => sum + sats, 0n)
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
  const read = requireReached(
    await readCyclePlan(client, deployment, {
      capabilities,
      operator: operator ?? contract.split('.')[0]!,
      index,
    }),
  )
  const { state, step, limits, payout, rows, totalWeights, args, paysSats } = read
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
    args,
    paysSats,
    feeMicroStx:
      step.kind === 'call' ? await readLastFee(client, contract, step.functionName) : null,
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

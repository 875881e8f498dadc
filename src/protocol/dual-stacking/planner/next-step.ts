import { BATCH_LIMIT } from '../constants.ts'
import { captureWindowEnd } from './capture-window.ts'
import type {
  CycleState,
  FirstStacksBlock,
  PlannedParticipant,
  PlannedCycleStep,
} from './cycle-state.ts'
import type { KeeperFunction } from './keeper-checks.ts'
import {
  callStep,
  principalsArgument,
  stuckStep,
  uintArgument,
  type PlanBatch,
} from './planned-step.ts'
import { ratioStep } from './ratio-step.ts'

/** How the planner fits a network and a build of the contract. */
export interface PlannerOptions {
  /** Longest list per function, where a network's cost limits allow fewer than 900. */
  batchLimits?: Readonly<Partial<Record<KeeperFunction, number>>>
  /**
   * The contract is the build that captures live: its last snapshot stays open until the capture
   * window closes (docs/contract-live.md).
   */
  live?: boolean
}

/**
 * The next permissionless call of a cycle [dual-stacking 1.5], what it waits for, or why nothing
 * helps. Pure: asked again after any interruption it continues where the chain is, and overdue
 * cycles are caught up one after another.
 */
export function nextStep(
  state: CycleState,
  firstStacksBlock: FirstStacksBlock,
  { batchLimits = {}, live = false }: PlannerOptions = {},
): PlannedCycleStep {
  const { cycle } = state
  // One order for all phases, however the list was read: of rows that share a tracking address the
  // first decides [dual-stacking 8.1.12].
  const rows = state.participants.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  const batch: PlanBatch = (functionName, missing, done) => {
    // Never more than the contract still counts: an equality that is overshot holds the cycle for
    // ever [dual-stacking Q1, Q5].
    const length = Math.min(batchLimits[functionName] ?? BATCH_LIMIT, cycle.participants - done)
    return callStep(functionName, [principalsArgument(missing.slice(0, length))], {
      done,
      total: cycle.participants,
    })
  }
  if (!state.active) return initializeStep(state, firstStacksBlock)
  if (!state.snapshotsFinalized) return snapshotStep(state, rows, { firstStacksBlock, batch, live })
  // A row that was never captured has no holding: a tally or a weighing that names it aborts.
  const captured = rows.filter(({ capturedIn }) => capturedIn !== undefined)
  if (state.goldenRatio === undefined) return ratioStep(state, captured, batch)
  const { weightless, unweighed } = weightsMissing(captured)
  if (!state.weightsFinalized) {
    if (state.weightsComputed === cycle.participants) return callStep('finalize-weight-computation')
    if (unweighed.length === 0 || state.weightsComputed > cycle.participants)
      return countDiffers('weights', state.weightsComputed, cycle.participants)
    return batch('calculate-participant-weights', unweighed, state.weightsComputed)
  }
  // Repetitions can fill the count while someone has no weight [dual-stacking Q5]; after it is
  // final they can still get it.
  if (weightless.length > 0 && !state.distributionFinalized) {
    return callStep('calculate-participant-weights', [
      principalsArgument(
        weightless.slice(0, batchLimits['calculate-participant-weights'] ?? BATCH_LIMIT),
      ),
    ])
  }
  if (!state.distributionEnabled)
    return state.cyclesPerYear === 0n
      ? stuckStep({ code: 'cycle-longer-than-year' })
      : callStep('set-is-distribution-enabled')
  if (!state.distributionFinalized) return rewardStep(state, captured, batch)
  return atBitcoinHeight(state, cycle.nextStart, 'advance-to-next-cycle', firstStacksBlock)
}

function initializeStep(state: CycleState, firstStacksBlock: FirstStacksBlock): PlannedCycleStep {
  const block = firstStacksBlock(state.cycle.start)
  if (block !== undefined && state.deployedAt !== undefined && block < state.deployedAt)
    return stuckStep({ code: 'starts-before-deployment' })
  return atBitcoinHeight(state, state.cycle.start, 'initialize-contract', firstStacksBlock)
}

function snapshotStep(
  state: CycleState,
  rows: readonly PlannedParticipant[],
  {
    firstStacksBlock,
    batch,
    live,
  }: { firstStacksBlock: FirstStacksBlock; batch: PlanBatch; live: boolean },
): PlannedCycleStep {
  const { cycle, snapshot } = state
  if (snapshot.captured !== cycle.participants) {
    const missing = rows.filter(({ capturedIn }) => capturedIn !== snapshot.index)
    if (missing.length === 0 || snapshot.captured > cycle.participants)
      return countDiffers('capture', snapshot.captured, cycle.participants)
    if (snapshot.stacksHeight >= state.stacksHeight)
      return { kind: 'wait-stacks', next: 'capture-snapshot-balances' }
    // A whitelisted row records no STX for a stacking address that it shares, if it comes first
    // [dual-stacking Q7].
    return batch(
      'capture-snapshot-balances',
      missing.toSorted((a, b) => Number(a.whitelisted ?? false) - Number(b.whitelisted ?? false)),
      snapshot.captured,
    )
  }
  if (snapshot.index + 1 === cycle.snapshots) {
    const end = captureWindowEnd(snapshot.height, cycle.blocksPerSnapshot)
    return live && state.burnHeight < end
      ? { kind: 'wait-burn', height: end, next: 'finalize-snapshots' }
      : callStep('finalize-snapshots')
  }
  const height = snapshot.height + cycle.blocksPerSnapshot
  if (snapshot.index + 1 > cycle.snapshots || height >= cycle.nextStart)
    return stuckStep({ code: 'misconfigured' })
  return atBitcoinHeight(state, height, 'advance-to-next-snapshot', firstStacksBlock)
}

/**
 * Rows to weigh: first those whose tracking address has no weight, then those that only raise the
 * count, which each may do once [dual-stacking Q5].
 */
function weightsMissing(captured: readonly PlannedParticipant[]) {
  const weighed = new Set(
    captured.filter((row) => row.weighed).map(({ trackingAddress }) => trackingAddress),
  )
  const open = captured.filter((row) => !row.weighed)
  const weightless = open.filter(({ trackingAddress }) => !weighed.has(trackingAddress))
  return {
    weightless,
    unweighed: [
      ...weightless,
      ...open.filter(({ trackingAddress }) => weighed.has(trackingAddress)),
    ],
  }
}

function rewardStep(
  state: CycleState,
  captured: readonly PlannedParticipant[],
  batch: PlanBatch,
): PlannedCycleStep {
  const { cycle } = state
  if (state.rewarded === cycle.participants) return callStep('finalize-reward-distribution')
  const unpaid = captured.filter(({ rewarded }) => !rewarded)
  // With no sBTC in the whole cycle one call counts everyone at once, whatever its list; the build
  // that captures live still wants everyone in one.
  if (state.totals.sats === 0n) return batch('distribute-rewards', unpaid, state.rewarded)
  if (unpaid.length === 0 || state.rewarded > cycle.participants)
    return countDiffers('rewards', state.rewarded, cycle.participants)
  return batch('distribute-rewards', unpaid, state.rewarded)
}

function atBitcoinHeight(
  state: CycleState,
  height: number,
  functionName: KeeperFunction,
  firstStacksBlock: FirstStacksBlock,
): PlannedCycleStep {
  if (state.burnHeight < height) return { kind: 'wait-burn', height, next: functionName }
  const block = firstStacksBlock(height)
  // A block must be complete before the state after it can be read.
  if (block === undefined || block >= state.stacksHeight)
    return { kind: 'wait-stacks', next: functionName }
  return callStep(functionName, [uintArgument(BigInt(block))])
}

const countDiffers = (
  phase: 'capture' | 'weights' | 'rewards',
  counted: number,
  expected: number,
): PlannedCycleStep => stuckStep({ code: 'count-differs', phase, counted, expected })

import { BATCH_LIMIT, SCALE } from '../constants.ts'
import { chooseProposal } from './proposal.ts'
import type { CycleState, FirstStacksBlock, PlannedArgument, PlannedParticipant, Progress, Step } from './state.ts'

export interface PlannerOptions {
  /** Longest list per function, where a network's cost limits allow fewer than 900. */
  batchLimits?: Readonly<Record<string, number>>
}

/**
 * The next permissionless call of a cycle (spec 1.5), what it waits for, or why nothing helps. Pure: asked again after any interruption it continues where
 * the chain is, and overdue cycles are caught up one after another.
 */
export function nextStep(state: CycleState, firstStacksBlock: FirstStacksBlock, { batchLimits = {} }: PlannerOptions = {}): Step {
  const batch = (functionName: string, rows: readonly PlannedParticipant[], progress: Progress): Step =>
    call(functionName, [principals(rows.slice(0, batchLimits[functionName] ?? BATCH_LIMIT).map(({ address }) => address))], progress)
  const { cycle, participants } = state
  if (!state.active) return atBitcoinHeight(state, cycle.start, 'initialize-contract', firstStacksBlock)
  if (!state.snapshotsFinalized) return snapshotStep(state, firstStacksBlock, batch)
  if (state.goldenRatio === undefined) return ratioStep(state, batch)
  if (!state.weightsFinalized) {
    const missing = participants.filter(({ weighed }) => !weighed)
    if (state.weightsComputed === cycle.participants) return call('finalize-weight-computation')
    if (missing.length === 0 || state.weightsComputed > cycle.participants) return countDiffers('weights', state.weightsComputed, cycle.participants)
    return batch('calculate-participant-weights', missing, { done: state.weightsComputed, total: cycle.participants })
  }
  if (!state.distributionEnabled) return state.cyclesPerYear === 0n ? stuck({ code: 'cycle-longer-than-year' }) : call('set-is-distribution-enabled')
  if (!state.distributionFinalized) {
    if (state.rewarded === cycle.participants) return call('finalize-reward-distribution')
    // With no sBTC in the whole cycle one call counts everybody at once, whatever its list.
    if (state.totals.sats === 0n) return call('distribute-rewards', [principals([])], { done: state.rewarded, total: cycle.participants })
    const unpaid = participants.filter(({ rewarded }) => !rewarded)
    if (unpaid.length === 0 || state.rewarded > cycle.participants) return countDiffers('rewards', state.rewarded, cycle.participants)
    return batch('distribute-rewards', unpaid, { done: state.rewarded, total: cycle.participants })
  }
  return atBitcoinHeight(state, cycle.nextStart, 'advance-to-next-cycle', firstStacksBlock)
}

type Batch = (functionName: string, rows: readonly PlannedParticipant[], progress: Progress) => Step

function snapshotStep(state: CycleState, firstStacksBlock: FirstStacksBlock, batch: Batch): Step {
  const { cycle, snapshot } = state
  if (snapshot.captured !== cycle.participants) {
    const missing = state.participants.filter(({ capturedIn }) => capturedIn !== snapshot.index)
    if (missing.length === 0 || snapshot.captured > cycle.participants) return countDiffers('capture', snapshot.captured, cycle.participants)
    if (snapshot.stacksHeight >= state.stacksHeight) return { kind: 'wait-stacks', next: 'capture-snapshot-balances' }
    return batch('capture-snapshot-balances', missing, { done: snapshot.captured, total: cycle.participants })
  }
  if (snapshot.index + 1 === cycle.snapshots) return call('finalize-snapshots')
  const height = snapshot.height + cycle.blocksPerSnapshot
  if (snapshot.index + 1 > cycle.snapshots || height >= cycle.nextStart) return stuck({ code: 'misconfigured' })
  return atBitcoinHeight(state, height, 'advance-to-next-snapshot', firstStacksBlock)
}

function ratioStep(state: CycleState, batch: Batch): Step {
  const { cycle, proposal } = state
  const wanted = cycle.participants === 0 || state.totals.microStx === 0n ? { accepted: (ratio: bigint) => ratio === SCALE, propose: SCALE } : chooseProposal(state)
  if (wanted.propose === undefined && proposal === undefined) return stuck({ code: 'no-valid-ratio' })
  if (proposal === undefined) return propose('propose-golden-ratio', wanted.propose!)
  const missing = state.participants.filter(({ tallied }) => !tallied)
  const complete = proposal.counted === cycle.participants
  // Marks of an earlier tally of the same value survive: such a proposal can never be completed (Q6).
  const spent = !complete && missing.length === 0
  if (!wanted.accepted(proposal.ratio) || spent) {
    if (wanted.propose === undefined) return stuck({ code: 'no-valid-ratio' })
    const used = (ratio: bigint) => ratio === proposal.ratio || state.talliedRatios.includes(ratio)
    const next = used(wanted.propose) ? wanted.another?.(used) : wanted.propose
    return next === undefined ? stuck({ code: 'ratio-used-up' }) : propose('change-proposed-golden-ratio', next)
  }
  if (complete) return call('validate-ratio')
  return batch('tally-participant-ratios', missing, { done: proposal.counted, total: cycle.participants })
}

function atBitcoinHeight(state: CycleState, height: number, functionName: string, firstStacksBlock: FirstStacksBlock): Step {
  if (state.burnHeight < height) return { kind: 'wait-burn', height, next: functionName }
  const block = firstStacksBlock(height)
  // A block must be complete before the state after it can be read.
  if (block === undefined || block >= state.stacksHeight) return { kind: 'wait-stacks', next: functionName }
  return call(functionName, [uint(BigInt(block))])
}

const call = (functionName: string, args: PlannedArgument[] = [], progress?: Progress): Step => ({ kind: 'call', functionName, args, ...(progress && { progress }) })
const propose = (functionName: string, ratio: bigint): Step => call(functionName, [uint(ratio)])
const uint = (value: bigint): PlannedArgument => ({ type: 'uint', value })
const principals = (value: string[]): PlannedArgument => ({ type: 'principals', value })
const stuck = (reason: Extract<Step, { kind: 'stuck' }>['reason']): Step => ({ kind: 'stuck', reason })
const countDiffers = (phase: 'capture' | 'weights' | 'rewards', counted: number, expected: number): Step =>
  stuck({ code: 'count-differs', phase, counted, expected })

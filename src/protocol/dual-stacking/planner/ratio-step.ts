import { SCALE } from '../constants.ts'
import { ratioVerdict } from '../math/ratio.ts'
import { chooseProposal, type ProposalChoice } from './choose-proposal.ts'
import type { CycleState, PlannedParticipant, PlannedCycleStep } from './cycle-state.ts'
import { callStep, stuckStep, uintArgument, type PlanBatch } from './planned-step.ts'

/**
 * Proposes, tallies and validates a golden ratio under the operator's own key [dual-stacking 4.6].
 */
export function ratioStep(
  state: CycleState,
  captured: readonly PlannedParticipant[],
  batch: PlanBatch,
): PlannedCycleStep {
  const { cycle, proposal } = state
  const wanted =
    cycle.participants === 0 || state.totals.microStx === 0n
      ? withoutStx
      : chooseProposal(state, captured)
  if (proposal === undefined)
    return wanted.propose === undefined
      ? stuckStep({ code: 'no-valid-ratio' })
      : callStep('propose-golden-ratio', [uintArgument(wanted.propose)])
  if (proposal.counted === cycle.participants) {
    // The contract's own tally decides: rows that share a tracking address may have been tallied in
    // another order.
    if (passes(state, proposal)) return callStep('validate-ratio')
    return changeTo(state, wanted, proposal.ratio)
  }
  const missing = captured.filter(({ tallied }) => !tallied)
  // Marks of an earlier tally of the same value survive: such a proposal can never be completed
  // [dual-stacking Q6].
  if (missing.length === 0 || !wanted.accepts(proposal.ratio))
    return changeTo(state, wanted, proposal.ratio)
  return batch('tally-participant-ratios', missing, proposal.counted)
}

function changeTo(state: CycleState, wanted: ProposalChoice, present: bigint): PlannedCycleStep {
  if (wanted.propose === undefined) return stuckStep({ code: 'no-valid-ratio' })
  const next = wanted.unused(new Set([...state.talliedRatios, present]))
  return next === undefined
    ? stuckStep({ code: 'ratio-used-up' })
    : callStep('change-proposed-golden-ratio', [uintArgument(next)])
}

function passes(
  { totals, maxPercentage }: CycleState,
  { ratio, satsAbove, satsEqual }: NonNullable<CycleState['proposal']>,
): boolean {
  return (
    ratioVerdict({
      proposal: ratio,
      totalSats: totals.sats,
      totalMicroStx: totals.microStx,
      satsAbove,
      satsEqual,
      maxPercentage,
    }) === 'ok'
  )
}

const withoutStx: ProposalChoice = {
  propose: SCALE,
  accepts: (ratio) => ratio === SCALE,
  unused: (used) => (used.has(SCALE) ? undefined : SCALE),
}

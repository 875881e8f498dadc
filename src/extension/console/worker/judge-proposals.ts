import type { TalliedProposal } from '../../../chain/stacks/console/read-proposals.ts'
import { SCALE } from '../../../protocol/dual-stacking/constants.ts'
import { chooseProposal } from '../../../protocol/dual-stacking/planner/choose-proposal.ts'
import type { CycleState } from '../../../protocol/dual-stacking/planner/index.ts'
import type { CyclePlan } from './protocol.ts'

const share = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (part * SCALE) / whole)

/**
 * The golden ratio that passes with these participants, and what becomes of each that was proposed.
 * Null: not known before the snapshots are concluded.
 */
export function judgeProposals(
  state: CycleState,
  proposals: readonly TalliedProposal[],
  operator: string | null,
): Pick<CyclePlan, 'proposals' | 'suggested'> {
  const { totals, goldenRatio, cycle } = state
  const open = state.snapshotsFinalized && goldenRatio === undefined
  const withoutStx = totals.microStx === 0n
  const captured = state.participants.filter(({ capturedIn }) => capturedIn !== undefined)
  const wanted = open && !withoutStx ? chooseProposal(state, captured) : null
  const suggested = open && withoutStx ? SCALE : (wanted?.propose ?? null)
  const verdictOf = (ratio: bigint): CyclePlan['proposals'][number]['verdict'] => {
    if (goldenRatio !== undefined) return ratio === goldenRatio ? 'passed' : 'unknown'
    if (!open || suggested === null) return 'unknown'
    if (withoutStx) return ratio === SCALE ? 'will-pass' : 'zero-stx'
    if (wanted!.accepts(ratio)) return 'will-pass'
    return ratio < suggested ? 'too-low' : 'too-high'
  }
  return {
    suggested,
    proposals: proposals.map(({ proposer, ratio, counted, satsAbove, satsEqual }) => ({
      proposer,
      own: proposer === operator,
      ratio,
      counted,
      participants: cycle.participants,
      shareAbove: share(satsAbove, totals.sats),
      shareAtOrAbove: share(satsAbove + satsEqual, totals.sats),
      verdict: verdictOf(ratio),
    })),
  }
}

import { reward } from '../../../protocol/dual-stacking/math/reward.ts'
import type { CycleState, PlannedCycleStep } from '../../../protocol/dual-stacking/planner/index.ts'
import type { MemberRow } from './member-rows.ts'

/**
 * Sats that a planned payment sends at most: one payment for each tracking address among its rows.
 * Null for every other step, and while weights or the amount are not known.
 */
export function paysAtMost(
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

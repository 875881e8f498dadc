import type { CycleOutcome } from './cycle-outcome.ts'
import type { Parameters, SoFar } from './parameters.ts'

/** What a projection took for granted; the views put it into words. */
export type Assumption =
  /** The golden ratio of that cycle stays; null: the user chose it. */
  | { code: 'golden-ratio'; cycle: number | null }
  /** The holdings stay the same at every snapshot of a whole cycle. */
  | { code: 'constant-holdings'; snapshots: bigint }
  /**
   * The running cycle: what was captured so far counts, and the holdings stay the same for the
   * snapshots that remain.
   */
  | { code: 'captured-so-far'; remaining: bigint }
  /** Everyone else's weights stay as in that cycle. */
  | { code: 'total-weights'; cycle: number | null }
  /** No one adds to the pool or takes from it until it is read. */
  | { code: 'pool-stays' }
  /** What limits the payment. */
  | { code: 'limited-by'; limit: 'pool' | 'cap' }
  /** Needed for rewards and rates, and unknown. */
  | { code: 'unknown'; value: 'apr' | 'blocksPerYear' | 'poolSats' | 'totalWeights' }
  /** SBTC in DeFi protocols has the full boost [dual-stacking 9.1]. */
  | { code: 'defi-fully-boosted' }
  /** The formulas are those of this version. */
  | { code: 'rules'; family: 'v1' | 'v2' }
  /** The version's own formula is not published. */
  | { code: 'estimate-by-v2-rules' }

/** The assumptions behind an outcome. */
export function assumptionsOf(
  parameters: Parameters,
  outcome: CycleOutcome,
  soFar?: SoFar,
): Assumption[] {
  const { family, goldenRatio, snapshotsPerCycle, totalWeights, poolSats } = parameters
  const assumptions: Assumption[] = [
    { code: 'golden-ratio', cycle: goldenRatio.cycle },
    { code: 'constant-holdings', snapshots: snapshotsPerCycle },
  ]
  if (soFar !== undefined) assumptions.push({ code: 'captured-so-far', remaining: soFar.remaining })
  for (const value of ['apr', 'blocksPerYear', 'poolSats', 'totalWeights'] as const)
    if (parameters[value] === null) assumptions.push({ code: 'unknown', value })
  if (totalWeights !== null) assumptions.push({ code: 'total-weights', cycle: totalWeights.cycle })
  if (poolSats !== null) assumptions.push({ code: 'pool-stays' })
  if (outcome.limit !== null) assumptions.push({ code: 'limited-by', limit: outcome.limit })
  if (outcome.defiSats > 0n) assumptions.push({ code: 'defi-fully-boosted' })
  assumptions.push(family === 'v3' ? { code: 'estimate-by-v2-rules' } : { code: 'rules', family })
  return assumptions
}

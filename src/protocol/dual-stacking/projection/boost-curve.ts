import { microStxFor } from './boost-steps.ts'
import { maxBoost } from './boost.ts'
import { cycleOutcomeOf } from './cycle-outcome.ts'
import type { Holdings, Parameters } from './parameters.ts'

/**
 * Boost (scaled by 10^8) and reward of a cycle (sats; null when unknown) at an amount of stacked
 * STX.
 */
export interface CurvePoint {
  microStx: bigint
  boost: bigint
  rewardSats: bigint | null
}

/**
 * Where the curve ends by default: an eighth beyond the maximum, and beyond the actual and the
 * hypothetical holdings.
 */
export function curveEnd(parameters: Parameters, holdings: Holdings, ...others: bigint[]): bigint {
  const maximum = microStxFor(parameters, holdings, maxBoost(parameters)) ?? 0n
  return [holdings.microStx, ...others].reduce(
    (end, microStx) => (microStx > end ? microStx : end),
    maximum + maximum / 8n,
  )
}

/**
 * The boost over stacked microSTX from 0 to `end`, in `points` evenly spaced points (2 or more).
 */
export function boostCurve(
  parameters: Parameters,
  holdings: Holdings,
  others: bigint | null,
  { end, points }: { end: bigint; points: number },
): CurvePoint[] {
  return Array.from({ length: points }, (_, index) => {
    const microStx = (end * BigInt(index)) / BigInt(points - 1)
    const { boost, rewardSats } = cycleOutcomeOf(parameters, { ...holdings, microStx }, others)
    return { microStx, boost, rewardSats }
  })
}

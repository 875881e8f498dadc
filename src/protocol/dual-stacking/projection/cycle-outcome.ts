import { boostOf, type Boost } from './boost.ts'
import { cycleSumsOf, type Holdings, type Parameters, type SoFar } from './parameters.ts'
import { payoutOf, type Payout } from './payout.ts'

/** What some holdings bring in a cycle. */
export interface CycleOutcome extends Boost, Payout {
  /** The holdings, per snapshot. */
  sats: bigint
  defiSats: bigint
  microStx: bigint
}

/**
 * What holding this through a cycle (or through the rest of the running one) brings; `others`: all
 * others' weights, null when unknown.
 */
export function cycleOutcomeOf(
  parameters: Parameters,
  holdings: Holdings,
  others: bigint | null,
  soFar?: SoFar,
): CycleOutcome {
  const sums = cycleSumsOf(holdings, parameters, soFar)
  const boost = boostOf(parameters, sums)
  return {
    ...boost,
    ...payoutOf(parameters, boost, sums, others),
    sats: holdings.sats,
    defiSats: holdings.defiSats ?? 0n,
    microStx: holdings.microStx,
  }
}

/**
 * Everyone else's weights: the total without the holder's own part, which is what they have now
 * unless it is known.
 */
export function othersWeight(parameters: Parameters, holdings: Holdings): bigint | null {
  if (parameters.totalWeights === null) return null
  const { weights, ofHolder } = parameters.totalWeights
  const own = ofHolder ?? boostOf(parameters, cycleSumsOf(holdings, parameters)).weight
  return weights > own ? weights - own : 0n
}

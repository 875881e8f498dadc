import { SCALE, SQRT_SCALE } from '../constants.ts'
import { ceil, maxBoost, rootFor, smallestMicroStx } from './boost.ts'
import { cycleOutcomeOf, type CycleOutcome } from './cycle-outcome.ts'
import { cycleSumsOf, type Holdings, type Parameters, type SoFar } from './parameters.ts'

/** A step up in stacked STX and what it brings. */
export interface BoostStep extends CycleOutcome {
  /** USTX to stack in addition. */
  addMicroStx: bigint
  /** Sats that it earns in a cycle beyond what the holdings earn already; null when unknown. */
  addRewardSats: bigint | null
}

/**
 * Where a step starts: the outcome `now` of these holdings. `others`: the weights of all other
 * participants together; null when unknown.
 */
export interface StepStart {
  parameters: Parameters
  holdings: Holdings
  others: bigint | null
  now: CycleOutcome
}

/** Boost to gain in the steps that a holder is shown, scaled by 10^8. */
export const TENTH = SCALE / 10n
export const HALF = SCALE / 2n

/**
 * The least uSTX to hold (at every snapshot to come) for a boost of at least `boost`, scaled by
 * 10^8; undefined when no amount gives it, or when no snapshot is to come.
 */
export function microStxFor(
  parameters: Parameters,
  holdings: Holdings,
  boost: bigint,
  soFar?: SoFar,
): bigint | undefined {
  const root = rootFor(parameters, boost)
  const remaining = soFar?.remaining ?? parameters.snapshotsPerCycle
  const sums = cycleSumsOf({ ...holdings, microStx: 0n }, parameters, soFar)
  if (root > SQRT_SCALE || remaining === 0n || sums.sats === 0n || sums.whitelisted)
    return undefined
  const missing = smallestMicroStx(parameters, sums.sats, root) - sums.microStx
  return missing > 0n ? ceil(missing, remaining) : 0n
}

/**
 * The step to a boost of at least `boost`; undefined when the holdings have it already or no amount
 * gives it.
 */
export function stepTo(
  { parameters, holdings, others, now }: StepStart,
  boost: bigint,
): BoostStep | undefined {
  const microStx = now.boost >= boost ? undefined : microStxFor(parameters, holdings, boost)
  if (microStx === undefined) return undefined
  const outcome = cycleOutcomeOf(parameters, { ...holdings, microStx }, others)
  return {
    ...outcome,
    addMicroStx: microStx - holdings.microStx,
    addRewardSats:
      outcome.rewardSats === null || now.rewardSats === null
        ? null
        : outcome.rewardSats - now.rewardSats,
  }
}

/**
 * The step that brings `more` boost, scaled by 10^8; undefined when the maximum is nearer than
 * that.
 */
export const stepBy = (start: StepStart, more: bigint): BoostStep | undefined =>
  stepTo(start, start.now.boost + more)

/** The step to the largest boost. */
export const stepToMaximum = (start: StepStart): BoostStep | undefined =>
  stepTo(start, maxBoost(start.parameters))

import { assumptionsOf, type Assumption } from './assumptions.ts'
import { boostCurve, curveEnd, type CurvePoint } from './boost-curve.ts'
import { HALF, TENTH, stepBy, stepToMaximum, type BoostStep } from './boost-steps.ts'
import { maxBoost } from './boost.ts'
import { cycleOutcomeOf, othersWeight, type CycleOutcome } from './cycle-outcome.ts'
import type { Holdings, Parameters, SoFar } from './parameters.ts'
import { cycleRate, scaledCyclesPerYear } from './payout.ts'

/** Hypothetical values; whatever is left out stays unchanged. */
export interface WhatIf {
  sats?: bigint
  defiSats?: bigint
  microStx?: bigint
  goldenRatio?: bigint
}

/** Input of `project`: the contract’s parameters, the holdings, and what to vary. */
export interface ProjectionRequest {
  parameters: Parameters
  holdings: Holdings
  /** The running cycle, where its sums are known. */
  soFar?: SoFar
  whatIf?: WhatIf
  /** Points of the boost curve, 0 (none) or 2 and more. */
  curvePoints?: number
  /** USTX at which the curve ends; by default an eighth beyond the maximum. */
  curveEnd?: bigint
}

/**
 * Holding this through a whole cycle, through the rest of the running one, and the steps up from
 * there.
 */
export interface HoldingsProjection {
  /** A whole cycle with these holdings. */
  cycle: CycleOutcome
  /**
   * The running cycle: what was captured and these holdings for the rest; null when the captured
   * sums are unknown.
   */
  thisCycle: CycleOutcome | null
  /**
   * 0.1 and 0.5 more boost, and the largest; null where that is more than the largest, or reached.
   */
  nextTenth: BoostStep | null
  nextHalf: BoostStep | null
  maximum: BoostStep | null
  /** The next step worth showing: half a boost more, or what is left to the largest. */
  next: BoostStep | null
  assumptions: Assumption[]
}

/**
 * What a holding earns: at present, with hypothetical changes, and for more stacked STX. Rewards
 * are sats, ratios and boosts are scaled by 10^8; null: not known.
 */
export interface Projection extends HoldingsProjection {
  maxBoost: bigint
  /** Scaled by 10^8. */
  cyclesPerYear: bigint | null
  /** Rate of one cycle, scaled by 10^8. */
  cycleRate: bigint | null
  curve: CurvePoint[]
  /** The same with the hypothetical changes, and their difference in a cycle's reward. */
  whatIf: (HoldingsProjection & { changeSats: bigint | null }) | null
}

/**
 * Everything that is shown to a holder about a cycle, floor for floor by the contract's formulas
 * [dual-stacking 6, 9.1].
 */
export function project({
  parameters,
  holdings,
  soFar,
  whatIf,
  curvePoints = 0,
  curveEnd: end,
}: ProjectionRequest): Projection {
  const others = othersWeight(parameters, holdings)
  const now = projectHoldings(parameters, holdings, others, soFar)
  const changed =
    whatIf &&
    projectHoldings(
      withRatio(parameters, whatIf.goldenRatio),
      withChanges(holdings, whatIf),
      others,
      soFar,
    )
  return {
    ...now,
    maxBoost: maxBoost(parameters),
    cyclesPerYear: scaledCyclesPerYear(parameters),
    cycleRate: cycleRate(parameters),
    curve:
      curvePoints < 2
        ? []
        : boostCurve(parameters, holdings, others, {
            end: end ?? curveEnd(parameters, holdings, whatIf?.microStx ?? 0n),
            points: curvePoints,
          }),
    whatIf: changed
      ? { ...changed, changeSats: difference(changed.cycle.rewardSats, now.cycle.rewardSats) }
      : null,
  }
}

function projectHoldings(
  parameters: Parameters,
  holdings: Holdings,
  others: bigint | null,
  soFar: SoFar | undefined,
): HoldingsProjection {
  const cycle = cycleOutcomeOf(parameters, holdings, others)
  const from = { parameters, holdings, others, now: cycle }
  const nextHalf = stepBy(from, HALF) ?? null
  const maximum = stepToMaximum(from) ?? null
  return {
    cycle,
    thisCycle: soFar ? cycleOutcomeOf(parameters, holdings, others, soFar) : null,
    nextTenth: stepBy(from, TENTH) ?? null,
    nextHalf,
    maximum,
    next: nextHalf ?? maximum,
    assumptions: assumptionsOf(parameters, cycle, soFar),
  }
}

const withRatio = (parameters: Parameters, ratio: bigint | undefined): Parameters =>
  ratio === undefined ? parameters : { ...parameters, goldenRatio: { ratio, cycle: null } }

const withChanges = (
  holdings: Holdings,
  { sats = holdings.sats, defiSats = holdings.defiSats, microStx = holdings.microStx }: WhatIf,
): Holdings => ({
  ...holdings,
  sats,
  microStx,
  ...(defiSats === undefined ? {} : { defiSats }),
})

const difference = (after: bigint | null, before: bigint | null): bigint | null =>
  after === null || before === null ? null : after - before

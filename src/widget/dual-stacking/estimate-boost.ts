import {
  HALF,
  stepBy,
  stepToMaximum,
  type BoostStep,
} from '../../protocol/dual-stacking/projection/boost-steps.ts'
import {
  cycleOutcomeOf,
  type CycleOutcome,
} from '../../protocol/dual-stacking/projection/cycle-outcome.ts'
import type { Holdings, Parameters } from '../../protocol/dual-stacking/projection/parameters.ts'
import type { BoostFigures } from './figures.ts'

export interface BoostQuestion {
  sats: bigint
  microStx: bigint
  figures: BoostFigures
}

/**
 * What the calculator says; undefined is not known. Boost and rate scaled by 10^8, sats of one
 * cycle, microSTX.
 */
export interface BoostEstimate {
  boost?: bigint
  rewardSats?: bigint
  yearlyRate?: bigint
  /** What limits the payment; undefined: calculated with a full pool. */
  limit?: 'pool' | 'cap'
  nextHalf?: { addMicroStx: bigint }
  maximum?: { boost: bigint; microStx: bigint }
}

/** What amounts give in a cycle as they are, with half a boost more, and at most. */
interface Outcome {
  now: CycleOutcome
  next: BoostStep | undefined
  most: BoostStep | undefined
}

/**
 * What the amounts give; undefined: nothing can be calculated, also because a host or a snapshot
 * tells figures on which the contract itself would stop.
 */
function outcomeOf({ sats, microStx, figures }: BoostQuestion): Outcome | undefined {
  if (figures.life === 'ended' || figures.goldenRatio === undefined || sats === 0n) return undefined
  const parameters: Parameters = {
    ...figures,
    snapshotsPerCycle: figures.snapshots,
    goldenRatio: { ratio: figures.goldenRatio, cycle: figures.cycle ?? null },
    poolSats: figures.poolSats ?? null,
    totalWeights: null,
  }
  const holdings: Holdings = { sats, microStx }
  // A visitor counts as a newcomer: the known weights belong to all others.
  const others = figures.totalWeights ?? null
  try {
    const now = cycleOutcomeOf(parameters, holdings, others)
    const start = { parameters, holdings, others, now }
    return { now, next: stepBy(start, HALF), most: stepToMaximum(start) }
  } catch {
    return undefined
  }
}

/**
 * The projection that the calculator shows, by the contract's formulas: with pool and weights where
 * they are known, else as if the pool were full. A programme that has ended pays nothing.
 */
export function estimateBoost(question: BoostQuestion): BoostEstimate {
  const outcome = outcomeOf(question)
  if (!outcome) return {}
  const { now, next, most } = outcome
  const paid = now.rewardSats === null ? now.fullPool : now
  return {
    boost: now.boost,
    rewardSats: paid?.rewardSats ?? undefined,
    yearlyRate: paid?.yearlyRate ?? undefined,
    limit: now.limit ?? undefined,
    ...(next && { nextHalf: { addMicroStx: next.addMicroStx } }),
    ...(most && { maximum: { boost: most.boost, microStx: most.microStx } }),
  }
}

const toText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each))

/** Whether something is the very estimate that is calculated here: one takes no millisecond. */
export const isBoostEstimate = (value: unknown, question: BoostQuestion): value is BoostEstimate =>
  toText(value) === toText(estimateBoost(question))

import {
  HALF,
  stepBy,
  stepToMaximum,
  type StepStart,
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

/** What the amounts give in a cycle as they are; undefined: nothing can be calculated. */
function startOf({ sats, microStx, figures }: BoostQuestion): StepStart | undefined {
  if (figures.life === 'ended' || figures.goldenRatio === undefined || sats === 0n) return undefined
  const parameters: Parameters = {
    family: figures.family,
    snapshotsPerCycle: figures.snapshots,
    blocksPerSnapshot: figures.blocksPerSnapshot,
    ...(figures.bufferBlocks === undefined ? {} : { bufferBlocks: figures.bufferBlocks }),
    multiplier: figures.multiplier,
    goldenRatio: { ratio: figures.goldenRatio, cycle: figures.cycle ?? null },
    apr: figures.apr,
    blocksPerYear: figures.blocksPerYear,
    poolSats: figures.poolSats ?? null,
    totalWeights: null,
  }
  const holdings: Holdings = { sats, microStx }
  // A visitor counts as a newcomer: the known weights belong to all others.
  const others = figures.totalWeights ?? null
  return { parameters, holdings, others, now: cycleOutcomeOf(parameters, holdings, others) }
}

const paidBy = ({ boost, rewardSats, yearlyRate, fullPool }: CycleOutcome) => {
  const known = rewardSats !== null
  return {
    boost,
    rewardSats: (known ? rewardSats : fullPool?.rewardSats) ?? undefined,
    yearlyRate: (known ? yearlyRate : fullPool?.yearlyRate) ?? undefined,
  }
}

/**
 * The projection that the calculator shows, by the contract's formulas: with pool and weights where
 * they are known, else as if the pool were full. A programme that has ended pays nothing.
 */
export function estimateBoost(question: BoostQuestion): BoostEstimate {
  const start = startOf(question)
  if (!start) return {}
  const { now } = start
  const next = stepBy(start, HALF)
  const most = stepToMaximum(start)
  return {
    ...paidBy(now),
    limit: now.limit ?? undefined,
    ...(next && { nextHalf: { addMicroStx: next.addMicroStx } }),
    ...(most && { maximum: { boost: most.boost, microStx: most.microStx } }),
  }
}

const isNatural = (value: unknown): boolean => typeof value === 'bigint' && value >= 0n

/** Whether something is an estimate with the very boost and payment that are calculated here. */
export function isBoostEstimate(value: unknown, question: BoostQuestion): value is BoostEstimate {
  const now = startOf(question)?.now
  const own: BoostEstimate = now ? paidBy(now) : {}
  const { nextHalf, maximum, ...given } = (value ?? {}) as BoostEstimate
  return (
    given.boost === own.boost &&
    given.rewardSats === own.rewardSats &&
    given.yearlyRate === own.yearlyRate &&
    (!nextHalf || isNatural(nextHalf.addMicroStx)) &&
    (!maximum || (isNatural(maximum.boost) && isNatural(maximum.microStx)))
  )
}

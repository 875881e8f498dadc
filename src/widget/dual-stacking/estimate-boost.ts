import { HALF, stepBy, stepToMaximum } from '../../protocol/dual-stacking/projection/boost-steps.ts'
import { cycleOutcomeOf } from '../../protocol/dual-stacking/projection/cycle-outcome.ts'
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

/**
 * The projection that the calculator shows, by the contract's formulas: with pool and weights where
 * they are known, else as if the pool were full. A programme that has ended pays nothing.
 */
export function estimateBoost({ sats, microStx, figures }: BoostQuestion): BoostEstimate {
  if (figures.life === 'ended' || figures.goldenRatio === undefined || sats === 0n) return {}
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
  const now = cycleOutcomeOf(parameters, holdings, others)
  const next = stepBy({ parameters, holdings, others, now }, HALF)
  const most = stepToMaximum({ parameters, holdings, others, now })
  const known = now.rewardSats !== null
  return {
    boost: now.boost,
    rewardSats: (known ? now.rewardSats : now.fullPool?.rewardSats) ?? undefined,
    yearlyRate: (known ? now.yearlyRate : now.fullPool?.yearlyRate) ?? undefined,
    limit: now.limit ?? undefined,
    ...(next && { nextHalf: { addMicroStx: next.addMicroStx } }),
    ...(most && { maximum: { boost: most.boost, microStx: most.microStx } }),
  }
}

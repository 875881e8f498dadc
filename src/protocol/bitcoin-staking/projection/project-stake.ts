import { mapByIncome, type ByIncome } from './by-income.ts'
import { overCycles, periodsOf, type Periods } from './periods.ts'
import type { ManagerTerms, ProgrammeState, StakePosition } from './programme-state.ts'
import { stakeDates, type StakeDates } from './stake-dates.ts'
import { sharesOfOthers, sharesWith, type OthersShares, type StakeShares } from './stake-shares.ts'
import { commonAssumptions, type StakingAssumption } from './staking-assumptions.ts'
import { afterFee, shareSats, stxLegSats, type StakingReward } from './staking-reward.ts'

/** A hypothetical stake. */
export interface StakePlan {
  microStx: bigint
  cycles: bigint
  /** The manager to stake with. */
  terms: ManagerTerms
  /** The holder's stake in the cycle of the data, and the terms of its manager; null: none. */
  present: { position: StakePosition; terms: ManagerTerms } | null
}

/** What a stake is expected to pay, in sats; null while the income is unknown. */
export interface StakeProjection {
  shares: StakeShares
  rewards: ByIncome<Periods & { total: StakingReward }> | null
  dates: StakeDates
  assumptions: StakingAssumption[]
}

/** Projects a stake with one manager [bitcoin-staking 6.6]. */
export function projectStake(state: ProgrammeState, plan: StakePlan): StakeProjection {
  const { clock, burnHeight, income } = state
  const others = sharesOfOthers(state, plan.terms, plan.present)
  const shares = sharesWith(others, plan.microStx)
  const rewards =
    income &&
    mapByIncome(legIncome(state)!, (sats) => {
      const half = halfReward(sats, shares, plan.terms.feeBips)
      return { ...periodsOf(clock, half), total: overCycles(half, plan.cycles) }
    })
  const assumptions: StakingAssumption[] = [
    ...commonAssumptions(state),
    { code: 'fee', bips: plan.terms.feeBips },
  ]
  if (shares.missingMicroStx > 0n)
    assumptions.push({ code: 'below-threshold', missingMicroStx: shares.missingMicroStx })
  return { shares, rewards, dates: stakeDates(clock, burnHeight, plan.cycles), assumptions }
}

/** Sats of the STX-only leg in a half; null while the income is unknown. */
export const legIncome = ({ income, bonds }: ProgrammeState): ByIncome<bigint> | null =>
  income && mapByIncome(income, (sats) => stxLegSats(bonds, sats))

/** A point of the curve: net sats of a cycle for a stake; null where unknown. */
export interface StakeCurvePoint {
  microStx: bigint
  cycleSats: ByIncome<bigint | null> | null
}

/** The curve over stakes from 0 to `end`, in `points` evenly spaced points (2 or more). */
export function stakeCurve(
  state: ProgrammeState,
  plan: Pick<StakePlan, 'terms' | 'present'>,
  { end, points }: { end: bigint; points: number },
): StakeCurvePoint[] {
  const sats = legIncome(state)
  const others = sharesOfOthers(state, plan.terms, plan.present)
  return Array.from({ length: points }, (_, index) => {
    const microStx = (end * BigInt(index)) / BigInt(points - 1)
    return { microStx, cycleSats: sats && pointOf(sats, others, microStx, plan.terms.feeBips) }
  })
}

function pointOf(
  sats: ByIncome<bigint>,
  others: OthersShares,
  microStx: bigint,
  feeBips: bigint | null,
): ByIncome<bigint | null> {
  const shares = sharesWith(others, microStx)
  return mapByIncome(sats, (each) => {
    const { netSats } = halfReward(each, shares, feeBips)
    return netSats === null ? null : netSats * 2n
  })
}

const halfReward = (sats: bigint, shares: StakeShares, feeBips: bigint | null): StakingReward =>
  afterFee(shareSats(sats, shares.microStx, shares.totalMicroStx), feeBips)

import type { Principal } from '../../clarity/principal.ts'
import type { ByIncome } from './by-income.ts'
import { changeOf, compareManagers, type ManagerComparison } from './compare-managers.ts'
import type { ManagerTerms, ProgrammeState } from './programme-state.ts'
import {
  projectStake,
  stakeCurve,
  type StakeCurvePoint,
  type StakePlan,
  type StakeProjection,
} from './project-stake.ts'

/** Input of a projection. */
export interface StakingQuestion {
  state: ProgrammeState
  plan: StakePlan
  /** Managers to set side by side, in this order. */
  managers?: readonly ManagerTerms[]
  /** Points of each curve, 0 (none) or 2 and more, and the uSTX at which they end. */
  curve?: { points: number; end: bigint }
}

/** What a stake as planned pays, against the present one and with other managers. */
export interface StakingAnswer {
  plan: StakeProjection
  /** The present stake; null when there is none. */
  present: StakeProjection | null
  /** Net sats of a cycle that the plan changes; null when unknown or there is no present stake. */
  changeSats: ByIncome<bigint> | null
  managers: ManagerComparison[]
  /** One curve for each manager; with none given, one for the plan's. */
  curves: Array<{ manager: Principal; points: StakeCurvePoint[] }>
}

/** Answers all that a view asks about a stake at once [bitcoin-staking 6.6]. */
export function projectStaking({ state, plan, managers, curve }: StakingQuestion): StakingAnswer {
  const projection = projectStake(state, plan)
  const present =
    plan.present &&
    projectStake(state, {
      microStx: plan.present.position.microStx,
      cycles: plan.cycles,
      terms: plan.present.terms,
      present: plan.present,
    })
  return {
    plan: projection,
    present,
    changeSats: present && changeOf(projection, present),
    managers: compareManagers(state, plan, managers ?? []),
    curves:
      curve === undefined || curve.points < 2
        ? []
        : (managers ?? [plan.terms]).map((terms) => ({
            manager: terms.manager,
            points: stakeCurve(state, { terms, present: plan.present }, curve),
          })),
  }
}

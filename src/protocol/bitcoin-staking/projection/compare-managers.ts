import type { Principal } from '../../clarity/principal.ts'
import type { ByIncome } from './by-income.ts'
import type { ManagerTerms, ProgrammeState } from './programme-state.ts'
import { projectStake, type StakePlan, type StakeProjection } from './project-stake.ts'

/** One manager among others: net sats of a cycle, and compared with the present one. */
export interface ManagerComparison {
  manager: Principal
  feeBips: bigint | null
  missingMicroStx: bigint
  projection: StakeProjection
  /** Net sats of a cycle more, or with a minus fewer, than with the plan's manager. */
  changeSats: ByIncome<bigint> | null
}

/** Projects the same stake with each manager, in the order given. */
export function compareManagers(
  state: ProgrammeState,
  plan: StakePlan,
  managers: readonly ManagerTerms[],
): ManagerComparison[] {
  const base = projectStake(state, plan)
  return managers.map((terms) => {
    const projection = projectStake(state, { ...plan, terms })
    return {
      manager: terms.manager,
      feeBips: terms.feeBips,
      missingMicroStx: projection.shares.missingMicroStx,
      projection,
      changeSats: changeOf(projection, base),
    }
  })
}

/** How much more one projection pays in a cycle than another; null where one is unknown. */
export function changeOf(after: StakeProjection, before: StakeProjection): ByIncome<bigint> | null {
  if (after.rewards === null || before.rewards === null) return null
  const change = (level: keyof ByIncome<unknown>): bigint | null => {
    const [left, right] = [
      after.rewards![level].cycle.netSats,
      before.rewards![level].cycle.netSats,
    ]
    return left === null || right === null ? null : left - right
  }
  const [low, middle, high] = [change('low'), change('middle'), change('high')]
  return low === null || middle === null || high === null ? null : { low, middle, high }
}

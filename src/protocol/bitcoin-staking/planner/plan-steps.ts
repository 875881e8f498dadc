import type { Principal } from '../../clarity/principal.ts'
import type { OperatorState } from './operator-state.ts'
import { planCalculation } from './plan-calculation.ts'
import { planHolderClaims } from './plan-holder-claims.ts'
import { planManagerClaims } from './plan-manager-claims.ts'
import type { PlannedStep, StepKind } from './planned-step.ts'

/** Who plans, and how. */
export interface PlanOptions {
  /** Who will send the steps: a holder may claim for itself where others may not. */
  sender?: Principal
  /**
   * Managers claim a cycle once, after its second calculation: two claims lose a sat that a holder
   * may be waiting for, and cost two fees [bitcoin-staking 6.4]. By default true.
   */
  wholeCycles?: boolean
  /** What a transaction of each kind costs in uSTX, where it was estimated. */
  costs?: Readonly<Partial<Record<StepKind, bigint>>>
}

/**
 * Every permissionless step, in the order in which they are made: the calculation, claims of
 * managers, claims of holders. Those that would fail, or are better made later, say why
 * [bitcoin-staking 8.5].
 */
export function planSteps(state: OperatorState, options: PlanOptions = {}): PlannedStep[] {
  const { sender, wholeCycles = true, costs = {} } = options
  const calculation = planCalculation(state)
  const managerClaims = planManagerClaims(state, { calculation, wholeCycles })
  const holderClaims = planHolderClaims(state, { managerClaims, sender })
  return [calculation, ...managerClaims, ...holderClaims].map((step) => ({
    ...step,
    costMicroStx: costs[step.kind] ?? null,
  }))
}

/** The steps of a plan that can be made now. */
export const readySteps = (steps: readonly PlannedStep[]): PlannedStep[] =>
  steps.filter(({ obstacle }) => obstacle === undefined)

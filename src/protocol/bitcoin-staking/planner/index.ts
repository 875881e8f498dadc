export { type ClaimFacts, type ClaimRefusal, claimRefusal } from './claim-refusal.ts'
export type {
  ManagerFamily,
  OperatorState,
  PlannedBond,
  PlannedClaim,
  PlannedManager,
} from './operator-state.ts'
export { type PlanOptions, planSteps, readySteps } from './plan-steps.ts'
export type { PlannedStep, SentSats, StepKind, StepObstacle } from './planned-step.ts'

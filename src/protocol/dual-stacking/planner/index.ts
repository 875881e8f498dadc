export { nextStep } from './next-step.ts'
export type { PlannerOptions } from './next-step.ts'
export { keeperChecks } from './keeper-checks.ts'
export type { KeeperFunction } from './keeper-checks.ts'
export type {
  CycleState,
  FirstStacksBlock,
  PlannedArgument,
  PlannedParticipant,
  BatchProgress,
  PlannedCycleStep,
  StuckReason,
} from './cycle-state.ts'

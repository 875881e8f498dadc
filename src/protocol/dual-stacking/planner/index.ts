export { nextStep } from './next-step.ts'
export type { PlannerOptions } from './next-step.ts'
export { keeperChecks, listFunctions } from './keeper-checks.ts'
export type { KeeperFunction } from './keeper-checks.ts'
export { fewestCalls } from './fewest-calls.ts'
export { stepDeadline } from './step-deadline.ts'
export type {
  CycleState,
  FirstStacksBlock,
  PlannedArgument,
  PlannedParticipant,
  BatchProgress,
  PlannedCycleStep,
  StuckReason,
} from './cycle-state.ts'

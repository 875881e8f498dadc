export { nextStep } from './planner.ts'
export type { PlannerOptions } from './planner.ts'
export { keeperChecks } from './checks.ts'
export type { KeeperFunction } from './checks.ts'
export type {
  CycleState,
  FirstStacksBlock,
  PlannedArgument,
  PlannedParticipant,
  Progress,
  Step,
  StuckReason,
} from './state.ts'

import type {
  PlannedArgument,
  PlannedParticipant,
  BatchProgress,
  PlannedCycleStep,
  StuckReason,
} from './cycle-state.ts'
import { keeperChecks, type KeeperFunction } from './keeper-checks.ts'

/** Makes a call step for rows that a phase has not processed. */
export type PlanBatch = (
  functionName: KeeperFunction,
  missing: readonly PlannedParticipant[],
  done: number,
) => PlannedCycleStep

export const callStep = (
  functionName: KeeperFunction,
  args: PlannedArgument[] = [],
  progress?: BatchProgress,
): PlannedCycleStep => ({
  kind: 'call',
  functionName,
  args,
  checks: keeperChecks[functionName],
  ...(progress && { progress }),
})

export const stuckStep = (reason: StuckReason): PlannedCycleStep => ({ kind: 'stuck', reason })

export const uintArgument = (value: bigint): PlannedArgument => ({ type: 'uint', value })

export const principalsArgument = (rows: readonly PlannedParticipant[]): PlannedArgument => ({
  type: 'principals',
  value: rows.map(({ address }) => address),
})

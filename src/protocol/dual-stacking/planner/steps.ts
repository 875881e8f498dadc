import { keeperChecks, type KeeperFunction } from './checks.ts'
import type { PlannedArgument, PlannedParticipant, Progress, Step, StuckReason } from './state.ts'

/** Makes a call step for rows that a phase has not processed. */
export type Batch = (
  functionName: KeeperFunction,
  missing: readonly PlannedParticipant[],
  done: number,
) => Step

export const call = (
  functionName: KeeperFunction,
  args: PlannedArgument[] = [],
  progress?: Progress,
): Step => ({
  kind: 'call',
  functionName,
  args,
  checks: keeperChecks[functionName],
  ...(progress && { progress }),
})

export const stuck = (reason: StuckReason): Step => ({ kind: 'stuck', reason })

export const uint = (value: bigint): PlannedArgument => ({ type: 'uint', value })

export const principals = (rows: readonly PlannedParticipant[]): PlannedArgument => ({
  type: 'principals',
  value: rows.map(({ address }) => address),
})

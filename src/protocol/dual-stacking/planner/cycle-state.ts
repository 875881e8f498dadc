import type { KeeperFunction } from './keeper-checks.ts'

/**
 * One participant of the running cycle: a row that existed at the cycle block. Amounts are the
 * cycle's sums, as stored by the contract [dual-stacking 2.2].
 */
export interface PlannedParticipant {
  address: string
  trackingAddress: string
  stackingAddress: string
  /** Whether the tracking address is whitelisted now. */
  whitelisted?: boolean
  /** `participant-holding.last-snapshot`, or undefined before the first capture. */
  capturedIn?: number
  /**
   * `stacking-holding` of the stacking address and `tracking-holding` of the tracking address:
   * microSTX, sats. Needed from the end of the snapshots on.
   */
  microStx?: bigint
  sats?: bigint
  /** Whether the operator's present proposal has counted this row. */
  tallied: boolean
  /**
   * Whether a `compute-weight` event of this cycle names this row; map entries do not show it for
   * rows that share a tracking address [dual-stacking Q5].
   */
  weighed: boolean
  rewarded: boolean
}

/**
 * What the planner needs to know of the chain; every field is readable from public data. Heights
 * are Bitcoin heights unless named otherwise.
 */
export interface CycleState {
  burnHeight: number
  /**
   * Height of the Stacks block that the next call can be in: one above the tip. The tip itself will
   * do, and waits a block longer.
   */
  stacksHeight: number
  active: boolean
  /**
   * Stacks height of the contract's deployment; before the first cycle an earlier start must be
   * ruled out [dual-stacking Q2].
   */
  deployedAt?: number
  cycle: {
    id: number
    start: number
    nextStart: number
    snapshots: number
    blocksPerSnapshot: number
    participants: number
  }
  snapshot: { index: number; height: number; stacksHeight: number; captured: number }
  snapshotsFinalized: boolean
  /** `ratio-used` of this cycle. */
  goldenRatio?: bigint
  weightsComputed: number
  weightsFinalized: boolean
  distributionEnabled: boolean
  rewarded: number
  distributionFinalized: boolean
  /** Sums over all snapshots; meaningful once the snapshots are finalized. Sats, microSTX. */
  totals: { sats: bigint; microStx: bigint }
  /** Hundredths of a percent; `max-percentage-above-ratio`. */
  maxPercentage: bigint
  /** 0 when the cycle is longer than a year: enabling the distribution would abort. */
  cyclesPerYear: bigint
  /**
   * The operator's own proposal in this cycle, and every value it has tallied before: going back to
   * one counts nothing [dual-stacking Q6].
   */
  proposal?: { ratio: bigint; counted: number; satsAbove: bigint; satsEqual: bigint }
  talliedRatios: readonly bigint[]
  participants: readonly PlannedParticipant[]
}

/**
 * Height of the first Stacks block at or after a Bitcoin block, or undefined while there is none
 * [dual-stacking 7.1].
 */
export type FirstStacksBlock = (burnHeight: number) => number | undefined

/** One argument of a planned call; principals are a Clarity list of them. */
export type PlannedArgument =
  | { type: 'uint'; value: bigint }
  | { type: 'principals'; value: string[] }

/** Progress of a call that is sent in several batches. */
export interface BatchProgress {
  done: number
  total: number
}

/** Why nothing can be done by anyone, or by this operator; data for a sentence. */
export type StuckReason =
  /**
   * All known rows are processed, yet the contract counts another number of participants
   * [dual-stacking Q1, Q5].
   */
  | {
      code: 'count-differs'
      phase: 'capture' | 'weights' | 'rewards'
      counted: number
      expected: number
    }
  | { code: 'no-valid-ratio' }
  /** Every value that passes was tallied by this operator before: another account must propose. */
  | { code: 'ratio-used-up' }
  /** The admin must set sizes so that at least one cycle fits a year. */
  | { code: 'cycle-longer-than-year' }
  /** Bps or n is 0: the next snapshot never comes. */
  | { code: 'misconfigured' }
  /**
   * The first cycle would start before the contract existed: the admin must choose a later start
   * [dual-stacking Q2].
   */
  | { code: 'starts-before-deployment' }

/** The cycle’s next step: a call that passes now, something to wait for, or why nothing helps. */
export type PlannedCycleStep =
  /**
   * `checks`: the contract's own checks of the call by error number; all hold in the given state.
   */
  | {
      kind: 'call'
      functionName: KeeperFunction
      args: PlannedArgument[]
      checks: readonly number[]
      progress?: BatchProgress
    }
  /** Nothing to do before this Bitcoin height. */
  | { kind: 'wait-burn'; height: number; next: KeeperFunction }
  /**
   * The first Stacks block of a tenure is needed, or the snapshot block must be buried by one more.
   */
  | { kind: 'wait-stacks'; next: KeeperFunction }
  | { kind: 'stuck'; reason: StuckReason }

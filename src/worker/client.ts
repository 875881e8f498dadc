import type {
  LateCost,
  UncalculatedHalf,
} from '../protocol/bitcoin-staking/projection/cost-of-late-calculation.ts'
import type {
  BondExit,
  BondExitCost,
} from '../protocol/bitcoin-staking/projection/cost-of-leaving.ts'
import type { ProgrammeState } from '../protocol/bitcoin-staking/projection/programme-state.ts'
import type {
  BondPlan,
  BondProjection,
} from '../protocol/bitcoin-staking/projection/project-bond.ts'
import type {
  StakingAnswer,
  StakingQuestion,
} from '../protocol/bitcoin-staking/projection/project-staking.ts'
import type { RatioColumns } from '../protocol/dual-stacking/golden-ratio/columns.ts'
import type {
  GoldenRatio,
  GoldenRatioOptions,
} from '../protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import type { Projection, ProjectionRequest } from '../protocol/dual-stacking/projection/project.ts'
import type { ProjectionInput } from '../protocol/hyperstaking/projection/input.ts'
import type { DepositProjection } from '../protocol/hyperstaking/projection/project.ts'
import type {
  SimulationInput,
  SimulationResult,
} from '../protocol/hyperstaking/projection/simulate.ts'
import { ProjectionProblem } from './projection-problem.ts'
import { QuestionQueue, type PendingQuestion, type WorkerLike } from './question-queue.ts'
import type { WorkerRequest } from './worker-request.ts'

export interface AskOptions {
  /** Withdraws the question. */
  signal?: AbortSignal
  /**
   * A new question of a lane supersedes the earlier ones of that lane: one lane per slider. Without
   * a lane nothing is superseded.
   */
  lane?: string
}

/** Participants that the worker holds. */
export interface RatioSet {
  found: GoldenRatio
  /**
   * Replaces one address's sums; answers the golden ratio with it. Rejects with `superseded` when
   * other participants were loaded since.
   */
  change(row: number, sats: bigint, microStx: bigint): Promise<GoldenRatio>
  /** The nearest ratios of other participants: where the golden ratio would move to. */
  neighbours(ratio: bigint): Promise<{ above?: bigint; below?: bigint }>
}

/**
 * Exact projections off the main thread. Every promise rejects with a `ProjectionProblem` or
 * answers.
 */
export interface ProjectionClient {
  project(request: ProjectionRequest, options?: AskOptions): Promise<Projection>
  /**
   * The golden ratio of these columns, which go to the worker and are empty afterwards (not where
   * there is no worker).
   */
  goldenRatio(columns: RatioColumns, options?: GoldenRatioOptions & AskOptions): Promise<RatioSet>
  /** What a deposit in a pool is expected to earn; the same seed gives the same range. */
  projectPool(
    input: ProjectionInput,
    seed: string,
    options?: AskOptions,
  ): Promise<DepositProjection>
  /** A pool's design with many depositors, run on the contracts themselves. */
  simulatePool(
    input: SimulationInput,
    seed: string,
    options?: AskOptions,
  ): Promise<SimulationResult>
  /** What a stake is expected to pay, beside the present one, with other managers, as a curve. */
  projectStaking(question: StakingQuestion, options?: AskOptions): Promise<StakingAnswer>
  /** What a part in a bond is expected to pay; undefined when the state has no such bond. */
  projectBond(
    state: ProgrammeState,
    plan: BondPlan,
    options?: AskOptions,
  ): Promise<BondProjection | undefined>
  /** What taking sats out of a bond now gives up. */
  weighBondExit(exit: BondExit, options?: AskOptions): Promise<BondExitCost>
  /** What it costs a holder when these halves, oldest first, are calculated together. */
  weighLateCalculation(halves: readonly UncalculatedHalf[], options?: AskOptions): Promise<LateCost>
  close(): void
}

/**
 * A client of the projection worker. `source` is the worker, or what makes it; without one, or
 * where the page forbids it, the main thread answers with the same result.
 *
 * @example
 *   const client = createProjectionClient(
 *     () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
 *   )
 *   const question = { parameters, holdings, whatIf: { microStx } }
 *   const { cycle, next } = await client.project(question, { lane: 'what-if' })
 */
export function createProjectionClient(source?: WorkerLike | (() => WorkerLike)): ProjectionClient {
  const line = new QuestionQueue(source)
  const lanes = new Map<string, PendingQuestion>()
  let id = 0

  const ask = <Result>(
    request: DistributiveOmit<WorkerRequest, 'id'>,
    { signal, lane }: AskOptions = {},
    transfer: Transferable[] = [],
  ) =>
    new Promise<Result>((resolve, reject) => {
      const question: PendingQuestion = {
        request: { ...request, id: ++id },
        transfer,
        signal,
        resolve: (result) => resolve(result as Result),
        reject,
      }
      if (lane !== undefined) {
        const earlier = lanes.get(lane)
        if (earlier) line.drop(earlier, new ProjectionProblem('superseded'))
        lanes.set(lane, question)
      }
      line.ask(question)
    })

  return {
    project: (request, options) => ask<Projection>({ kind: 'project', request }, options),
    async goldenRatio(columns, { signal, lane, ...options } = {}) {
      const transfer = Object.values(
        columns as unknown as Record<string, Float64Array | undefined>,
      ).flatMap((column) => (column ? [column.buffer as ArrayBuffer] : []))
      const pending = ask<GoldenRatio>(
        { kind: 'ratio-load', columns, options },
        { ...(signal && { signal }), ...(lane !== undefined && { lane }) },
        transfer,
      )
      const set = id
      const found = await pending
      return {
        found,
        change: (row, sats, microStx) =>
          ask<GoldenRatio>({ kind: 'ratio-change', set, row, sats, microStx }),
        neighbours: (ratio) => ask({ kind: 'ratio-neighbours', set, ratio }),
      }
    },
    projectPool: (input, seed, options) =>
      ask<DepositProjection>({ kind: 'hyper', question: { ask: 'project', seed, input } }, options),
    simulatePool: (input, seed, options) =>
      ask<SimulationResult>({ kind: 'hyper', question: { ask: 'simulate', seed, input } }, options),
    projectStaking: (question, options) => ask<StakingAnswer>({ kind: 'stake', question }, options),
    projectBond: (state, plan, options) =>
      ask<BondProjection | undefined>({ kind: 'bond', question: { state, plan } }, options),
    weighBondExit: (exit, options) =>
      ask<BondExitCost>({ kind: 'bond-exit', question: exit }, options),
    weighLateCalculation: (halves, options) => ask<LateCost>({ kind: 'late', halves }, options),
    close: () => line.close(),
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

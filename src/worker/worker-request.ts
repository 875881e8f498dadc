import * as v from 'valibot'
import { hyperstakingQuestion } from './hyperstaking-question.ts'
import {
  bondExitQuestion,
  bondQuestion,
  stakeQuestion,
  uncalculatedHalves,
} from './staking-questions.ts'

// Beyond every supply, and far enough below 2^128 that no product of the contract's formulas
// overflows.
const amount = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 64n))
const cycle = v.nullable(v.pipe(v.number(), v.safeInteger()))
const size = v.pipe(v.bigint(), v.minValue(1n), v.maxValue(1_000_000n))

const parameters = v.object({
  family: v.picklist(['v1', 'v2', 'v3']),
  snapshotsPerCycle: size,
  blocksPerSnapshot: size,
  bufferBlocks: v.optional(v.pipe(v.bigint(), v.minValue(0n), v.maxValue(1_000_000n))),
  multiplier: v.pipe(v.bigint(), v.minValue(1n), v.maxValue(1000n)),
  goldenRatio: v.object({
    ratio: v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 128n - 1n)),
    cycle,
  }),
  apr: v.nullable(amount),
  blocksPerYear: v.nullable(amount),
  poolSats: v.nullable(amount),
  totalWeights: v.nullable(
    v.object({
      weights: v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 80n)),
      cycle,
      ofHolder: v.nullable(amount),
    }),
  ),
})

const holdings = v.object({
  sats: amount,
  defiSats: v.optional(amount),
  microStx: amount,
  whitelisted: v.optional(v.boolean()),
})

const sums = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 80n))

/** Input of a projection; the amounts are bounded so that no question can take long or overflow. */
export const projectionQuestion = v.object({
  parameters,
  holdings,
  soFar: v.optional(
    v.object({
      sats: sums,
      defiSats: v.optional(sums),
      microStx: sums,
      remaining: v.pipe(v.bigint(), v.minValue(0n), v.maxValue(1_000_000n)),
    }),
  ),
  whatIf: v.optional(
    v.object({
      sats: v.optional(amount),
      defiSats: v.optional(amount),
      microStx: v.optional(amount),
      goldenRatio: v.optional(amount),
    }),
  ),
  curvePoints: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000))),
  curveEnd: v.optional(amount),
})

const column = v.custom<Float64Array>((value) => value instanceof Float64Array, 'not-a-column')

const columns = v.pipe(
  v.object({
    sats: column,
    microStx: column,
    satsRest: v.optional(column),
    microStxRest: v.optional(column),
  }),
  v.check(
    ({ sats, microStx, satsRest = sats, microStxRest = sats }) =>
      [microStx, satsRest, microStxRest].every(({ length }) => length === sats.length),
    'lengths-differ',
  ),
)

const set = v.pipe(v.number(), v.integer())
const row = v.pipe(v.number(), v.integer(), v.minValue(0))
const ratio = v.pipe(v.bigint(), v.minValue(0n))

/** The questions that the worker answers, each with a number that its answer carries. */
export const workerRequest = v.variant('kind', [
  /** Whether the worker answers at all. */
  v.object({ id: v.number(), kind: v.literal('hello') }),
  v.object({ id: v.number(), kind: v.literal('project'), request: projectionQuestion }),
  v.object({
    id: v.number(),
    kind: v.literal('ratio-load'),
    columns,
    options: v.object({
      maxPercentageAbove: v.optional(amount),
      totalMicroStx: v.optional(v.pipe(v.bigint(), v.minValue(0n))),
    }),
  }),
  v.object({
    id: v.number(),
    kind: v.literal('ratio-change'),
    set,
    row,
    sats: amount,
    microStx: amount,
  }),
  v.object({ id: v.number(), kind: v.literal('ratio-neighbours'), set, ratio }),
  v.object({ id: v.number(), kind: v.literal('hyper'), question: hyperstakingQuestion }),
  v.object({ id: v.number(), kind: v.literal('stake'), question: stakeQuestion }),
  v.object({ id: v.number(), kind: v.literal('bond'), question: bondQuestion }),
  v.object({ id: v.number(), kind: v.literal('bond-exit'), question: bondExitQuestion }),
  v.object({ id: v.number(), kind: v.literal('late'), halves: uncalculatedHalves }),
])
export type WorkerRequest = v.InferOutput<typeof workerRequest>

import * as v from 'valibot'

// Beyond every supply of sats and microSTX.
const amount = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 64n))
const height = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 40n))
const blocks = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(1_000_000n))
const bips = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(10_000n))
const ratio = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 64n))
const principal = v.pipe(v.string(), v.maxLength(200))
const few = <Item>(items: v.GenericSchema<Item>, most: number) =>
  v.pipe(v.array(items), v.maxLength(most), v.readonly())

/** Points of all curves of a question; as many take about 0.1 s. */
const MOST_CURVE_POINTS = 20_000

const clock = v.pipe(
  v.object({
    firstBurnHeight: height,
    cycleBlocks: v.pipe(blocks, v.minValue(2n)),
    prepareBlocks: blocks,
    firstCycle: height,
  }),
  v.check(({ cycleBlocks, prepareBlocks }) => prepareBlocks < cycleBlocks, 'prepare-too-long'),
)

const bond = v.object({
  index: height,
  targetRate: ratio,
  stxValueRatio: ratio,
  minUstxRatio: ratio,
  sats: amount,
})
const bonds = few(bond, 64)

const byIncome = { low: amount, middle: amount, high: amount }

const state = v.object({
  clock,
  burnHeight: height,
  cycle: height,
  stakedMicroStx: amount,
  bonds,
  income: v.nullable(
    v.object({
      ...byIncome,
      calculations: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      from: height,
      to: height,
    }),
  ),
})

const terms = v.object({
  manager: principal,
  feeBips: v.nullable(bips),
  delegatedMicroStx: amount,
  pendingMicroStx: amount,
})

/** A stake as planned, other managers and the curve over stakes. */
export const stakeQuestion = v.pipe(
  v.object({
    state,
    plan: v.object({
      microStx: amount,
      cycles: v.pipe(v.bigint(), v.minValue(1n), v.maxValue(96n)),
      terms,
      present: v.nullable(
        v.object({ position: v.object({ manager: principal, microStx: amount }), terms }),
      ),
    }),
    managers: v.optional(few(terms, 500)),
    curve: v.optional(
      v.object({
        points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
        end: amount,
      }),
    ),
  }),
  v.check(
    ({ managers, curve }) => (managers?.length ?? 1) * (curve?.points ?? 0) <= MOST_CURVE_POINTS,
    'too-many-points',
  ),
)

/** A part in a bond. */
export const bondQuestion = v.object({
  state,
  plan: v.object({
    index: height,
    sats: amount,
    isIncluded: v.boolean(),
    feeBips: v.nullable(bips),
  }),
})

/** Sats to be taken out of a bond. */
export const bondExitQuestion = v.object({
  clock,
  burnHeight: height,
  lastComputeHeight: height,
  bonds,
  bondIndex: height,
  sats: amount,
  arrivedSats: amount,
  income: v.nullable(v.object(byIncome)),
})

/** Halves that may be calculated together, oldest first. */
export const uncalculatedHalves = few(
  v.object({
    incomeSats: amount,
    bonds,
    held: v.union([
      v.object({ microStx: amount, totalMicroStx: amount }),
      v.object({ bondIndex: height, sats: amount }),
    ]),
  }),
  1000,
)

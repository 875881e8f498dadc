import * as v from 'valibot'
import { unknownReasons } from '../../../../chain/known.ts'
import type { OperatorHalf } from '../../../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import type {
  PlannedClaim,
  PlannedManager,
} from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'

/** What takes the worker a while, and tells how far it is. */
export const stakingTasks = ['managers', 'claims', 'cycle', 'payouts'] as const
export type StakingTask = (typeof stakingTasks)[number]

/** What the sections of Bitcoin Staking ask of the worker. */
export const stakingQuestions = [
  /** The half as it stands. */
  v.object({ kind: v.literal('staking/half') }),
  /** What managers can pull of the last `back` cycles; `again`: those that have just claimed. */
  v.object({
    kind: v.literal('staking/managers'),
    back: v.number(),
    again: v.array(v.string()),
  }),
  /** What holders can claim of the cycles from `first` to `last`; null: of all. */
  v.object({
    kind: v.literal('staking/claims'),
    holders: v.array(v.string()),
    first: v.nullable(v.bigint()),
    last: v.nullable(v.bigint()),
  }),
  /** Who was ever with a manager. */
  v.object({ kind: v.literal('staking/stakers'), manager: v.string() }),
  /** A manager as its operator has to know it; whether `account` is an admin of it. */
  v.object({
    kind: v.literal('staking/manager'),
    manager: v.string(),
    account: v.nullable(v.string()),
  }),
  /** Payouts on Bitcoin of a manager that add up to what it owes, in sats. */
  v.object({ kind: v.literal('staking/payouts'), manager: v.string(), owedSats: v.bigint() }),
  /** A cycle recomputed; `withIncome`: its income as well. */
  v.object({ kind: v.literal('staking/audit'), cycle: v.bigint(), withIncome: v.boolean() }),
  /** Ends what takes a while; what was read until then is the answer. */
  v.object({ kind: v.literal('staking/stop') }),
] as const
export type StakingConsoleQuestion = v.InferOutput<(typeof stakingQuestions)[number]>

const amount = v.bigint()
const unknownAmount = v.nullable(v.bigint())

const bond = v.object({
  index: v.bigint(),
  targetRate: v.bigint(),
  stxValueRatio: amount,
  minUstxRatio: v.bigint(),
  firstCycle: v.bigint(),
  endCycle: v.bigint(),
  sats: amount,
})

const operatorHalf = v.object({
  burnHeight: v.bigint(),
  clock: v.object({
    firstBurnHeight: v.bigint(),
    cycleBlocks: v.bigint(),
    prepareBlocks: v.bigint(),
    firstCycle: v.bigint(),
  }),
  cycle: v.bigint(),
  half: v.object({
    startHeight: v.bigint(),
    height: v.bigint(),
    cycle: v.bigint(),
    isDue: v.boolean(),
  }),
  lastComputeHeight: v.bigint(),
  arrivedSats: amount,
  isPaused: v.nullable(v.boolean()),
  bonds: v.array(bond),
  stakedMicroStx: amount,
}) satisfies v.GenericSchema<unknown, OperatorHalf>

/** The half as it stands, and what the last calculation cost, microSTX. */
export const halfAnswer = v.object({
  half: operatorHalf,
  stacksHeight: v.number(),
  pox: v.string(),
  feeMicroStx: unknownAmount,
})
export type HalfAnswer = v.InferOutput<typeof halfAnswer>

const plannedManager = v.object({
  manager: v.string(),
  family: v.picklist(['reference', 'max500', 'native', 'closed']),
  earned: v.array(v.object({ cycle: v.bigint(), bond: v.nullable(v.bigint()), sats: amount })),
  poolSats: unknownAmount,
  balanceSats: unknownAmount,
}) satisfies v.GenericSchema<unknown, PlannedManager>

const unread = v.object({ what: v.string(), reason: v.picklist(unknownReasons) })

/** Managers with something to pull, all that are registered, and those that could not be read. */
export const managersAnswer = v.object({
  managers: v.array(plannedManager),
  bonds: v.array(bond),
  registered: v.array(v.string()),
  unread: v.array(unread),
  feeMicroStx: unknownAmount,
})
export type ManagersAnswer = v.InferOutput<typeof managersAnswer>

const plannedClaim = v.object({
  staker: v.string(),
  manager: v.string(),
  cycle: v.bigint(),
  bond: unknownAmount,
  grossSats: amount,
  afterPullSats: amount,
  feeBips: unknownAmount,
  payout: v.nullable(v.object({ maxFeeSats: amount, minClaimSats: unknownAmount })),
  bucketSats: unknownAmount,
  bankedSats: unknownAmount,
}) satisfies v.GenericSchema<unknown, PlannedClaim>

/**
 * What holders can claim, with their managers' funds; holders that could not be read, and how many
 * were not looked at any more.
 */
export const claimsAnswer = v.object({
  half: operatorHalf,
  pox: v.string(),
  claims: v.array(plannedClaim),
  managers: v.array(plannedManager),
  unread: v.array(unread),
  left: v.number(),
  feeMicroStx: unknownAmount,
})
export type ClaimsAnswer = v.InferOutput<typeof claimsAnswer>

export const stakersAnswer = v.array(v.string())

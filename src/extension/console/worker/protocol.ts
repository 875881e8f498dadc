import * as v from 'valibot'
import { unknownReasons } from '../../../chain/known.ts'
import { deployment } from '../../../chain/stacks/deployments.ts'
import { cycleReading } from '../../../chain/stacks/readings.ts'
import type { AbiType } from '../../../protocol/dual-stacking/contract/abi.ts'
import {
  keeperChecks,
  type KeeperFunction,
  type PlannedCycleStep,
  type StuckReason,
} from '../../../protocol/dual-stacking/planner/index.ts'
import { networkAnswer, askMessage } from '../../messages.ts'
import { stakingQuestions, stakingTasks } from './staking/staking-protocol.ts'

/*
 * The console's page ↔ its worker. The worker keeps the index, reads the chain, plans and
 * recomputes; it has no extension API, so its requests go through the page to the background's one
 * client. Messages are cloned, bigints included.
 *
 *   page   ── ConsoleQuestion ──► worker   numbered; one answer each
 *   worker ── answered, failed ─► page
 *   worker ── ask ──────────────► page     a request to the network
 *   page   ── network-answer ───► worker
 *   worker ── progress ─────────► page     how far reading is, between question and answer
 */

const plain = v.unknown()
export const tables = ['participants', 'rewards'] as const
export type TableName = (typeof tables)[number]

export const consoleQuestion = v.variant('kind', [
  /**
   * Begins with a contract, or with another one; `identity` of the operator whose proposal is
   * planned.
   */
  v.object({ kind: v.literal('open'), deployment, operator: v.nullable(v.string()) }),
  /** Indexes what is new and plans the next step. */
  v.object({ kind: v.literal('plan') }),
  v.object({
    kind: v.literal('rows'),
    table: v.picklist(tables),
    search: v.string(),
    sort: v.nullable(v.object({ by: v.string(), down: v.boolean() })),
    from: v.number(),
    to: v.number(),
  }),
  v.object({ kind: v.literal('capabilities') }),
  v.object({ kind: v.literal('read'), functionName: v.string(), args: v.array(plain) }),
  v.object({ kind: v.literal('encode'), functionName: v.string(), args: v.array(plain) }),
  v.object({ kind: v.literal('settings') }),
  v.object({ kind: v.literal('exists'), contract: v.string() }),
  /** `payload`: of a transaction, hex. */
  v.object({ kind: v.literal('fee'), payload: v.string() }),
  v.object({ kind: v.literal('answer'), txid: v.string() }),
  v.object({ kind: v.literal('audit'), cycle: v.number() }),
  v.object({ kind: v.literal('stop-audit') }),
  ...stakingQuestions,
])
export type ConsoleQuestion = v.InferOutput<typeof consoleQuestion>

export const toConsoleWorker = v.variant('type', [
  v.object({ type: v.literal('question'), id: v.number(), question: consoleQuestion }),
  v.object({ type: v.literal('network-answer'), id: v.number(), answer: networkAnswer }),
])
export type ToConsoleWorker = v.InferOutput<typeof toConsoleWorker>

const indexing = v.object({ done: v.number(), total: v.number(), requestsLeft: v.number() })
export type Indexing = v.InferOutput<typeof indexing>

export const toConsolePage = v.variant('type', [
  v.object({
    type: v.literal('answered'),
    id: v.number(),
    ok: v.literal(true),
    value: v.unknown(),
  }),
  v.object({ type: v.literal('failed'), id: v.number(), reason: v.picklist(unknownReasons) }),
  v.object({ type: v.literal('ask'), id: v.number(), request: v.omit(askMessage, ['type']) }),
  v.object({
    type: v.literal('progress'),
    of: v.picklist(['index', 'audit', ...stakingTasks]),
    progress: v.nullable(indexing),
  }),
])
/** What is under way. */
export type ProgressOf = Extract<ToConsolePage, { type: 'progress' }>['of']
export type ToConsolePage = v.InferOutput<typeof toConsolePage>

const argument = v.variant('type', [
  v.object({ type: v.literal('uint'), value: v.bigint() }),
  v.object({ type: v.literal('principals'), value: v.array(v.string()) }),
])
const functionName = v.picklist(Object.keys(keeperChecks) as KeeperFunction[])
const step: v.GenericSchema<unknown, PlannedCycleStep> = v.variant('kind', [
  v.object({
    kind: v.literal('call'),
    functionName,
    args: v.array(argument),
    checks: v.array(v.number()),
    progress: v.exactOptional(v.object({ done: v.number(), total: v.number() })),
  }),
  v.object({ kind: v.literal('wait-burn'), height: v.number(), next: functionName }),
  v.object({ kind: v.literal('wait-stacks'), next: functionName }),
  v.object({
    kind: v.literal('stuck'),
    reason: v.custom<StuckReason>((reason) => v.is(v.looseObject({ code: v.string() }), reason)),
  }),
])
const known = v.nullable(v.bigint())

/**
 * What the worker found out about the running cycle. Amounts: sats; ratios and shares scaled by
 * 10^8; null: not decided yet.
 */
export const cyclePlan = v.object({
  operator: v.nullable(v.string()),
  burnHeight: v.number(),
  stacksHeight: v.number(),
  cycle: cycleReading,
  participants: v.number(),
  totalSats: known,
  step,
  /** Longest list of the planned call. */
  batchLimit: v.number(),
  /** Serialized arguments of the planned call. */
  args: v.array(v.string()),
  paysSats: known,
  feeMicroStx: known,
  proposals: v.array(
    v.object({
      proposer: v.string(),
      own: v.boolean(),
      ratio: v.bigint(),
      counted: v.number(),
      participants: v.number(),
      shareAbove: v.bigint(),
      shareAtOrAbove: v.bigint(),
      verdict: v.picklist(['passed', 'will-pass', 'too-low', 'too-high', 'zero-stx', 'unknown']),
    }),
  ),
  suggested: known,
  canPropose: v.boolean(),
  poolSats: v.bigint(),
  capSats: known,
  toDistributeSats: known,
  blocksPerYear: known,
  paid: v.object({ done: v.number(), total: v.number(), sats: v.bigint() }),
  finalizedAt: v.nullable(v.number()),
})
export type CyclePlan = v.InferOutput<typeof cyclePlan>

const type = v.custom<AbiType>(() => true)
/** What the contract really has. */
export const consoleContract = v.object({
  family: v.picklist(['v1', 'v2', 'v3']),
  live: v.boolean(),
  admin: v.nullable(v.string()),
  calls: v.record(v.string(), v.record(v.string(), type)),
  reads: v.record(v.string(), v.record(v.string(), type)),
})
export type ConsoleContract = v.InferOutput<typeof consoleContract>

/** What the admin has set, as the chain has it now. */
export const settingsAnswer = v.object({ apr: v.bigint(), countsLiquid: v.boolean() })

export const rowsAnswer = v.object({
  count: v.number(),
  rows: v.array(v.looseObject({ address: v.string() })),
})

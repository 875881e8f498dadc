import { Cl, serializeCV } from '@stacks/transactions'
import { batchLimits } from '../../../protocol/dual-stacking/batch-limits.ts'
import { BATCH_LIMIT } from '../../../protocol/dual-stacking/constants.ts'
import {
  listFunctions,
  type CycleState,
  type KeeperFunction,
  type PlannedArgument,
  type PlannedCycleStep,
} from '../../../protocol/dual-stacking/planner/index.ts'
import { stripHexPrefix } from '../../hex.ts'
import type { Capabilities } from '../capabilities.ts'
import type { StacksClient } from '../client.ts'
import type { IndexStore } from '../contract-index/index-store.ts'
import type { ParticipantRecord } from '../contract-index/participant-record.ts'
import type { Deployment } from '../deployments.ts'
import type { StacksRead } from '../stacks-read.ts'
import { memberRows, type MemberRow } from './member-rows.ts'
import { paysAtMost } from './pays-at-most.ts'
import { planStep } from './plan-step.ts'
import { readPayout, type PayoutState } from './read-payout.ts'
import { readPlannerState } from './read-planner-state.ts'
import { requireValue, runReads } from './run-reads.ts'

/** The running cycle, its next step, and what the step needs to be signed. */
export interface CycleStepPlan {
  state: CycleState
  /** Whether the contract is the build that captures live. */
  live: boolean
  /** Longest list by function. */
  limits: Readonly<Record<string, number>>
  step: PlannedCycleStep
  /** Serialized arguments of a planned call, hex without 0x. */
  args: string[]
  /** Sats that the call sends at most; null: it is no payment, or the bound is not known. */
  paysSats: bigint | null
  payout: PayoutState
  rows: MemberRow[]
  totalWeights: bigint | null
  /** By enrolled address. */
  records: ReadonlyMap<string, ParticipantRecord>
}

/** An argument of a planned call, serialized: hex without 0x. */
export const serializePlanned = (argument: PlannedArgument): string =>
  stripHexPrefix(
    serializeCV(
      argument.type === 'uint'
        ? Cl.uint(argument.value)
        : Cl.list(argument.value.map((each) => Cl.principal(each))),
    ),
  )

const limitsOf = (build: keyof typeof batchLimits, mostRows = BATCH_LIMIT) => {
  const ofBlock: Readonly<Record<string, number>> = batchLimits[build]
  const most = (name: KeeperFunction) => Math.min(ofBlock[name] ?? BATCH_LIMIT, mostRows)
  return Object.fromEntries(listFunctions.map((name) => [name, most(name)]))
}

/**
 * Reads the running cycle of a v1 contract or of the build that captures live, and plans its next
 * step for the account that signs it. The index must be up to now (`indexUpToNow`). `mostRows`: the
 * longest list to send, where that is less than a block takes. About 35 requests.
 */
export const readCyclePlan = (
  client: StacksClient,
  deployment: Deployment,
  {
    capabilities,
    operator,
    index,
    mostRows,
  }: {
    capabilities: Capabilities
    operator: string
    index: IndexStore
    mostRows?: number
  },
): Promise<StacksRead<CycleStepPlan>> =>
  runReads(async () => {
    const state = requireValue(
      await readPlannerState(client, deployment, operator, {
        store: index,
        cursor: index.cursor(),
      }),
    )
    const live = capabilities.reads.includes('get-capture-window')
    const limits = limitsOf(live ? 'live' : 'v1', mostRows)
    const step = requireValue(await planStep(client, state, { batchLimits: limits, live }))
    const payout = requireValue(await readPayout(client, deployment, state))
    const records = new Map((await index.all()).map((record) => [record.address, record]))
    const { rows, totalWeights } = memberRows(state, records, payout)
    return {
      state,
      live,
      limits,
      step,
      args: step.kind === 'call' ? step.args.map(serializePlanned) : [],
      paysSats: paysAtMost(step, state, rows, payout),
      payout,
      rows,
      totalWeights,
      records,
    }
  })

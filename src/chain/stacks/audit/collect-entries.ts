import * as v from 'valibot'
import type { AuditEntry } from '../../../protocol/dual-stacking/audit/index.ts'
import { stripHexPrefix } from '../../hex.ts'
import type { Failure } from '../../http/answer.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { isBefore, chainPosition, chainPositionOf, type ChainPosition } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { isCallOf } from '../is-call-of.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import { auditEntriesOf } from './audit-entries.ts'

const CALLS_PAGE = 50
const EVENTS_PAGE = 100

/** The calls whose events an audit needs, v1's and v2's. */
const functions = [
  'capture-snapshot-balances',
  'capture-snapshot-balances-optimizer',
  'finalize-snapshots',
  'start-buffer-period',
  'calculate-participant-weights',
  'finalize-weight-computation',
  'distribute-rewards',
  'finalize-reward-distribution',
] as const

/**
 * How far a cycle's events are collected: per function the offset in its list of calls (null: read
 * to the cycle's beginning), and per transaction how many of its events were read.
 */
export const auditCursor = v.object({
  cycle: v.number(),
  from: chainPosition,
  to: v.nullable(chainPosition),
  lists: v.record(v.string(), v.nullable(v.number())),
  transactions: v.array(
    v.object({ txid: v.string(), place: chainPosition, events: v.number(), read: v.number() }),
  ),
})
export type AuditCursor = v.InferOutput<typeof auditCursor>

/** A cursor at the beginning of a cycle: between the transactions that opened it and the next. */
export const startAudit = (
  cycle: number,
  bounds: { from: ChainPosition; to: ChainPosition | null },
  calls: readonly string[],
): AuditCursor => ({
  cycle,
  ...bounds,
  lists: Object.fromEntries(
    functions.filter((name) => calls.includes(name)).map((name) => [name, 0]),
  ),
  transactions: [],
})

export type CollectedEntries = {
  entries: AuditEntry[]
  cursor: AuditCursor
  /** Requests still to make, as far as known; null when everything is collected. */
  requestsLeft: number | null
  problem: RefreshProblem | null
}

const requestsLeft = ({ lists, transactions }: AuditCursor): number | null => {
  const open = Object.values(lists).filter((offset) => offset !== null).length
  const pages = transactions.reduce(
    (sum, { events, read }) => sum + Math.ceil((events - read) / EVENTS_PAGE),
    0,
  )
  return open + pages === 0 ? null : open + pages
}

/**
 * Collects the events of a cycle's calls, at most `budget` requests a call; resumes from the
 * cursor. Store the entries before the cursor. Calls made through another contract are not found:
 * the audit then reports missing participants.
 */
export const collectEntries = async (
  client: StacksClient,
  deployment: Deployment,
  from: AuditCursor,
  options: { budget?: number; signal?: AbortSignal } = {},
): Promise<CollectedEntries> => {
  const { budget = 20, signal } = options
  const { contract } = deployment
  const request = { urgency: 'backfill' as const, ...(signal && { signal }) }
  const lists = { ...from.lists }
  let transactions = from.transactions
  const entries: AuditEntry[] = []
  let requests = 0
  let failure: Failure | null = null

  const listCalls = async (name: string, offset: number) => {
    const asked = { name, limit: CALLS_PAGE, offset, since: from.from[0] }
    const page = await askContractCalls(client, contract, asked, request)
    requests += page.ok ? page.value.requests : 1
    if (!page.ok) {
      failure = page.failure
      return
    }
    const { results, isLast } = page.value
    for (const call of results) {
      const place = chainPositionOf(call)
      const txid = stripHexPrefix(call.tx_id)
      const isInCycle =
        isCallOf(call, contract, name) &&
        !isBefore(place, from.from) &&
        (from.to === null || isBefore(place, from.to))
      if (!isInCycle || transactions.some((transaction) => transaction.txid === txid)) continue
      transactions = [
        ...transactions,
        { txid, place, events: call.event_count ?? EVENTS_PAGE, read: 0 },
      ]
    }
    const oldest = results.at(-1)
    const isThrough = isLast || (oldest && isBefore(chainPositionOf(oldest), from.from))
    lists[name] = isThrough ? null : offset + results.length
  }

  const readEvents = async (txid: string) => {
    requests += 1
    const current = transactions.find((transaction) => transaction.txid === txid)!
    const answer = await client.transactionEvents(
      txid,
      { offset: current.read, limit: EVENTS_PAGE },
      request,
    )
    if (!answer.ok) {
      failure = answer.failure
      return
    }
    const { events, total } = answer.value
    entries.push(...auditEntriesOf(deployment, txid, current.place, events))
    const read = events.length === 0 ? total : current.read + events.length
    transactions = transactions.map((transaction) =>
      transaction === current ? { ...current, events: Math.max(total, read), read } : transaction,
    )
  }

  const canContinue = () => failure === null && requests < budget
  for (const [name, offset] of Object.entries(lists)) {
    for (
      let next: number | null | undefined = offset;
      typeof next === 'number' && canContinue();
      next = lists[name]
    )
      await listCalls(name, next)
  }
  while (canContinue()) {
    const next = transactions.find(({ events, read }) => read < events)
    if (!next) break
    await readEvents(next.txid)
  }
  const cursor: AuditCursor = { ...from, lists, transactions }
  return {
    entries,
    cursor,
    requestsLeft: requestsLeft(cursor),
    problem: failure && (refreshProblemOf(failure) ?? 'bad-answer'),
  }
}

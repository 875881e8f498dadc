import * as v from 'valibot'
import { createContractLogs } from '../api/contract-logs.ts'
import type { StacksTip, StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { decodeEventHex } from '../events/decode.ts'
import { emptyFeed, feedCursor, readFeed, type FetchPage } from '../read-feed.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import { recordAddressOf, foldEvents, eventKey, type IndexedEvent } from './fold-events.ts'
import type { RecordStore } from './participant-record.ts'

const PAGE = 50

/** A Stacks block by which a chain is known again: everything up to it is as it was. */
const anchor = v.object({ height: v.number(), hash: v.string() })

/**
 * How far the events of a contract are indexed. `anchor`: the newest block when that was read.
 * `oldestCycle`: of the events seen so far; `whitelist`: per tracking address its newest change.
 */
export const indexCursor = v.object({
  feed: feedCursor,
  pages: v.number(),
  anchor: v.nullable(anchor),
  oldestCycle: v.nullable(v.number()),
  newestCycle: v.nullable(v.number()),
  whitelist: v.record(
    v.string(),
    v.object({ key: v.string(), burnHeight: v.number(), on: v.boolean() }),
  ),
})
export type IndexCursor = v.InferOutput<typeof indexCursor>

export const emptyIndex: IndexCursor = {
  feed: emptyFeed,
  pages: 0,
  anchor: null,
  oldestCycle: null,
  newestCycle: null,
  whitelist: {},
}

export type IndexProgress = {
  cursor: IndexCursor
  /**
   * Requests still to make, estimated from the cycles still to come; null when everything is
   * indexed.
   */
  requestsLeft: number | null
  problem: RefreshProblem | null
}

const readAnchor = async (client: StacksClient, height: number): Promise<IndexCursor['anchor']> => {
  const block = await client.block(height, { urgency: 'backfill' })
  return block.ok && block.value.index_block_hash !== ''
    ? { height, hash: block.value.index_block_hash }
    : null
}

/**
 * The feed as it may be gone on with: where no block was reorganised since, what is young is not
 * read again.
 */
const settleFeed = async (
  client: StacksClient,
  { feed, anchor: known }: IndexCursor,
  tip: StacksTip,
): Promise<IndexCursor['feed']> => {
  if (feed.tip.tag === tip.tag || !known) return feed
  const now = await readAnchor(client, known.height)
  return now?.hash === known.hash ? { ...feed, tip: { height: tip.height, tag: tip.tag } } : feed
}

type Item = { key: string; placed: IndexedEvent | undefined }

const estimateRequests = (
  { pages, oldestCycle, newestCycle }: IndexCursor,
  firstCycle: number,
): number => {
  if (oldestCycle === null || newestCycle === null) return 1
  const perCycle = Math.ceil(pages / Math.max(1, newestCycle - oldestCycle + 1))
  return Math.max(1, perCycle * Math.max(0, oldestCycle - firstCycle + 1))
}

/**
 * Reads the contract's events into records, newest first, at most `budget` requests of 50 events,
 * and up to three more. The records are stored before the cursor is given back: whoever is stopped
 * in between reads some events again, which changes nothing.
 */
export const readIndex = async (
  client: StacksClient,
  deployment: Deployment,
  store: RecordStore,
  from: IndexCursor,
  options: { tip: StacksTip; budget?: number; signal?: AbortSignal },
): Promise<IndexProgress> => {
  const { tip, budget = 10, signal } = options
  const { contract } = deployment
  const events: IndexedEvent[] = []
  const readLogs = createContractLogs(client)
  const fetchPage: FetchPage<Item> = async (offset, limit) => {
    const page = await readLogs(
      contract,
      { offset, limit },
      { urgency: 'backfill', ...(signal && { signal }) },
    )
    if (!page.ok) return page
    const items = page.value.results.map((each): Item => {
      const key = `${each.tx_id.slice(2, 18)}:${each.event_index}`
      const isPrint =
        each.event_type === 'smart_contract_log' && each.contract_log.topic === 'print'
      const event = isPrint ? decodeEventHex(each.contract_log.value.hex) : undefined
      return {
        key,
        placed: event && {
          txid: each.tx_id.replace(/^0x/, ''),
          eventIndex: each.event_index,
          event,
        },
      }
    })
    return { ok: true, value: { ...page.value, items } }
  }
  const take = (items: Item[]) => items.forEach(({ placed }) => placed && events.push(placed))
  const progress = await readFeed(fetchPage, await settleFeed(client, from, tip), take, {
    pageSize: PAGE,
    budget,
    tip,
  })

  const addresses = [...new Set(events.map(recordAddressOf).filter((each) => each !== undefined))]
  const known = await store.get(addresses)
  await store.put(
    foldEvents(new Map(addresses.map((address, index) => [address, known[index]])), events),
  )

  // Asked after the events, so that all of them are below it.
  const newest = await client.tip({ urgency: 'backfill' })
  const whitelist = { ...from.whitelist }
  const cycles = [from.oldestCycle, from.newestCycle].filter((cycle) => cycle !== null)
  for (const placed of events) {
    const { event } = placed
    if ('cycle' in event) cycles.push(event.cycle)
    if (event.kind !== 'whitelisted' && event.kind !== 'unwhitelisted') continue
    const before = whitelist[event.tracking]
    if (before && before.burnHeight > event.burnHeight) continue
    whitelist[event.tracking] = {
      key: eventKey(placed),
      burnHeight: event.burnHeight,
      on: event.kind === 'whitelisted',
    }
  }
  const cursor: IndexCursor = {
    feed: progress.cursor,
    pages: from.pages + progress.requests,
    whitelist,
    anchor: newest.ok ? await readAnchor(client, newest.value.stacksHeight) : null,
    oldestCycle: cycles.length > 0 ? Math.min(...cycles) : null,
    newestCycle: cycles.length > 0 ? Math.max(...cycles) : null,
  }
  return {
    cursor,
    requestsLeft:
      progress.requestsLeft === null
        ? null
        : Math.max(progress.requestsLeft, estimateRequests(cursor, deployment.firstCycle ?? 0)),
    problem: progress.failure && (refreshProblemOf(progress.failure) ?? 'bad-answer'),
  }
}

import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
import { askBlock } from '../api/block-sources.ts'
import { createContractLogs } from '../api/contract-logs.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { decodeEventHex } from '../events/decode.ts'
import { emptyFeed, feedCursor, readFeed, type FetchPage } from '../read-feed.ts'
import { refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import type { StacksTip } from '../stacks-read.ts'
import { recordAddressOf, foldEvents, eventKey, type IndexedEvent } from './fold-events.ts'
import type { RecordStore } from './participant-record.ts'

const PAGE = 50

/** A Stacks block that identifies a chain: while it is the same, everything up to it is. */
const anchor = v.object({ height: v.number(), hash: v.string() })

/**
 * How far the events of a contract are indexed. `anchor`: the newest block at that time;
 * `oldestCycle`: of the events read so far; `whitelist`: per tracking address its newest change.
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
  const block = await askBlock(client, height, { urgency: 'backfill' })
  return block.ok && block.value.index_block_hash !== ''
    ? { height, hash: block.value.index_block_hash }
    : null
}

/**
 * The feed to continue with: unless a block was reorganised since, young events are not read again.
 */
const settleFeed = async (
  client: StacksClient,
  { feed, anchor }: IndexCursor,
  tip: StacksTip,
): Promise<IndexCursor['feed']> => {
  if (feed.tip.tag === tip.tag || !anchor) return feed
  const current = await readAnchor(client, anchor.height)
  return current?.hash === anchor.hash
    ? { ...feed, tip: { height: tip.height, tag: tip.tag } }
    : feed
}

type IndexItem = { key: string; indexed: IndexedEvent | undefined }

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
 * and up to three more. The records are stored before the cursor is returned: an interruption in
 * between means that some events are read again, which changes nothing.
 */
export const readIndex = async (
  client: StacksClient,
  deployment: Deployment,
  { store, cursor: from }: { store: RecordStore; cursor: IndexCursor },
  options: { tip: StacksTip; budget?: number; signal?: AbortSignal },
): Promise<IndexProgress> => {
  const { tip, budget = 10, signal } = options
  const { contract } = deployment
  const events: IndexedEvent[] = []
  const readLogs = createContractLogs(client)
  const fetchPage: FetchPage<IndexItem> = async (offset, limit) => {
    const page = await readLogs(
      contract,
      { offset, limit },
      { urgency: 'backfill', ...(signal && { signal }) },
    )
    if (!page.ok) return page
    const items = page.value.results.map((apiEvent): IndexItem => {
      const key = `${apiEvent.tx_id.slice(2, 18)}:${apiEvent.event_index}`
      const isPrint =
        apiEvent.event_type === 'smart_contract_log' && apiEvent.contract_log.topic === 'print'
      const event = isPrint ? decodeEventHex(apiEvent.contract_log.value.hex) : undefined
      return {
        key,
        indexed: event && {
          txid: stripHexPrefix(apiEvent.tx_id),
          eventIndex: apiEvent.event_index,
          event,
        },
      }
    })
    return { ok: true, value: { ...page.value, items } }
  }
  const takeItems = (items: IndexItem[]) =>
    items.forEach(({ indexed }) => indexed && events.push(indexed))
  const progress = await readFeed(fetchPage, await settleFeed(client, from, tip), takeItems, {
    pageSize: PAGE,
    budget,
    tip,
  })

  const addresses = [
    ...new Set(events.map(recordAddressOf).filter((address) => address !== undefined)),
  ]
  const records = await store.get(addresses)
  await store.put(
    foldEvents(new Map(addresses.map((address, index) => [address, records[index]])), events),
  )

  // Read after the events, so that all of them are below it.
  const newest = await client.tip({ urgency: 'backfill' })
  const whitelist = { ...from.whitelist }
  const cycles = [from.oldestCycle, from.newestCycle].filter((cycle) => cycle !== null)
  for (const indexed of events) {
    const { event } = indexed
    if ('cycle' in event) cycles.push(event.cycle)
    if (event.kind !== 'whitelisted' && event.kind !== 'unwhitelisted') continue
    const newer = whitelist[event.tracking]
    if (newer && newer.burnHeight > event.burnHeight) continue
    whitelist[event.tracking] = {
      key: eventKey(indexed),
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

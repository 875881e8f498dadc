import type { DuskNotice } from '../../../app/hyperstaking/dusk-notice.ts'
import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import { addToHistory, emptyHistory } from '../../../app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import type { PoolEventPlace } from '../../../app/hyperstaking/pool-watch.ts'
import {
  duskHistoryItem,
  duskItem,
  duskSettingsItem,
} from '../../../app/hyperstaking/stored-items.ts'
import { readPoolEvents } from '../../../chain/dusk/pool-events.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { correctPoolNotices, enterPoolNotices } from './announce-pool-notices.ts'
import { doubtPoolNotices } from './doubt-pool-notices.ts'
import type { DuskChain } from './dusk-chain.ts'
import { type ReadClosings, findClosings } from './find-closings.ts'
import {
  findFalls,
  findWarnings,
  hasPosition,
  noticeKey,
  noticesOf,
  poolName,
} from './find-pool-notices.ts'
import { findSlashes, nextSlashWatch } from './find-slashes.ts'
import { coveredBlocks, withdrawPoolNotices } from './withdraw-pool-notices.ts'

/** Pages of events that one refresh reads: when all before them are read, and on the way there. */
const PAGES = { next: 1, behind: 20 }

const nodeOf = ({ bases }: DuskChain['client']): string => bases.join(' ')

interface News {
  chain: DuskChain
  address: string
  before: DuskReading | null
  reading: DuskReading
  closings: ReadClosings
  /** Whether the answers are of a network or an account that is not in use any more. */
  outdated: () => boolean
}

/**
 * Finds what is new since the reading before and enters it. News come before the reading is stored:
 * a background that is stopped in between finds the same news under the same keys again.
 */
export async function readNews(store: ItemStore, news: News): Promise<void> {
  const { chain, before, reading, closings, outdated } = news
  const { client } = chain
  const { warnings } = reading
  // A node of another chain reports that chain's news.
  if (warnings.known && warnings.value.includes('wrong-network')) return
  await doubtPoolNotices(store, { client, reading, closings }, outdated)
  if (outdated()) return
  if (before) {
    const found = [
      ...findClosings(before, reading, closings),
      ...findWarnings(before, reading),
      ...findFalls(before, reading, store.get(duskSettingsItem).alerts.below),
    ]
    await enterPoolNotices(store, found, { node: nodeOf(client) })
  }
  for (const pool of reading.pools.filter(hasPosition)) {
    if (outdated()) return
    await enterSlashes(store, news, pool)
    await enterEvents(store, news, pool)
  }
}

async function enterSlashes(
  store: ItemStore,
  { chain, address, before, reading, outdated }: News,
  pool: PoolSummary,
): Promise<void> {
  const key = `${reading.network} ${pool.id} ${address}`
  const kept = store.get(duskItem).watches[key]
  const watch = before
    ? nextSlashWatch(
        kept,
        before.pools.find(({ id }) => id === pool.id),
        pool,
        { before: before.height, now: reading.height },
      )
    : (kept ?? null)
  if (watch === null) return
  // Its blocks are read from the next refresh on, which leaves out what can wait.
  const { notices, next } = kept
    ? await findSlashes(chain.client, reading, pool, watch)
    : { notices: [], next: watch }
  if (outdated()) return
  await enterPoolNotices(store, notices, { node: nodeOf(chain.client) })
  await store.update(duskItem, (state) => {
    const { [key]: _, ...others } = state.watches
    return { ...state, watches: next === null ? others : { ...others, [key]: next } }
  })
}

/** Where to read on: from now on when nothing is kept, or when a local network was started anew. */
const placeIn = (
  kept: PoolEventPlace | undefined,
  pool: PoolSummary,
  height: bigint,
): PoolEventPlace =>
  kept && kept.height <= height
    ? kept
    : { pool: poolName(pool), height, cursor: null, earned: 0n, unread: null }

/**
 * Rewards and what they add up to since they were last told of; a notice of the sum once that is as
 * much as the person wants to be told of.
 */
const addUp = (
  network: string,
  pool: PoolSummary,
  { earned, notices }: { earned: bigint; notices: readonly DuskNotice[] },
  threshold: bigint | null,
): { earned: bigint; notices: DuskNotice[] } => {
  if (threshold === null) return { earned: 0n, notices: [...notices] }
  const rewards = notices.filter(({ kind }) => kind === 'reward')
  const sum = rewards.reduce((total, { lux }) => total + (lux ?? 0n), earned)
  const last = rewards.at(-1)
  if (!last || sum < threshold) return { earned: sum, notices: [...notices] }
  const told: DuskNotice = {
    key: noticeKey(network, 'earned', last.key),
    kind: 'earned',
    pool: poolName(pool),
    height: last.height,
    lux: sum,
  }
  return { earned: 0n, notices: [...notices, told] }
}

async function enterEvents(
  store: ItemStore,
  { chain: { client }, address, reading, outdated }: News,
  pool: PoolSummary,
): Promise<void> {
  const { network } = reading
  const key = `${network} ${pool.id} ${address}`
  const node = nodeOf(client)
  const place = placeIn(store.get(duskItem).places[key], pool, reading.height)
  // What a node has refused once it is not asked again.
  if (place.unread?.reason === 'not-offered' && place.unread.node === node) return
  const cursor = place.cursor?.node === node ? place.cursor.at : null
  const read = await readPoolEvents(
    client,
    pool,
    { cursor, height: 0n },
    cursor !== null && store.get(duskHistoryItem)[key]?.complete ? PAGES.next : PAGES.behind,
  )
  if (outdated()) return
  if (!read.known) {
    const next = { ...place, unread: { reason: read.reason, node } }
    await store.update(duskItem, (state) => ({
      ...state,
      places: { ...state.places, [key]: next },
    }))
    return
  }
  const { events, place: reached, complete, restarted } = read.value
  const anew = cursor === null || restarted
  const blocks = coveredBlocks(events, { anew, complete, final: reading.final })
  if (blocks) {
    const known = noticesOf(network, pool, events)
    await correctPoolNotices(store, (ledger) =>
      withdrawPoolNotices(ledger, { network, pool: pool.id }, { blocks, known }),
    )
  }
  // Events from before the account was followed are history, and no news.
  const fresh = events.filter(({ height }) => height >= place.height)
  const { rewards } = store.get(duskSettingsItem).alerts
  const { earned, notices } = addUp(
    network,
    pool,
    { earned: place.earned, notices: noticesOf(network, pool, fresh) },
    rewards,
  )
  const quiet = ({ kind }: DuskNotice) => kind === 'reward' && rewards !== null
  await enterPoolNotices(store, notices, { node, quiet })
  const next: PoolEventPlace = {
    pool: poolName(pool),
    height: reached.height > place.height ? reached.height : place.height,
    cursor: reached.cursor === null ? null : { at: reached.cursor, node },
    earned,
    unread: null,
  }
  // Both in one write: an event is in the history once.
  await Promise.all([
    store.update(duskItem, (state) => ({ ...state, places: { ...state.places, [key]: next } })),
    store.update(duskHistoryItem, (histories) => ({
      ...histories,
      [key]: addToHistory(
        anew ? emptyHistory : (histories[key] ?? emptyHistory),
        events,
        address,
        complete,
      ),
    })),
  ])
}

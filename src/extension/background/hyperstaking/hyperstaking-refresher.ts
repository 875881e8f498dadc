import type { DuskReading } from '../../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'
import {
  duskItem,
  duskLedgerItem,
  duskReadingItem,
} from '../../../app/hyperstaking/stored-items.ts'
import type { EventPlace } from '../../../chain/dusk/pool-events.ts'
import { isDuskTracked } from '../../../wallet/dusk/advance-dusk-intent.ts'
import { browser } from '../../browser.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { coalesce } from '../coalesce.ts'
import { runLogged } from '../record-fault.ts'
import { announcePoolNotices, enterPoolNotices } from './announce-pool-notices.ts'
import type { DuskChain } from './dusk-chain.ts'
import type { DuskSigning } from './dusk-signing.ts'
import { findPoolChanges, hasPosition, findPoolRewards } from './find-pool-notices.ts'
import { findSlashes, nextSlashWatch } from './find-slashes.ts'
import { readPools } from './read-pools.ts'
import { trackPoolCalls } from './track-pool-calls.ts'

export const duskAlarm = 'dusk'

/** Where reading a pool's events has come to: "height cursor"; from now on when nothing is kept. */
function placeOf(stored: string | undefined, height: bigint): EventPlace {
  const [at = '', cursor = null] = stored?.split(' ') ?? []
  // A local network that was started anew counts from its own heights.
  return /^\d+$/.test(at) && BigInt(at) <= height
    ? { height: BigInt(at), cursor }
    : { height, cursor: null }
}

/** One refresh of the Dusk side after another: transactions, readings, news. */
export function createHyperstakingRefresher(
  store: ItemStore,
  chain: () => DuskChain,
  signing: DuskSigning,
) {
  const again = coalesce(async () => {
    const current = chain()
    await signing.expire(Date.now())
    await trackPoolCalls(signing, current)
    const address = store.get(duskItem).account?.address ?? null
    const read = await readPools(current, address, Date.now())
    const outdated = () =>
      chain() !== current || (store.get(duskItem).account?.address ?? null) !== address
    if (outdated()) return
    await store.update(duskItem, (state) =>
      state.problem === (read === null) ? state : { ...state, problem: read === null },
    )
    if (read) {
      const before = store.get(duskReadingItem)
      // News first: a background that is stopped before the reading is stored finds the same news
      // under the same keys again.
      if (before?.network === read.reading.network && before.account === address) {
        await enterPoolNotices(store, findPoolChanges(before, read.reading))
        for (const pool of read.reading.pools)
          if (hasPosition(pool) && address !== null)
            await enterSlashes(current, address, before, pool, read.reading, outdated)
      }
      if (address !== null)
        for (const pool of read.reading.pools)
          if (hasPosition(pool))
            await enterRewards(current, address, pool, read.reading.height, outdated)
      if (outdated()) return
      await store.update(duskReadingItem, () => read.reading)
    }
    await announcePoolNotices(store)
    await schedule()
  })

  async function enterSlashes(
    { client }: DuskChain,
    address: string,
    before: DuskReading,
    pool: PoolSummary,
    reading: DuskReading,
    outdated: () => boolean,
  ): Promise<void> {
    const key = `slash ${reading.network} ${pool.id} ${address}`
    const kept = store.get(duskItem).since[key]
    const watch = nextSlashWatch(
      kept,
      before.pools.find(({ id }) => id === pool.id),
      pool,
      { before: before.height, now: reading.height },
    )
    if (watch === null) return
    const { notices, next } = await findSlashes(client, reading, pool, watch)
    if (outdated()) return
    await enterPoolNotices(store, notices)
    const { [key]: _, ...others } = store.get(duskItem).since
    if (next !== (kept ?? null))
      await store.update(duskItem, (state) => ({
        ...state,
        since: next === null ? others : { ...state.since, [key]: next },
      }))
  }

  async function enterRewards(
    { client, deployment }: DuskChain,
    address: string,
    pool: PoolSummary,
    height: bigint,
    outdated: () => boolean,
  ): Promise<void> {
    const key = `${deployment.network} ${pool.id} ${address}`
    const stored = store.get(duskItem).since[key]
    const found = await findPoolRewards(client, deployment.network, pool, placeOf(stored, height))
    if (found === null || outdated()) return
    await enterPoolNotices(store, found.notices)
    const place = `${found.place.height} ${found.place.cursor ?? ''}`.trim()
    if (stored !== place)
      await store.update(duskItem, (state) => ({
        ...state,
        since: { ...state.since, [key]: place },
      }))
  }

  /** Soon while something is pending, else twice in ten minutes; never without an account. */
  async function schedule(): Promise<void> {
    if (store.get(duskItem).account === null) return void (await browser.alarms.clear(duskAlarm))
    const pending = signing.journal.entries().some(({ intent }) => isDuskTracked(intent))
    const periodInMinutes = pending || chain().deployment.network === 'local' ? 0.5 : 5
    const alarm = await browser.alarms.get(duskAlarm)
    if (alarm?.periodInMinutes !== periodInMinutes)
      await browser.alarms.create(duskAlarm, { periodInMinutes })
  }

  return {
    chain,
    refresh: again,
    /** The same for whoever does not wait for it. */
    refreshSoon: (): void => void runLogged(store, 'refresh hyperstaking', again),
    /** Another network or node: nothing that was read from the one before stays. */
    async forget(): Promise<void> {
      await Promise.all([
        store.update(duskReadingItem, () => null),
        store.update(duskLedgerItem, () => ({})),
        store.update(duskItem, () => duskItem.initial()),
      ])
    },
  }
}
export type HyperstakingRefresher = ReturnType<typeof createHyperstakingRefresher>

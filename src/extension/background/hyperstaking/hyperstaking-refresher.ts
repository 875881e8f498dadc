import type { DuskSource } from '../../../app/hyperstaking/dusk-settings.ts'
import {
  duskHistoryItem,
  duskItem,
  duskLedgerItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../app/hyperstaking/stored-items.ts'
import { duskPositionOf, isDuskTracked } from '../../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import { isCostly } from '../../../wallet/reduce-signing.ts'
import { browser } from '../../browser.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { alarmMinutes } from '../alarm-minutes.ts'
import { coalesce } from '../coalesce.ts'
import { keepAlarm } from '../keep-alarm.ts'
import { runLogged } from '../record-fault.ts'
import { withdrawNotifications } from '../unread-notifications.ts'
import { announcePoolNotices } from './announce-pool-notices.ts'
import type { DuskChain } from './dusk-chain.ts'
import type { DuskSigning } from './dusk-signing.ts'
import { readNews } from './read-news.ts'
import { readPools } from './read-pools.ts'
import { trackPoolCalls } from './track-pool-calls.ts'

export const duskAlarm = 'dusk'

/** The chain is asked about it: nothing waits for its sender first. */
const isFollowed = (intent: DuskIntent): boolean =>
  isDuskTracked(intent) && !isCostly(duskPositionOf(intent))

/** One refresh of the Dusk side after another: transactions, readings, news. */
export function createHyperstakingRefresher(
  store: ItemStore,
  chain: () => DuskChain,
  signing: DuskSigning,
) {
  let isLooked = false

  const again = coalesce(async () => {
    const current = chain()
    const idle = !isLooked
    isLooked = false
    await signing.expire(Date.now())
    await signing.lookForSilent(Date.now())
    await trackPoolCalls(signing, current)
    const address = store.get(duskItem).account?.address ?? null
    const read = await readPools(current, address, Date.now(), {
      kept: store.get(duskReadingItem),
      light: Object.keys(store.get(duskItem).watches).length > 0,
      idle: idle && !isCallNew(),
    })
    const outdated = () =>
      chain() !== current || (store.get(duskItem).account?.address ?? null) !== address
    if (outdated()) return
    await store.update(duskItem, (state) =>
      state.problem === (read === null) ? state : { ...state, problem: read === null },
    )
    if (read) {
      const stored = store.get(duskReadingItem)
      const before =
        stored?.network === read.reading.network && stored.account === address ? stored : null
      if (address !== null)
        await readNews(store, { ...read, chain: current, address, before, outdated })
      if (outdated()) return
      await store.update(duskReadingItem, () => read.reading)
    }
    await announcePoolNotices(store)
    await schedule()
  })

  /** A call of the account's own may have changed what it has in a pool. */
  const isCallNew = (): boolean => {
    const readAt = store.get(duskReadingItem)?.readAt ?? 0
    return signing.journal
      .entries()
      .some(({ intent }) => isFollowed(intent) || intent.updatedAt >= readAt)
  }

  /** Soon while something is pending, else four times an hour; never without an account. */
  async function schedule(): Promise<void> {
    if (store.get(duskItem).account === null) return void (await browser.alarms.clear(duskAlarm))
    const pending =
      signing.journal.entries().some(({ intent }) => isFollowed(intent)) ||
      Object.values(store.get(duskItem).watches).some(({ unread }) => unread === null) ||
      Object.values(store.get(duskHistoryItem)).some(({ complete }) => !complete)
    const isSoon = pending || chain().deployment.network === 'local'
    await keepAlarm(duskAlarm, isSoon ? alarmMinutes.soon : alarmMinutes.later)
  }

  /** Refreshes everything: somebody looks at it. */
  const refresh = (): Promise<void> => {
    isLooked = true
    return again()
  }

  return {
    chain,
    refresh,
    /** The same without waiting for it. */
    refreshSoon: (): void => void runLogged(store, 'refresh hyperstaking', refresh),
    /** Refreshes what concerns the account, as its alarm wants it. */
    refreshIdle: again,
    /**
     * Another network, or another local one: nothing that was read from the one before stays. A
     * public network is the same from whichever node: its news go on where they were.
     */
    async forget(before: DuskSource): Promise<void> {
      const { network, base } = store.get(duskSettingsItem)
      const same = network !== 'local' || base === before.base
      if (network === before.network && same) {
        if (base === before.base) return
        // What the node before has said of pools and calls ends with it.
        await Promise.all([
          store.update(duskReadingItem, () => null),
          store.update(duskItem, (state) => ({ ...state, plan: null, problem: false })),
        ])
        return
      }
      await withdrawNotifications(store, Object.keys(store.get(duskLedgerItem)))
      await Promise.all([
        store.update(duskReadingItem, () => null),
        store.update(duskLedgerItem, () => ({})),
        store.update(duskHistoryItem, () => ({})),
        store.update(duskItem, () => duskItem.initial()),
      ])
    },
  }
}
export type HyperstakingRefresher = ReturnType<typeof createHyperstakingRefresher>

import {
  stakingClaimsItem,
  stakingHoldersItem,
  stakingItem,
  stakingOffersItem,
  stakingRecordsItem,
} from '../../../app/bitcoin-staking/stored-items.ts'
import {
  chainItem,
  networkItem,
  readingsItem,
  refreshItem,
} from '../../../app/dual-stacking/stored-items.ts'
import { isLively } from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { announceStakingNews } from '../bitcoin-staking/announce-staking-news.ts'
import { refreshStaking } from '../bitcoin-staking/refresh-staking.ts'
import { coalesce } from '../coalesce.ts'
import { planRetry } from '../plan-retry.ts'
import { runLogged } from '../record-fault.ts'
import { scheduleRefresh } from '../refresh-alarm.ts'
import { announceHolderNotices, recordHolderNotices } from './holder-notices.ts'
import { refreshReadings } from './refresh-readings.ts'
import { announceRewards } from './rewards/announce-rewards.ts'
import { searchRewards } from './rewards/search-rewards.ts'
import { type createStacksChain, storeChainCache } from './stacks-chain.ts'
import type { StacksSigning } from './stacks-signing.ts'
import { addressesToReread, trackTransactions } from './track-transactions.ts'

/**
 * One refresh after another, never two at once: transactions first (what they changed is read
 * again), then readings, then rewards. Every part is stored as soon as it is there, so a background
 * that is stopped in the middle loses only what it had not read yet.
 */
export function createDualStackingRefresher(
  store: ItemStore,
  signing: StacksSigning,
  chain: ReturnType<typeof createStacksChain>,
) {
  const fresh = new Set<string>()

  const again = coalesce(async () => {
    const current = chain.current()
    const outdated = () => chain.current() !== current
    await store.update(refreshItem, (state) => ({ ...state, startedAt: Date.now() }))
    await signing.expire(Date.now())
    await signing.lookForSilent(Date.now())
    await trackTransactions(store, signing, current)
    const asked = new Set([...fresh, ...addressesToReread(store, Date.now())])
    fresh.clear()
    let problem = await refreshReadings(store, current, asked, outdated)
    // Whatever is told of Bitcoin Staking, rewards of Dual Stacking are looked for.
    await runLogged(store, 'refresh bitcoin staking', () =>
      refreshStaking(store, current, asked, outdated),
    )
    let { requestsLeft } = store.get(refreshItem)
    if (!outdated() && problem === null)
      ({ requestsLeft, problem } = await searchRewards(store, current, outdated, asked))
    if (!outdated()) await recordHolderNotices(store, Date.now())
    await announceRewards(store)
    await announceHolderNotices(store)
    await announceStakingNews(store)
    if (!outdated()) await storeChainCache(store, current)
    const retryAt =
      problem === 'rate-limited'
        ? planRetry({
            planned: store.get(refreshItem).retryAt,
            pausedUntil: current.client.http.pausedUntil(),
            now: Date.now(),
          })
        : null
    await store.update(refreshItem, () => ({
      startedAt: null,
      finishedAt: Date.now(),
      problem,
      retryAt,
      requestsLeft,
    }))
    const pending = signing.journal.entries().some(({ intent }) => isLively(intent, Date.now()))
    // A search that fails would fail again at once, unless it was only too fast.
    const canContinue = requestsLeft !== null && (problem === null || problem === 'rate-limited')
    await scheduleRefresh({
      soon: pending || canContinue || current.deployment.network === 'devnet',
      retryAt,
    })
  })

  return {
    chain: chain.current,
    /**
     * Refreshes now, or once more after the refresh under way; `address`: its readings are read
     * again even within the same block.
     */
    refresh(address?: string): Promise<void> {
      if (address) fresh.add(address)
      return again()
    },
    /** The same without waiting for it. */
    refreshSoon: (): void => void runLogged(store, 'refresh dual stacking', again),
    /**
     * Forgets the answers that were kept, which name the addresses that were asked about; a refresh
     * under way stores nothing more.
     */
    async forgetAnswers(): Promise<void> {
      chain.forget()
      await store.update(chainItem, () => chainItem.initial())
    },
    /** The network or its hosts have changed: nothing that was read from the others is shown. */
    async switchNetwork(): Promise<void> {
      chain.forget()
      await store.update(networkItem, () => null)
      await store.update(readingsItem, () => ({}))
      await store.update(stakingItem, () => stakingItem.initial())
      await store.update(stakingHoldersItem, () => ({}))
      await store.update(stakingRecordsItem, () => ({}))
      await store.update(stakingClaimsItem, () => null)
      await store.update(stakingOffersItem, () => ({}))
      await store.update(refreshItem, () => refreshItem.initial())
    },
  }
}
export type DualStackingRefresher = ReturnType<typeof createDualStackingRefresher>

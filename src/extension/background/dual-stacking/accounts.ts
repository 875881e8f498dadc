import {
  stakingClaimsItem,
  stakingHoldersItem,
  stakingNoticesItem,
  stakingOffersItem,
  stakingRewardsItem,
  stakingSearchItem,
  stakingWatchItem,
} from '../../../app/bitcoin-staking/stored-items.ts'
import {
  accountsItem,
  cycleRecordsItem,
  journalItem,
  ledgerItem,
  noticesItem,
  readingsItem,
  searchItem,
  verificationItem,
} from '../../../app/dual-stacking/stored-items.ts'
import type { FollowedAccount } from '../../../app/followed-account.ts'
import type { StoredItem } from '../../../app/stored/stored-item.ts'
import type { NetworkReading } from '../../../chain/stacks/readings.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { withdrawNotifications } from '../unread-notifications.ts'

/** Follows an address and selects it; a watched one becomes the wallet's when it is connected. */
export async function addAccount(store: ItemStore, account: FollowedAccount): Promise<void> {
  await store.update(accountsItem, ({ list, since }) => {
    const known = list.find(({ address }) => address === account.address)
    const next = known ? { ...known, ...account, label: account.label ?? known.label } : account
    return {
      list: known ? list.map((each) => (each === known ? next : each)) : [...list, next],
      selected: account.address,
      since,
    }
  })
}

const sinceKey = (deployment: string, address: string): string => `${deployment} ${address}`

/**
 * Records from which Bitcoin height on each address is followed under a deployment; a restarted
 * local network counts from its own heights.
 */
export async function recordFollowedSince(
  store: ItemStore,
  { deployment, burnHeight }: NetworkReading,
): Promise<void> {
  await store.update(accountsItem, (accounts) => {
    const stale = accounts.list
      .map(({ address }) => sinceKey(deployment, address))
      .filter((key) => (accounts.since[key] ?? Infinity) > burnHeight)
    return stale.length === 0
      ? accounts
      : {
          ...accounts,
          since: {
            ...accounts.since,
            ...Object.fromEntries(stale.map((key) => [key, burnHeight])),
          },
        }
  })
}

/** The Bitcoin height from which on rewards of an address are news. */
export const followedSince = (store: ItemStore, deployment: string, address: string): number =>
  store.get(accountsItem).since[sinceKey(deployment, address)] ?? Infinity

type Stored<I> = I extends StoredItem<Record<string, infer Entry>> ? Entry : never

/** Keys that `sinceKey` made end with an address. */
const withoutAddress = <T>(record: Record<string, T>, address: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !key.endsWith(` ${address}`)))

/** Forgets an address and all that was kept of it, its notifications included. */
export async function forgetAccount(store: ItemStore, address: string): Promise<void> {
  const isOfRewards = ({ payment }: Stored<typeof ledgerItem>) =>
    payment.enrolledAddress === address
  const isOfNews = ({ notice }: Stored<typeof noticesItem>) =>
    'address' in notice && notice.address === address
  const ledger = Object.entries(store.get(ledgerItem))
  const notices = Object.entries(store.get(noticesItem))
  const isOfStaking = ({ notice }: Stored<typeof stakingNoticesItem>) => notice.address === address
  const stakingNotices = Object.entries(store.get(stakingNoticesItem))
  await Promise.all([
    store.update(accountsItem, ({ list, selected, since }) => {
      const left = list.filter((account) => account.address !== address)
      return {
        list: left,
        selected: selected === address ? (left[0]?.address ?? null) : selected,
        since: withoutAddress(since, address),
      }
    }),
    store.update(readingsItem, ({ [address]: _gone, ...readings }) => readings),
    store.update(stakingHoldersItem, ({ [address]: _gone, ...holders }) => holders),
    store.update(stakingOffersItem, ({ [address]: _gone, ...offers }) => offers),
    store.update(stakingClaimsItem, (queue) => (queue?.account === address ? null : queue)),
    store.update(ledgerItem, () =>
      Object.fromEntries(ledger.filter(([, entry]) => !isOfRewards(entry))),
    ),
    store.update(noticesItem, () =>
      Object.fromEntries(notices.filter(([, entry]) => !isOfNews(entry))),
    ),
    store.update(stakingNoticesItem, () =>
      Object.fromEntries(stakingNotices.filter(([, entry]) => !isOfStaking(entry))),
    ),
    store.update(stakingWatchItem, (watches) => withoutAddress(watches, address)),
    store.update(stakingRewardsItem, (rewards) => withoutAddress(rewards, address)),
    store.update(stakingSearchItem, (places) => withoutAddress(places, address)),
    withdrawNotifications(
      store,
      [
        ...ledger.filter(([, entry]) => isOfRewards(entry)),
        ...notices.filter(([, entry]) => isOfNews(entry)),
        ...stakingNotices.filter(([, entry]) => isOfStaking(entry)),
      ].map(([key]) => key),
    ),
    store.update(cycleRecordsItem, (records) =>
      records.filter((record) => record.address !== address),
    ),
    store.update(searchItem, (search) => withoutAddress(search, address)),
    store.update(verificationItem, (job) => (job?.address === address ? null : job)),
    store.update(journalItem, (entries) =>
      entries.filter(({ intent }) => intent.request.account !== address),
    ),
  ])
}

/** Selects a followed address; false when it is not followed. */
export async function selectAccount(store: ItemStore, address: string): Promise<boolean> {
  const { list } = store.get(accountsItem)
  if (!list.some((account) => account.address === address)) return false
  await store.update(accountsItem, (accounts) => ({ ...accounts, selected: address }))
  return true
}

/** Gives a followed address a name of the user's own. */
export const nameAccount = (
  store: ItemStore,
  address: string,
  label: string | null,
): Promise<unknown> =>
  store.update(accountsItem, (accounts) => ({
    ...accounts,
    list: accounts.list.map((account) =>
      account.address === address ? { ...account, label } : account,
    ),
  }))

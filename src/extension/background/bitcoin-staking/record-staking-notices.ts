import { findStakingNotices } from '../../../app/bitcoin-staking/notices/find-staking-notices.ts'
import {
  isStakingNewsWanted,
  type StakingNewsSettings,
} from '../../../app/bitcoin-staking/notices/staking-news-settings.ts'
import type { StakingOccasion } from '../../../app/bitcoin-staking/notices/staking-occasion.ts'
import { emptyStakingWatch } from '../../../app/bitcoin-staking/notices/staking-watch.ts'
import {
  stakingAddressKey,
  stakingNoticesItem,
  stakingWatchItem,
  type StakingNotices,
} from '../../../app/bitcoin-staking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { HolderReading } from '../../../chain/stacks/bitcoin-staking/refresh-holder.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { withdrawNotifications } from '../unread-notifications.ts'

const KEPT = 200

/**
 * Enters what a reading gives reason to tell of, before the reading is stored: a background that is
 * stopped in between finds the same under the same keys again. A known key keeps its state, so that
 * nothing is told twice; what was so before its topic was looked at is no news; what does not hold
 * any more is withdrawn.
 */
export async function recordStakingNotices(
  store: ItemStore,
  before: HolderReading | null,
  { programme, ...after }: HolderReading,
): Promise<void> {
  const { address } = after.position
  const { deployment } = programme
  const watchKey = stakingAddressKey(deployment, address)
  const watch = store.get(stakingWatchItem)[watchKey] ?? emptyStakingWatch
  const wanted = store.get(settingsItem).notifications.staking
  const found = findStakingNotices({ address, programme, before, after, watch, wanted })
  const place: Place = { deployment, address, seen: watch.seen, wanted, at: programme.readAt }
  const notices = store.get(stakingNoticesItem)
  const next = enterOccasions(notices, found.occasions, place)
  const gone = Object.entries(next).flatMap(([key, entry]) =>
    entry.gone && notices[key] && !notices[key].gone ? [key] : [],
  )
  await Promise.all([
    store.update(stakingNoticesItem, () => next),
    store.update(stakingWatchItem, (watches) =>
      JSON.stringify(watches[watchKey], digits) === JSON.stringify(found.watch, digits)
        ? watches
        : { ...watches, [watchKey]: found.watch },
    ),
  ])
  if (gone.length > 0) await withdrawNotifications(store, gone)
}

const digits = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value

interface Place {
  deployment: string
  address: string
  /** Topics that were looked at before. */
  seen: readonly string[]
  wanted: StakingNewsSettings
  at: number
}

/** The ledger with these occasions; the same object when nothing changes. */
export function enterOccasions(
  notices: StakingNotices,
  occasions: readonly StakingOccasion[],
  place: Place,
): StakingNotices {
  const { deployment, address, seen, wanted, at } = place
  const next = { ...notices }
  let changed = false
  for (const { topic, holds } of occasions) {
    if (holds === 'unchanged') continue
    const heldKey = holds && noticeKey(deployment, holds.key)
    for (const [key, entry] of Object.entries(notices)) {
      const isOfTopic =
        entry.deployment === deployment && entry.topic === topic && entry.notice.address === address
      const gone = key !== heldKey
      if (!isOfTopic || (entry.gone ?? false) === gone) continue
      next[key] = { ...entry, gone }
      changed = true
    }
    if (!holds || heldKey === null || notices[heldKey]) continue
    const isNews = seen.includes(topic) && isStakingNewsWanted(wanted, holds.notice.kind)
    const state = isNews ? ('due' as const) : ('past' as const)
    next[heldKey] = { deployment, topic, notice: holds.notice, state, at }
    changed = true
  }
  return changed ? withoutOldest(next) : notices
}

/** The notification's id. */
const noticeKey = (deployment: string, key: string): string => `staking:${deployment}:${key}`

/** What holds or is due stays. */
function withoutOldest(notices: StakingNotices): StakingNotices {
  const entries = Object.entries(notices)
  if (entries.length <= KEPT) return notices
  const old = entries
    .filter(([, { state, gone }]) => gone || state === 'dismissed')
    .toSorted(([, one], [, other]) => one.at - other.at)
    .slice(0, entries.length - KEPT)
  const dropped = new Set(old.map(([key]) => key))
  return Object.fromEntries(entries.filter(([key]) => !dropped.has(key)))
}

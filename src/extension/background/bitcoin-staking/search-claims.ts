import {
  claimTopic,
  occasionOfClaim,
} from '../../../app/bitcoin-staking/notices/occasion-of-claim.ts'
import {
  noStakingRewards,
  type StakingRewards,
} from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import type { HolderStake } from '../../../app/bitcoin-staking/staking-reading.ts'
import {
  stakingAddressKey,
  stakingHoldersItem,
  stakingItem,
  stakingNoticesItem,
  stakingRewardsItem,
  stakingSearchItem,
  type ClaimSearchPlace,
} from '../../../app/bitcoin-staking/stored-items.ts'
import { accountsItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import type { CycleClaims } from '../../../chain/stacks/bitcoin-staking/list-claimables.ts'
import { emptyClaimCursor } from '../../../chain/stacks/bitcoin-staking/rewards/claim-cursor.ts'
import {
  collectClaims,
  type CollectedClaims,
} from '../../../chain/stacks/bitcoin-staking/rewards/collect-claims.ts'
import type { StakingDeployment } from '../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksTip } from '../../../chain/stacks/stacks-read.ts'
import { halfAt } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { withdrawNotifications } from '../unread-notifications.ts'
import { enterOccasions } from './record-staking-notices.ts'

const BUDGET = 6
/** An index that lags behind its node has caught up by then. */
const WAIT_BLOCKS = 6
const COLLECTED_MS = 2 * 3_600_000

/**
 * Searches on for what managers have paid an address: while earlier claims are still to be found,
 * after something was claimed, and once in every half. Otherwise nothing is asked. What is new is
 * told of; what these hosts know nothing of is gone.
 */
export async function searchClaims(
  store: ItemStore,
  { client }: Pick<StacksChain, 'client'>,
  staking: StakingDeployment,
  { address, outdated }: { address: string; outdated: () => boolean },
): Promise<void> {
  const holder = store.get(stakingHoldersItem)[address]
  const { programme } = store.get(stakingItem)
  if (!holder?.claims || !programme?.clock.known) return
  const tip = await client.tip({ maxAgeMs: 60_000 })
  if (!tip.ok) return
  const key = stakingAddressKey(staking.id, address)
  const rewards = store.get(stakingRewardsItem)[key] ?? noStakingRewards
  const half = halfAt(programme.clock.value, programme.burnHeight)
  const hosts = client.http.bases.join(' ')
  const place = placeFor(store.get(stakingSearchItem)[key], rewards, {
    hosts,
    half,
    tip: tip.value,
  })
  const isDue =
    place.isDue || rewards.requestsLeft !== null || isCollected(store, { address, rewards })
  const isOpen =
    place.cursor.payouts.length > 0 ||
    rewards.claims.some((claim) => isUnsettled(claim, tip.value.height))
  if (!isDue && !isOpen) return
  const collected = await collectClaims(
    client,
    staking,
    {
      staker: address,
      managers: isDue ? managersOf(holder) : [],
      known: rewards.claims,
      from: place.cursor,
    },
    { tip: tip.value, budget: BUDGET },
  )
  const isFollowed = store.get(accountsItem).list.some((each) => each.address === address)
  if (outdated() || !isFollowed) return
  await keepClaims(store, { key, address, staking, rewards, collected })
  const isFound =
    collected.found.length > 0 || tip.value.height >= (place.wantedAt ?? 0) + WAIT_BLOCKS
  await store.update(stakingSearchItem, (places) => ({
    ...places,
    [key]: {
      cursor: collected.cursor,
      half: collected.problem === null ? half : place.half,
      wantedAt: isFound && collected.problem === null ? null : place.wantedAt,
    },
  }))
}

/**
 * Whether the address has had something paid that is still taken for kept. An index that does not
 * tell of it is not asked for long.
 */
const isCollected = (
  store: ItemStore,
  { address, rewards }: { address: string; rewards: StakingRewards },
): boolean =>
  store
    .get(journalItem)
    .some(
      ({ intent: { request, staking, state, updatedAt } }) =>
        staking?.call.kind === 'collect' &&
        request.account === address &&
        state === 'confirmed' &&
        Date.now() - updatedAt < COLLECTED_MS &&
        rewards.claims.some(
          ({ manager, payout }) => manager === request.contract && payout.kind === 'banked',
        ),
    )

/** Where to go on: with other hosts from the beginning, and all that was told before in doubt. */
function placeFor(
  kept: ClaimSearchPlace | undefined,
  rewards: StakingRewards,
  { hosts, half, tip }: { hosts: string; half: bigint; tip: StacksTip },
): ClaimSearchPlace & { isDue: boolean } {
  if (!kept)
    return { cursor: emptyClaimCursor(tip.height, hosts), half, wantedAt: null, isDue: true }
  if (kept.cursor.hosts !== hosts) {
    const doubted = rewards.claims.map(({ key }) => key)
    const cursor = { ...emptyClaimCursor(kept.cursor.since, hosts), doubted }
    return { ...kept, cursor, isDue: true }
  }
  return { ...kept, isDue: kept.wantedAt !== null || kept.half !== half }
}

const managersOf = ({ claims }: HolderStake): string[] => [
  ...new Set(claims!.cycles.flatMap(({ manager }) => (manager === null ? [] : [manager]))),
]

const isUnsettled = (
  { burnHeight, payout }: StakingRewards['claims'][number],
  height: number,
): boolean =>
  (burnHeight.known && height - burnHeight.value < WAIT_BLOCKS) ||
  (payout.kind === 'bitcoin' && payout.state === 'pending')

async function keepClaims(
  store: ItemStore,
  {
    key,
    address,
    staking,
    rewards,
    collected,
  }: {
    key: string
    address: string
    staking: StakingDeployment
    rewards: StakingRewards
    collected: CollectedClaims
  },
): Promise<void> {
  const { found, gone, requestsLeft, problem, cursor } = collected
  const isGone = new Set(gone)
  const isChanged = new Set(found.map((claim) => claim.key))
  const claims = [
    ...rewards.claims.filter((claim) => !isGone.has(claim.key) && !isChanged.has(claim.key)),
    ...found,
  ]
  // Audited were other payments.
  const touched = [...found, ...rewards.claims.filter((claim) => isGone.has(claim.key))]
  const audits = rewards.audits.filter(
    ({ cycle, bond }) => !touched.some((claim) => claim.cycle === cycle && claim.bond === bond),
  )
  const left = problem === null ? requestsLeft : (requestsLeft ?? 1)
  const occasions = [
    ...found.map(occasionOfClaim),
    ...gone.map((each) => ({ topic: claimTopic(each), holds: null })),
  ]
  // What was paid before the address was followed is no news.
  const seen = found
    .filter(({ burnHeight }) => !burnHeight.known || burnHeight.value >= cursor.since)
    .map((claim) => claimTopic(claim.key))
  const wanted = store.get(settingsItem).notifications.staking
  const notices = store.get(stakingNoticesItem)
  const entered = enterOccasions(notices, occasions, {
    deployment: staking.id,
    address,
    seen,
    wanted,
    at: Date.now(),
  })
  const withdrawn = Object.entries(entered).flatMap(([id, entry]) =>
    entry.gone && notices[id] && !notices[id].gone ? [id] : [],
  )
  await Promise.all([
    store.update(stakingNoticesItem, () => entered),
    store.update(stakingRewardsItem, (all) => ({
      ...all,
      [key]: { claims, requestsLeft: left, audits },
    })),
  ])
  if (withdrawn.length > 0) await withdrawNotifications(store, withdrawn)
}

/** Whether something was claimed between two listings: less is left of a cycle than before. */
export function wasClaimed(before: readonly CycleClaims[], after: readonly CycleClaims[]): boolean {
  return after.some(({ cycle, legs }) => {
    const earlier = before.find((each) => each.cycle === cycle)
    return legs.some(({ bond, afterPullSats }) => {
      const had = earlier?.legs.find((leg) => leg.bond === bond)?.afterPullSats ?? 0n
      return afterPullSats < had
    })
  })
}

import { refreshItem } from '../../app/dual-stacking/stored-items.ts'
import { browser } from '../browser.ts'
import { openItemStore, type Area, type ItemStore } from '../storage/item-store.ts'
import { announceStakingNews } from './bitcoin-staking/announce-staking-news.ts'
import { createClaimQueue, type StakingClaimQueue } from './bitcoin-staking/create-claim-queue.ts'
import { signStakingCall } from './bitcoin-staking/sign-staking-call.ts'
import { signStakingStep } from './bitcoin-staking/sign-staking-step.ts'
import { stakingInUse } from './bitcoin-staking/staking-in-use.ts'
import {
  createDualStackingRefresher,
  type DualStackingRefresher,
} from './dual-stacking/dual-stacking-refresher.ts'
import { announceHolderNotices } from './dual-stacking/holder-notices.ts'
import { announceRewards } from './dual-stacking/rewards/announce-rewards.ts'
import { createStacksChain } from './dual-stacking/stacks-chain.ts'
import { createStacksSigning, type StacksSigning } from './dual-stacking/stacks-signing.ts'
import { createVerifier, type Verifier } from './dual-stacking/verify/create-verifier.ts'
import { announcePoolNotices } from './hyperstaking/announce-pool-notices.ts'
import { createDuskChain } from './hyperstaking/dusk-chain.ts'
import { createDuskSigning, type DuskSigning } from './hyperstaking/dusk-signing.ts'
import {
  createHyperstakingRefresher,
  type HyperstakingRefresher,
} from './hyperstaking/hyperstaking-refresher.ts'
import { runLogged } from './record-fault.ts'
import { scheduleRefresh } from './refresh-alarm.ts'
import { updateBadge } from './unread-notifications.ts'

/** What the background consists of; each part reads and writes the store. */
export interface Background {
  store: ItemStore
  stacksSigning: StacksSigning
  duskSigning: DuskSigning
  dualStacking: DualStackingRefresher
  hyperstaking: HyperstakingRefresher
  verifier: Verifier
  stakingClaims: StakingClaimQueue
}

/** Opens the store and picks up what an earlier life of the background left. */
export async function startBackground(): Promise<Background> {
  const store = await openItemStore(browser.storage.local as unknown as Area)
  void runLogged(store, 'start: access to storage', closeStorageToContentScripts)
  const stacksChain = createStacksChain(store)
  const stacksSigning = createStacksSigning(store, stacksChain.current)
  const duskChain = createDuskChain(store)
  const duskSigning = createDuskSigning(store, duskChain)
  const dualStacking = createDualStackingRefresher(store, stacksSigning, stacksChain)
  const hyperstaking = createHyperstakingRefresher(store, duskChain, duskSigning)
  // Where storage has no room, it is stored with the next write that there is room for: the
  // background works on, so that room can be made.
  await runLogged(store, 'start: recover Stacks wallets', () => stacksSigning.recover())
  await runLogged(store, 'start: recover Dusk wallets', () => duskSigning.recover())
  await scheduleRefresh({
    soon: dualStacking.chain().deployment.network === 'devnet',
    retryAt: store.get(refreshItem).retryAt,
  })
  const verifier = createVerifier(store, dualStacking.chain)
  const stakingClaims = createStakingClaims(store, stacksSigning, dualStacking)
  await runLogged(store, 'start: claims', () => stakingClaims.recover())
  void runLogged(store, 'start: badge', () => updateBadge(store))
  void runLogged(store, 'start: rewards', () => announceRewards(store))
  void runLogged(store, 'start: notices', () => announceHolderNotices(store))
  void runLogged(store, 'start: staking notices', () => announceStakingNews(store))
  void runLogged(store, 'start: pool notices', () => announcePoolNotices(store))
  void runLogged(store, 'start: verifier', () => verifier.resume())
  return {
    store,
    stacksSigning,
    duskSigning,
    dualStacking,
    hyperstaking,
    verifier,
    stakingClaims,
  }
}

/** Claims of Bitcoin Staking, one after another, through the wallets of Stacks. */
const createStakingClaims = (
  store: ItemStore,
  signing: StacksSigning,
  { chain }: DualStackingRefresher,
): StakingClaimQueue =>
  createClaimQueue(store, {
    deployment: () => stakingInUse(chain().deployment).id,
    isBusy: signing.journal.isBusy,
    hide: signing.journal.hide,
    sign: ({ cycle, bond, manager, staker, sats = 0n }, tabId) => {
      if (staker !== undefined) {
        const step = { kind: 'holder-claim' as const, manager, staker, cycle, bond }
        return signStakingStep(store, signing, chain(), { step, shownSats: sats, tabId })
      }
      return signStakingCall(store, signing, chain(), {
        call: { kind: 'claim', cycle, bond },
        // Claims with unfamiliar managers are begun once the person has agreed to each.
        accepted: ['manager-unfamiliar'],
        tabId,
        shownManager: manager,
      })
    },
  })

/**
 * A content script shares its process with a page: it neither reads nor writes what is stored.
 * Firefox has no such switch.
 */
async function closeStorageToContentScripts(): Promise<void> {
  const area: Partial<typeof browser.storage.local> = browser.storage.local
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}

/** The tab of a wallet that was asked is closed, or shows another page. */
export async function handleTabClosed(
  { stacksSigning, duskSigning, dualStacking, hyperstaking }: Background,
  tabId: number,
): Promise<void> {
  if (await stacksSigning.handleTabClosed(tabId)) dualStacking.refreshSoon()
  if (await duskSigning.handleTabClosed(tabId)) hyperstaking.refreshSoon()
}

/** Asks for whatever waits for the toolbar button in this tab. */
export async function resumeInTab(
  { stacksSigning, duskSigning }: Background,
  tabId: number,
): Promise<void> {
  await stacksSigning.resumeInTab(tabId)
  await duskSigning.resumeInTab(tabId)
}

/** Goes on with what waits in a tab that has just been loaded, where its host was granted. */
export async function resumeAfterLoad(
  { stacksSigning, duskSigning }: Background,
  tabId: number,
): Promise<void> {
  await stacksSigning.resumeAfterLoad(tabId)
  await duskSigning.resumeAfterLoad(tabId)
}

import {
  checkStakingCall,
  type StakingCallContext,
} from '../../../app/bitcoin-staking/check-staking-call.ts'
import { familiarManagers } from '../../../app/bitcoin-staking/familiar-managers.ts'
import { requestOfCall } from '../../../app/bitcoin-staking/request-of-call.ts'
import { managerReadingOf } from '../../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import {
  stakingHoldersItem,
  stakingItem,
  stakingRecordsItem,
  stakingSettingsItem,
} from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { accountsItem, readingsItem } from '../../../app/dual-stacking/stored-items.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readBondOffer } from '../../../chain/stacks/bitcoin-staking/read-bond-offer.ts'
import {
  readBankedSats,
  readClaimFunds,
} from '../../../chain/stacks/bitcoin-staking/read-claim-funds.ts'
import { refreshHolder } from '../../../chain/stacks/bitcoin-staking/refresh-holder.ts'
import { isRetriable } from '../../../wallet/reduce-signing.ts'
import { isQuiet, isTracked } from '../../../wallet/stacks/advance-stacks-intent.ts'
import type {
  StakingCall,
  StakingCallKind,
} from '../../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { beginCall } from '../dual-stacking/sign-holder-call.ts'
import { signingAccount } from '../dual-stacking/signing-preconditions.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import type { StacksSigning } from '../dual-stacking/stacks-signing.ts'
import { readOneManager } from './read-one-manager.ts'
import { holderReadingOf, keepHolder } from './refresh-staking.ts'
import { stakingInUse } from './staking-in-use.ts'

interface WantedCall {
  call: StakingCall
  /** Codes of what the person was told and agreed to. */
  accepted: readonly string[]
  tabId: number | null
  /** The manager that the person was shown with a claim; absent: whichever the chain names. */
  shownManager?: string
}

/**
 * Reads the account afresh, checks the call once more, and brings it before the wallet. What the
 * chain would refuse is not signed, nor what a person has not been told: a failed call costs its
 * fee, and conditions that no longer fit undo it.
 */
export async function signStakingCall(
  store: ItemStore,
  signing: StacksSigning,
  chain: StacksChain,
  { call, accepted, tabId, shownManager }: WantedCall,
): Promise<CommandResult> {
  const signer = signingAccount(store, signing)
  if (!signer.ok) return signer
  const { address } = signer.account
  if (isOnItsWay(signing, address, call)) return refuse('already-sent')
  const deployment = stakingInUse(chain.deployment)
  const earlier = holderReadingOf(store, deployment, address)
  const read = await refreshHolder(chain.client, deployment, { address, earlier, fresh: true })
  // What was read before is not what the chain says now.
  if (!read.reading || read.reading === earlier || read.problem === 'offline')
    return refuse('no-answer')
  await keepHolder(store, address, read.reading)
  const manager = managerOf(stateOf(store, address), call)
  if (shownManager !== undefined && shownManager !== manager) return refuse('staking-changed')
  // Its fee may have been raised since somebody looked.
  if (manager !== null) await readOneManager(store, chain, { manager, fresh: true })
  const state = stateOf(store, address)
  // Another network was chosen meanwhile.
  if (state.programme?.deployment !== deployment.id) return refuse('staking-changed')
  const context = await readContext(store, { state, chain, call, address })
  if (context === null) return refuse('no-answer')
  const intents = signing.journal.entries().map(({ intent }) => intent)
  const blockers = checkStakingCall(state, call, {
    ...context,
    familiar: familiarManagers(intents, address),
    nativePool: deployment.nativePool,
  })
  const isStopped = blockers.some(
    ({ kind, code }) => kind === 'refused' || !accepted.includes(code),
  )
  if (isStopped) return refuse('staking-changed')
  if (context.bankedSats && isPayingOut(signing, call, { address, manager }))
    return refuse('claim-waits')
  const made = requestOfCall(call, {
    state,
    deployment,
    account: address,
    bankedSats: context.bankedSats ?? 0n,
  })
  if (!made) return refuse('staking-changed')
  const { request, sats, unlockHeight } = made
  const purpose = { call, accepted: [...accepted], sats, unlockHeight }
  return beginCall(signing, { action: 'staking', request, staking: purpose }, tabId)
}

/** Whether a transaction of this account waits that does the same: a second one does it twice. */
const isOnItsWay = ({ journal }: StacksSigning, address: string, call: StakingCall): boolean =>
  journal.entries().some(({ intent }) => {
    const sent = intent.request.account === address ? intent.staking?.call : undefined
    const isSame =
      sent?.kind === call.kind &&
      (sent.kind !== 'claim' ||
        call.kind !== 'claim' ||
        (sent.cycle === call.cycle && sent.bond === call.bond))
    return isSame && isTracked(intent) && !isQuiet(intent, Date.now())
  })

/**
 * Whether the same manager has a claim of the account that is not in a block yet: it pays what is
 * banked with the first one, so that the amount of the second is not known before.
 */
const isPayingOut = (
  { journal }: StacksSigning,
  { kind }: StakingCall,
  { address, manager }: { address: string; manager: string | null },
): boolean =>
  paysBank(kind) &&
  journal
    .entries()
    .some(
      ({ intent: { staking, request, state, txid } }) =>
        staking &&
        paysBank(staking.call.kind) &&
        request.account === address &&
        request.contract === manager &&
        (state === 'submitted' || (state === 'asking' && txid !== null)),
    )

const paysBank = (kind: StakingCallKind): boolean => kind === 'claim' || kind === 'collect'

/** What is stored of the programme and this account. */
function stateOf(store: ItemStore, address: string): StakingState {
  return {
    settings: store.get(stakingSettingsItem),
    holder: store.get(stakingHoldersItem)[address] ?? null,
    records: store.get(stakingRecordsItem),
    offers: {},
    claiming: null,
    ...store.get(stakingItem),
  }
}

/** The manager that a call names or, for a claim, that the cycle had; null: none. */
function managerOf({ holder }: StakingState, call: StakingCall): string | null {
  if ('manager' in call) return call.manager
  if (call.kind !== 'claim') return null
  return holder?.claims?.cycles.find(({ cycle }) => cycle === call.cycle)?.manager ?? null
}

/** What is read for one call only; null: what it pays cannot be known. */
async function readContext(
  store: ItemStore,
  {
    state,
    chain,
    call,
    address,
  }: { state: StakingState; chain: StacksChain; call: StakingCall; address: string },
): Promise<StakingCallContext | null> {
  const reader = new PoxReader(chain.client, stakingInUse(chain.deployment), { fresh: true })
  if (call.kind === 'enter-bond') {
    const sats = store.get(readingsItem)[address]?.sats
    return {
      offer: await readBondOffer(reader, { bond: call.bond, address }),
      ownSats: sats?.known ? sats.value : null,
    }
  }
  if (call.kind === 'collect') {
    const bankedSats = await readBankedSats(reader, call.manager, address)
    return bankedSats.known ? { bankedSats: bankedSats.value } : null
  }
  const manager = managerOf(state, call)
  const shape = managerReadingOf(state, manager)?.shape
  if (call.kind !== 'claim' || manager === null || !shape?.known) return {}
  const { cycle, bond } = call
  const leg = { manager, cycle, bond, staker: address }
  const { poolSats, bankedSats } = await readClaimFunds(reader, leg, shape.value.family)
  if (!bankedSats.known) return null
  return { poolSats: poolSats.known ? poolSats.value : null, bankedSats: bankedSats.value }
}

/** Nothing came of it: its wallet gave no transaction, or the chain has not carried it out. */
const cameToNothing = ({ state, failure }: StacksIntent): boolean =>
  isRetriable({ state, failure }) || ['dropped', 'aborted', 'replaced'].includes(state)

/**
 * Asks again for a call that came to nothing, from what the chain says now: for the account and the
 * network that it was for.
 */
export async function retryStakingCall(
  store: ItemStore,
  signing: StacksSigning,
  chain: StacksChain,
  { intentId, tabId }: { intentId: string; tabId: number | null },
): Promise<CommandResult> {
  const intent = signing.journal.find(intentId)
  if (!intent?.staking) return refuse('unknown-intent')
  const isOthers = intent.state === 'refused' && intent.failure === 'wrong-account'
  if (!cameToNothing(intent) && !isOthers) return refuse('unknown-intent')
  const { account, deployment } = intent.request
  if (store.get(accountsItem).selected !== account) return refuse('no-account')
  if (deployment !== stakingInUse(chain.deployment).id) return refuse('other-network')
  const { call, accepted } = intent.staking
  const result = await signStakingCall(store, signing, chain, { call, accepted, tabId })
  if (result.ok) await signing.journal.hide(intentId)
  return result
}

import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { accountsItem } from '../../../app/dual-stacking/stored-items.ts'
import { readPayoutRequest } from '../../../chain/stacks/bitcoin-staking/operator/read-payout-request.ts'
import {
  readPlannedStep,
  type DrawnClaim,
} from '../../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readStakingTip } from '../../../chain/stacks/bitcoin-staking/read-programme.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import { isRetriable } from '../../../wallet/reduce-signing.ts'
import { isQuiet, isTracked } from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { StakingSigner } from '../../../wallet/stacks/bitcoin-staking/staking-request.ts'
import {
  isSameStep,
  type StakingStep,
  type StakingStepPurpose,
} from '../../../wallet/stacks/bitcoin-staking/staking-step.ts'
import {
  reclaimCall,
  settleCall,
  stepCall,
} from '../../../wallet/stacks/bitcoin-staking/step-call.ts'
import type { StacksCallRequest } from '../../../wallet/stacks/stacks-call-request.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { beginCall } from '../dual-stacking/sign-holder-call.ts'
import { signingAccount } from '../dual-stacking/signing-preconditions.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import type { StacksSigning } from '../dual-stacking/stacks-signing.ts'
import { stakingInUse } from './staking-in-use.ts'

interface WantedStep {
  step: StakingStep
  /**
   * What the operator was shown that it books, pulls or pays; null: a holder was told that all of a
   * payout comes back.
   */
  shownSats: bigint | null
  tabId: number | null
}

type Made = { request: StacksCallRequest } & Pick<StakingStepPurpose, 'sats' | 'drawnSats'>

/**
 * Reads a step afresh, plans it once more, and brings it before the wallet. What would fail, or
 * moves something else than was shown, is not signed: the conditions come from what is read here,
 * whatever the view says. A calculation moves nothing: what has arrived since is booked with it.
 */
export async function signStakingStep(
  store: ItemStore,
  signing: StacksSigning,
  chain: StacksChain,
  { step, shownSats, tabId }: WantedStep,
): Promise<CommandResult> {
  const signer = signingAccount(store, signing)
  if (!signer.ok) return signer
  const { address } = signer.account
  if (isStepOnItsWay(signing, address, step)) return refuse('already-sent')
  const deployment = stakingInUse(chain.deployment)
  const isHere = (principal: string) => checkAddress(principal, deployment.network).ok
  if ('manager' in step && !isHere(step.manager)) return refuse('other-network')
  if ('staker' in step && !isHere(step.staker)) return refuse('not-a-principal')
  const tip = await readStakingTip(chain.client, deployment)
  if (!tip.ok) return refuse('no-answer')
  const reader = new PoxReader(chain.client, deployment, { fresh: true })
  const drawn = drawnClaims(signing)
  const context = { burnHeight: tip.burnHeight, signer: { deployment, account: address }, drawn }
  const made = await makeRequest(reader, step, context)
  if ('ok' in made) return made
  const isOpen = step.kind === 'calculate' || (step.kind === 'reclaim' && shownSats === null)
  if (!isOpen && made.sats !== shownSats) return refuse('staking-changed')
  const { request, sats, drawnSats } = made
  return beginCall(signing, { action: 'call', request, step: { step, sats, drawnSats } }, tabId)
}

interface Context {
  burnHeight: bigint
  signer: StakingSigner
  drawn: readonly OwnDraw[]
}

async function makeRequest(
  reader: PoxReader,
  wanted: StakingStep,
  { burnHeight, signer, drawn }: Context,
): Promise<Made | ReturnType<typeof refuse>> {
  if (wanted.kind === 'reclaim' || wanted.kind === 'settle') {
    const { kind, manager, request } = wanted
    const found = await readPayoutRequest(reader, manager, request)
    if (!found.known) return refuse('no-answer')
    const needed = kind === 'reclaim' ? 'rejected' : 'accepted'
    if (found.value?.state !== needed) return refuse('staking-changed')
    const { sats } = found.value
    const payout = { manager, request, sats }
    const call = kind === 'reclaim' ? reclaimCall(signer, payout) : settleCall(signer, payout)
    return { request: call, sats, drawnSats: 0n }
  }
  const now = await readPlannedStep(reader, wanted, {
    burnHeight,
    sender: signer.account,
    drawn,
  })
  if (!now.known) return refuse(now.reason === 'not-offered' ? 'staking-changed' : 'no-answer')
  const { step, family, drawnSats, bankedSats } = now.value
  if (step.obstacle !== undefined) return refuse('staking-changed')
  // The first of two payments takes what is banked: what the second one pays is not known before.
  const isPayingOut =
    wanted.kind === 'holder-claim' &&
    bankedSats > 0n &&
    drawn.some((each) => each.manager === wanted.manager && each.staker === wanted.staker)
  if (isPayingOut) return refuse('claim-waits')
  const request = stepCall(signer, step, family)
  if (!request || step.sats === null) return refuse('staking-changed')
  return { request, sats: step.sats, drawnSats }
}

interface OwnDraw extends DrawnClaim {
  staker: string
}

/** Claims for holders that may still be carried out, of whichever account here. */
const drawnClaims = ({ journal }: StacksSigning): OwnDraw[] =>
  journal.entries().flatMap(({ intent }) => {
    const { step: purpose, txid } = intent
    if (purpose?.step.kind !== 'holder-claim' || txid === null || !isTracked(intent)) return []
    const { manager, staker, cycle, bond } = purpose.step
    return [{ manager, staker, cycle, bond, sats: purpose.drawnSats }]
  })

/** Whether a transaction of this account waits that does the same. */
const isStepOnItsWay = ({ journal }: StacksSigning, address: string, step: StakingStep): boolean =>
  journal
    .entries()
    .some(
      ({ intent }) =>
        intent.request.account === address &&
        intent.step &&
        isSameStep(intent.step.step, step) &&
        isTracked(intent) &&
        !isQuiet(intent, Date.now()),
    )

/**
 * Asks again for a step that came to nothing, from what the chain says now; what it moves may not
 * have changed.
 */
export async function retryStakingStep(
  store: ItemStore,
  signing: StacksSigning,
  chain: StacksChain,
  { intentId, tabId }: { intentId: string; tabId: number | null },
): Promise<CommandResult> {
  const intent = signing.journal.find(intentId)
  if (!intent?.step) return refuse('unknown-intent')
  const { state, failure } = intent
  const cameToNothing =
    isRetriable({ state, failure }) || ['dropped', 'aborted', 'replaced'].includes(state)
  const isOthers = state === 'refused' && failure === 'wrong-account'
  if (!cameToNothing && !isOthers) return refuse('unknown-intent')
  const { account, deployment } = intent.request
  if (store.get(accountsItem).selected !== account) return refuse('no-account')
  if (deployment !== stakingInUse(chain.deployment).id) return refuse('other-network')
  const { step, sats: shownSats } = intent.step
  const result = await signStakingStep(store, signing, chain, { step, shownSats, tabId })
  if (result.ok) await signing.journal.hide(intentId)
  return result
}

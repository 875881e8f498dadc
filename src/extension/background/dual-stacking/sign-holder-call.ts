import { refuse, type CommandRefusal, type CommandResult } from '../../../app/command-result.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import {
  createStacksIntent,
  isQuiet,
  resumeLooking,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { StakingPurpose } from '../../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StakingStepPurpose } from '../../../wallet/stacks/bitcoin-staking/staking-step.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../../wallet/stacks/holder-calls.ts'
import type { StacksCallRequest } from '../../../wallet/stacks/stacks-call-request.ts'
import type { IntentAction } from '../../../wallet/stacks/stacks-intent.ts'
import type { CommandOf } from '../../messages.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { resultOfRetry } from '../signing/result-of-retry.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { preconditionFailure, signingAccount } from './signing-preconditions.ts'
import type { StacksSigning } from './stacks-signing.ts'
import { takesConsoleCall } from './takes-console-call.ts'

type HolderCommand = CommandOf<'enroll'> | CommandOf<'optOut'> | CommandOf<'changeRewardAddress'>

const actions = {
  enroll: 'enroll',
  optOut: 'opt-out',
  changeRewardAddress: 'change-reward-address',
} as const

/**
 * Records an intent for one of the three calls of a holder and brings it before the wallet;
 * accepted means: recorded, and on its way.
 */
export async function signHolderCall(
  store: ItemStore,
  signing: StacksSigning,
  command: HolderCommand,
): Promise<CommandResult> {
  const signer = signingAccount(store, signing)
  if (!signer.ok) return signer
  const { address } = signer.account
  const action = actions[command.type]
  const rewardAddress = command.type === 'optOut' ? null : (command.rewardAddress?.trim() ?? null)
  const failure = preconditionFailure(store, action, address, rewardAddress)
  if (failure) return failure
  const request = holderCall(currentDeployment(store), action, address, rewardAddress)
  return beginCall(signing, { action, request }, command.tabId)
}

function holderCall(
  deployment: Deployment,
  action: Exclude<IntentAction, 'call' | 'staking'>,
  address: string,
  rewardAddress: string | null,
): StacksCallRequest {
  switch (action) {
    case 'enroll':
      return enrollCall(deployment, address, rewardAddress)
    case 'opt-out':
      return optOutCall(deployment, address)
    case 'change-reward-address':
      return changeRewardAddressCall(deployment, address, rewardAddress ?? address)
  }
}

/**
 * A request to be brought before a wallet; `staking`, `step`: what one of Bitcoin Staking is about.
 */
interface AskedCall {
  action: IntentAction
  request: StacksCallRequest
  staking?: StakingPurpose | null
  step?: StakingStepPurpose | null
}

/**
 * Records a request as a new intent and brings it before the wallet, unless the same had been asked
 * before without an answer and was sent, or may have been.
 */
export async function beginCall(
  signing: StacksSigning,
  { action, request, staking = null, step = null }: AskedCall,
  tabId: number | null,
): Promise<CommandResult> {
  const intent = {
    ...createStacksIntent(crypto.randomUUID(), action, request, Date.now()),
    ...(staking && { staking }),
    ...(step && { step }),
  }
  const sent = await signing.lookForSame(intent, Date.now())
  if (sent === 'found') return refuse('already-sent')
  if (sent === 'unknown') return refuse('cannot-look')
  // Another window may have been as quick while this one looked.
  if (signing.journal.isBusy(request.account)) return refuse('already-asking')
  await signing.begin(intent, tabId)
  return { ok: true }
}

const consoleFailure = (store: ItemStore, request: StacksCallRequest): CommandRefusal | null =>
  request.deploy || takesConsoleCall(store, request.functionName) ? null : refuse('not-writable')

/**
 * Asks again for an intent that failed; for one whose transaction came to nothing, a new intent
 * with the same request. One that nothing looks for any more is looked for again.
 */
export async function retryCall(
  store: ItemStore,
  signing: StacksSigning,
  { intentId, tabId }: CommandOf<'retry'>,
): Promise<CommandResult> {
  const intent = signing.journal.find(intentId)
  if (!intent) return refuse('unknown-intent')
  if (isQuiet(intent, Date.now())) {
    await signing.journal.change(intentId, (current) => resumeLooking(current, Date.now()))
    return { ok: true }
  }
  const { action, request, state, failure: reason } = intent
  if (signing.journal.isBusy(request.account)) return refuse('already-asking')
  // What would do nothing by now is not sent again: it would only cost a fee.
  if (request.deployment === currentDeployment(store).id) {
    const failure =
      action === 'call' || action === 'staking'
        ? consoleFailure(store, request)
        : preconditionFailure(store, action, request.account, null)
    if (failure) return failure
  }
  const isOver = state === 'dropped' || state === 'aborted' || state === 'replaced'
  // What another account signed was not done for this one.
  const isOthers = state === 'refused' && reason === 'wrong-account'
  if (isOthers) await signing.journal.hide(intentId)
  if (isOver || isOthers) return beginCall(signing, { action, request }, tabId)
  return resultOfRetry(await signing.retry(intentId, tabId))
}

import type { CommandResult } from '../../../app/command-result.ts'
import { connectionItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import {
  createIntent,
  isAsking,
  isOpen,
  isRetriable,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../../wallet/stacks/holder-calls.ts'
import type { StacksCallRequest } from '../../../wallet/stacks/stacks-call-request.ts'
import type { IntentAction, StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { CommandOf } from '../../messages.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { injectBridge } from '../page-bridge.ts'
import { askWallet } from './ask.ts'
import { continueConnection } from './connection.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { addIntent, findIntent, happen } from './journal.ts'
import { preconditionFailure, signingAccount } from './signing-preconditions.ts'

type SignCommand = CommandOf<'enroll'> | CommandOf<'optOut'> | CommandOf<'changeRewardAddress'>

const actions = {
  enroll: 'enroll',
  optOut: 'opt-out',
  changeRewardAddress: 'change-reward-address',
} as const

/**
 * Writes an intent for one of the three calls and brings it before the wallet; accepted means:
 * noted, and on its way.
 */
export async function sign(store: ItemStore, command: SignCommand): Promise<CommandResult> {
  const signer = signingAccount(store)
  if (!signer.ok) return signer
  const { address } = signer.account
  const action = actions[command.type]
  const rewardAddress = command.type === 'optOut' ? null : (command.rewardAddress?.trim() ?? null)
  const reason = preconditionFailure(store, action, address, rewardAddress)
  if (reason) return reason
  const deployment = currentDeployment(store)
  const request =
    command.type === 'optOut'
      ? optOutCall(deployment, address)
      : command.type === 'enroll'
        ? enrollCall(deployment, address, rewardAddress)
        : changeRewardAddressCall(deployment, address, rewardAddress ?? address)
  return begin(store, action, request, command.tabId)
}

/** Notes a request and asks for it; accepted means: on its way. */
export async function begin(
  store: ItemStore,
  action: IntentAction,
  request: StacksCallRequest,
  tabId: number | null,
): Promise<CommandResult> {
  const intent = createIntent(crypto.randomUUID(), action, request, Date.now())
  try {
    await addIntent(store, intent)
  } catch (error) {
    // Nothing was stored, so no wallet is asked; once there is room the intent is kept as one that
    // can be made again.
    await happen(store, intent.id, { type: 'failed', failure: 'interrupted' }).catch(
      () => undefined,
    )
    throw error
  }
  await askWallet(store, intent, tabId)
  return { ok: true }
}

/**
 * Asks again for an intent that failed; for one whose transaction came to nothing, a new intent
 * with the same request.
 */
export async function retry(
  store: ItemStore,
  intentId: string,
  tabId: number | null,
): Promise<CommandResult> {
  const intent = findIntent(store, intentId)
  if (!intent) return { ok: false, code: 'unknown-intent' }
  const busy = store
    .get(journalItem)
    .some((each) => isOpen(each.intent) && each.intent.request.account === intent.request.account)
  if (busy) return { ok: false, code: 'already-asking' }
  // What would do nothing by now is not sent again: it would only cost a fee.
  if (intent.action !== 'call' && intent.request.deployment === currentDeployment(store).id) {
    const reason = preconditionFailure(store, intent.action, intent.request.account, null)
    if (reason) return reason
  }
  if (intent.state === 'dropped' || intent.state === 'aborted' || intent.state === 'replaced')
    return begin(store, intent.action, intent.request, tabId)
  if (!isRetriable(intent)) return { ok: false, code: 'unknown-intent' }
  const again = await happen(store, intentId, { type: 'retried' })
  if (again) await askWallet(store, again, tabId)
  return { ok: true }
}

const waitsIn = (intent: StacksIntent, tabId: number): boolean =>
  intent.state === 'created' && intent.failure === 'no-tab' && intent.tabId === tabId

/**
 * Goes on with what waits in a tab that has just been loaded, where the user has let us in for
 * good; a page that takes no bridge, such as an error, is left alone.
 */
export async function goOn(store: ItemStore, tabId: number): Promise<void> {
  const connection = store.get(connectionItem)
  const waits =
    (connection?.stage === 'waiting-tab' && connection.tabId === tabId) ||
    store.get(journalItem).some(({ intent }) => waitsIn(intent, tabId))
  if (!waits || !(await injectBridge(tabId))) return
  await continueConnection(store, tabId)
  await continueIntents(store, tabId)
}

/** Goes on with intents that wait for the toolbar button in this tab. */
export async function continueIntents(store: ItemStore, tabId: number): Promise<void> {
  for (const {
    intent: { id },
  } of store.get(journalItem)) {
    const intent = findIntent(store, id)
    if (!intent || !waitsIn(intent, tabId)) continue
    // It waits no longer from here on: another window that is opened at the same time does not ask
    // as well.
    const again = await happen(store, id, { type: 'retried' })
    if (again) await askWallet(store, again, tabId)
  }
}

/**
 * Puts an intent away. One whose wallet is still being asked is given up first, and comes back if
 * the wallet answers with a transaction after all.
 */
export async function dismiss(store: ItemStore, intentId: string): Promise<CommandResult> {
  const intent = findIntent(store, intentId)
  if (!intent) return { ok: false, code: 'unknown-intent' }
  if (intent.state === 'created' || isAsking(intent))
    await happen(store, intentId, { type: 'failed', failure: 'interrupted' })
  await store.update(journalItem, (entries) =>
    entries.map((entry) => (entry.intent.id === intentId ? { ...entry, dismissed: true } : entry)),
  )
  return { ok: true }
}

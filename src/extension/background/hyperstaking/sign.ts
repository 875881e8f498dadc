import type { CommandResult } from '../../../app/command-result.ts'
import { duskItem, duskJournalItem } from '../../../app/hyperstaking/stored-items.ts'
import { encodeArgument } from '../../../chain/dusk/calls.ts'
import { isDuskAsking, isDuskRetriable } from '../../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import { buildDuskRequest } from '../../../wallet/dusk/dusk-request.ts'
import { soleWallet } from '../../../wallet/dusk/dusk-wallets.ts'
import { ownNodesOf } from '../../../wallet/dusk/own-node-caip2.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { WALLET_TIMEOUT_MS } from '../dual-stacking/ask.ts'
import { findDuskWalletsInTab, injectBridge, startWalletJob } from '../page-bridge.ts'
import { openPageForWallet } from './connection.ts'
import type { DuskChain } from './dusk-chain.ts'
import { addDuskIntent, duskHappen, findDuskIntent } from './journal.ts'
import { planPoolCall, type DesiredPoolCall } from './plan-pool-call.ts'
import { readPools } from './read-pools.ts'

const isBusy = (store: ItemStore, account: string): boolean =>
  store
    .get(duskJournalItem)
    .some(
      ({ intent }) =>
        (isDuskAsking(intent) || (intent.state === 'created' && intent.failure === null)) &&
        intent.request.account === account,
    )

/** Checks a call and keeps the answer for the view. */
export async function checkPoolCall(
  store: ItemStore,
  chain: DuskChain,
  wish: DesiredPoolCall,
): Promise<CommandResult> {
  const { account } = store.get(duskItem)
  if (!account) return { ok: false, code: 'no-account' }
  const read = await readPools(chain, account.address, Date.now())
  const target = read?.pools.find(({ pool }) => pool.id === wish.pool)
  if (!read || !target) return { ok: false, code: 'no-answer' }
  const { plan } = await planPoolCall(chain, target, wish, account.address)
  await store.update(duskItem, (state) => ({ ...state, plan }))
  return { ok: true }
}

/**
 * Checks once more, writes an intent, and brings it before the wallet; a call that is known to fail
 * is not signed: it would cost its whole gas limit.
 */
export async function submitPoolCall(
  store: ItemStore,
  chain: DuskChain,
  wish: DesiredPoolCall,
  tabId: number | null,
): Promise<CommandResult> {
  const { account } = store.get(duskItem)
  if (!account) return { ok: false, code: 'no-account' }
  if (isBusy(store, account.address)) return { ok: false, code: 'already-asking' }
  const read = await readPools(chain, account.address, Date.now())
  const target = read?.pools.find(({ pool }) => pool.id === wish.pool)
  if (!read || !target) return { ok: false, code: 'no-answer' }
  const { plan, checked } = await planPoolCall(chain, target, wish, account.address)
  await store.update(duskItem, (state) => ({
    ...state,
    plan: plan.verdict === 'fails' ? plan : null,
  }))
  // The plan says why.
  if (plan.verdict === 'fails' || !checked.call) return { ok: true }
  const argument = await encodeArgument(checked.call)
  if (!argument.ok) return { ok: false, code: 'no-answer' }
  const request = buildDuskRequest(
    { ...chain.deployment, ownNodes: ownNodesOf(chain.client.bases) },
    account.address,
    checked.call,
    argument.value,
    checked.gas,
  )
  if (!request) return { ok: false, code: 'not-understood' }
  // Another window may have been as quick while this one checked.
  if (isBusy(store, account.address)) return { ok: false, code: 'already-asking' }
  const { id, name } = target.pool
  await begin(store, { action: wish.action, pool: { id, name }, lux: wish.lux, request }, tabId)
  return { ok: true }
}

async function begin(
  store: ItemStore,
  what: Pick<DuskIntent, 'action' | 'pool' | 'lux' | 'request'>,
  tabId: number | null,
): Promise<void> {
  const now = Date.now()
  const intent: DuskIntent = {
    id: crypto.randomUUID(),
    ...what,
    createdAt: now,
    updatedAt: now,
    tabId: null,
    state: 'created',
    failure: null,
    hash: null,
    gasSpent: null,
    problem: null,
    nonce: null,
  }
  try {
    await addDuskIntent(store, intent)
  } catch (error) {
    await duskHappen(store, intent.id, { type: 'failed', failure: 'interrupted' }).catch(
      () => undefined,
    )
    throw error
  }
  await askDuskWallet(store, intent, tabId)
}

/**
 * Brings an intent before its wallet in a tab; every step is stored before the next, and each can
 * fail into an intent that can be retried.
 */
async function askDuskWallet(
  store: ItemStore,
  { id, request }: DuskIntent,
  tabId: number | null,
): Promise<void> {
  if (tabId === null || !(await injectBridge(tabId))) {
    const page = await openPageForWallet(store)
    await duskHappen(
      store,
      id,
      page === null ? { type: 'failed', failure: 'no-tab' } : { type: 'waiting', tabId: page },
    )
    return
  }
  try {
    const product = store.get(duskItem).account?.walletId || null
    const wallet = soleWallet(await findDuskWalletsInTab(tabId), product)
    if (!wallet)
      return void (await duskHappen(store, id, { type: 'failed', failure: 'wallet-missing' }))
    const nonce = crypto.randomUUID()
    const asked = await duskHappen(store, id, { type: 'asked', tabId, nonce })
    if (asked?.state === 'asking')
      await startWalletJob(tabId, {
        kind: 'dusk-call',
        id,
        nonce,
        walletId: wallet.id,
        request,
        timeoutMs: WALLET_TIMEOUT_MS,
      })
  } catch {
    await duskHappen(store, id, { type: 'failed', failure: 'tab-closed' })
  }
}

/** Asks again for an intent that has led to no transaction. */
export async function retryDusk(
  store: ItemStore,
  intentId: string,
  tabId: number | null,
): Promise<CommandResult> {
  const intent = findDuskIntent(store, intentId)
  if (!intent || !isDuskRetriable(intent)) return { ok: false, code: 'unknown-intent' }
  if (isBusy(store, intent.request.account)) return { ok: false, code: 'already-asking' }
  const again = await duskHappen(store, intentId, { type: 'retried' })
  if (again) await askDuskWallet(store, again, tabId)
  return { ok: true }
}

/** Puts an intent away; one whose wallet is still being asked is given up first. */
export async function dismissDusk(store: ItemStore, intentId: string): Promise<CommandResult> {
  const intent = findDuskIntent(store, intentId)
  if (!intent) return { ok: false, code: 'unknown-intent' }
  if (intent.state === 'created' || isDuskAsking(intent))
    await duskHappen(store, intentId, { type: 'failed', failure: 'interrupted' })
  await store.update(duskJournalItem, (entries) =>
    entries.map((entry) => (entry.intent.id === intentId ? { ...entry, dismissed: true } : entry)),
  )
  return { ok: true }
}

/** Goes on with intents that wait for the toolbar button in this tab. */
export async function continueDusk(store: ItemStore, tabId: number): Promise<void> {
  for (const {
    intent: { id },
  } of store.get(duskJournalItem)) {
    const intent = findDuskIntent(store, id)
    if (intent?.state !== 'created' || intent.failure !== 'no-tab' || intent.tabId !== tabId)
      continue
    // It waits no longer from here on: another window that is opened at the same time does not ask
    // as well.
    const again = await duskHappen(store, id, { type: 'retried' })
    if (again) await askDuskWallet(store, again, tabId)
  }
}

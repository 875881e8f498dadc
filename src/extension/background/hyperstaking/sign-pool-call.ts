import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { duskItem } from '../../../app/hyperstaking/stored-items.ts'
import { createDuskIntent } from '../../../wallet/dusk/create-dusk-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { DuskChain } from './dusk-chain.ts'
import type { DuskSigning } from './dusk-signing.ts'
import { planPoolCall, type DesiredPoolCall } from './plan-pool-call.ts'
import { readPools } from './read-pools.ts'

/** Checks a call and keeps the answer for the view. */
export async function checkPoolCall(
  store: ItemStore,
  chain: DuskChain,
  wish: DesiredPoolCall,
): Promise<CommandResult> {
  const { account } = store.get(duskItem)
  if (!account) return refuse('no-account')
  const read = await readPools(chain, account.address, Date.now())
  const target = read?.pools.find(({ pool }) => pool.id === wish.pool)
  if (!read || !target) return refuse('no-answer')
  const { plan } = await planPoolCall(chain, target, wish, account.address)
  await store.update(duskItem, (state) => ({ ...state, plan }))
  return { ok: true }
}

/**
 * Checks once more, records an intent, and brings it before the wallet; a call that is known to
 * fail is not signed: it would cost its whole gas limit.
 */
export async function submitPoolCall(
  store: ItemStore,
  signing: DuskSigning,
  chain: DuskChain,
  { tabId, ...wish }: DesiredPoolCall & { tabId: number | null },
): Promise<CommandResult> {
  const { account } = store.get(duskItem)
  if (!account) return refuse('no-account')
  if (signing.journal.isBusy(account.address)) return refuse('already-asking')
  const read = await readPools(chain, account.address, Date.now())
  const target = read?.pools.find(({ pool }) => pool.id === wish.pool)
  if (!read || !target) return refuse('no-answer')
  const { plan, prepared } = await planPoolCall(chain, target, wish, account.address)
  await store.update(duskItem, (state) => ({
    ...state,
    plan: plan.verdict === 'fails' ? plan : null,
  }))
  // The plan says why.
  if (plan.verdict === 'fails') return { ok: true }
  if (!prepared) return refuse('not-understood')
  const { id, name } = target.pool
  const { action, lux } = wish
  const call = { action, pool: { id, name }, lux, request: prepared.request }
  const intent = createDuskIntent(crypto.randomUUID(), call, Date.now())
  const sent = await signing.lookForSame(intent, Date.now())
  if (sent === 'found') return refuse('already-sent')
  if (sent === 'unknown') return refuse('cannot-look')
  // Another window may have been as quick while this one looked.
  if (signing.journal.isBusy(account.address)) return refuse('already-asking')
  await signing.begin(intent, tabId)
  return { ok: true }
}

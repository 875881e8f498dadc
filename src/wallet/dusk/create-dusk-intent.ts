import type { DuskIntent } from './dusk-intent.ts'

/** A pool call that no wallet has been asked for yet. */
export const createDuskIntent = (
  id: string,
  { action, pool, lux, request }: Pick<DuskIntent, 'action' | 'pool' | 'lux' | 'request'>,
  now: number,
): DuskIntent => ({
  id,
  action,
  pool,
  lux,
  request,
  createdAt: now,
  updatedAt: now,
  tabId: null,
  state: 'created',
  failure: null,
  hash: null,
  gasSpent: null,
  problem: null,
  nonce: null,
  baseline: null,
  sent: null,
})

/** The same call as a new intent, asked for in the same tab. */
export const renewDuskIntent = (intent: DuskIntent, id: string, now: number): DuskIntent => ({
  ...createDuskIntent(id, intent, now),
  tabId: intent.tabId,
  baseline: intent.baseline,
})

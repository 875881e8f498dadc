import { HyperstakingPool } from './element.ts'
import type { PoolEvents } from './events.ts'

export { HyperstakingPool }
export type { PoolAttributes, PoolListeners } from './attributes.ts'
export type { PoolDetail, PoolEvents, PoolWidgetAction } from './events.ts'

/** The element’s name in HTML. */
export const POOL_TAG = 'hyperstaking-pool'

// On a server there is no registry; on a page another version may have come first, and then it
// stays.
if (globalThis.customElements && !customElements.get(POOL_TAG))
  customElements.define(POOL_TAG, HyperstakingPool)

declare global {
  interface HTMLElementTagNameMap {
    'hyperstaking-pool': HyperstakingPool
  }
  interface HTMLElementEventMap {
    'pool-ready': CustomEvent<PoolEvents['pool-ready']>
    'pool-change': CustomEvent<PoolEvents['pool-change']>
    'pool-wallet-connect': CustomEvent<PoolEvents['pool-wallet-connect']>
    'pool-transaction-submitted': CustomEvent<PoolEvents['pool-transaction-submitted']>
    'pool-transaction-confirmed': CustomEvent<PoolEvents['pool-transaction-confirmed']>
    'pool-reward-landed': CustomEvent<PoolEvents['pool-reward-landed']>
    'pool-error': CustomEvent<PoolEvents['pool-error']>
  }
}

import { BitcoinStakingYield } from './element.ts'
import type { YieldEvents } from './events.ts'

export { BitcoinStakingYield }
export type { YieldAttributes, YieldListeners } from './attributes.ts'
export type { YieldAction, YieldDetail, YieldEvents } from './events.ts'

/** The element’s name in HTML. */
export const YIELD_TAG = 'bitcoin-staking-yield'

// On a server there is no registry; on a page another version may have come first, and then it
// stays.
if (globalThis.customElements && !customElements.get(YIELD_TAG))
  customElements.define(YIELD_TAG, BitcoinStakingYield)

declare global {
  interface HTMLElementTagNameMap {
    'bitcoin-staking-yield': BitcoinStakingYield
  }
  interface HTMLElementEventMap {
    'yield-ready': CustomEvent<YieldEvents['yield-ready']>
    'yield-change': CustomEvent<YieldEvents['yield-change']>
    'yield-wallet-connect': CustomEvent<YieldEvents['yield-wallet-connect']>
    'yield-transaction-submitted': CustomEvent<YieldEvents['yield-transaction-submitted']>
    'yield-transaction-confirmed': CustomEvent<YieldEvents['yield-transaction-confirmed']>
    'yield-error': CustomEvent<YieldEvents['yield-error']>
  }
}

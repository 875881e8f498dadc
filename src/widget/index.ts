import { DualStackingBoost } from './dual-stacking/element.ts'
import type { BoostEvents } from './dual-stacking/events.ts'

export { DualStackingBoost }
export type { BoostAttributes, BoostListeners } from './dual-stacking/attributes.ts'
export type { BoostDetail, BoostEvents, UserAction } from './dual-stacking/events.ts'

/** The element’s name in HTML. */
export const BOOST_TAG = 'dual-stacking-boost'

// On a server there is no registry; on a page another version may have come first, and then it
// stays.
if (globalThis.customElements && !customElements.get(BOOST_TAG))
  customElements.define(BOOST_TAG, DualStackingBoost)

declare global {
  interface HTMLElementTagNameMap {
    'dual-stacking-boost': DualStackingBoost
  }
  interface HTMLElementEventMap {
    'boost-ready': CustomEvent<BoostEvents['boost-ready']>
    'boost-change': CustomEvent<BoostEvents['boost-change']>
    'wallet-connect': CustomEvent<BoostEvents['wallet-connect']>
    'transaction-submitted': CustomEvent<BoostEvents['transaction-submitted']>
    'transaction-confirmed': CustomEvent<BoostEvents['transaction-confirmed']>
    'reward-landed': CustomEvent<BoostEvents['reward-landed']>
    'widget-error': CustomEvent<BoostEvents['widget-error']>
  }
}

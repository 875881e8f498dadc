import type { HTMLAttributes as Attributes } from 'svelte/elements'
import type { BoostAttributes, BoostListeners } from '../dual-stacking/attributes.ts'
import type { DualStackingBoost } from '../dual-stacking/element.ts'

export type * from '../index.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'dual-stacking-boost': Attributes<DualStackingBoost> & BoostAttributes & BoostListeners
  }
}

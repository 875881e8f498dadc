import type { HTMLAttributes as Attributes } from 'svelte/elements'
import type { PoolAttributes, PoolListeners } from '../../hyperstaking/attributes.ts'
import type { HyperstakingPool } from '../../hyperstaking/element.ts'

export type * from '../../hyperstaking/index.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'hyperstaking-pool': Attributes<HyperstakingPool> & PoolAttributes & PoolListeners
  }
}

import type { HTMLAttributes as Attributes } from 'svelte/elements'
import type { YieldAttributes, YieldListeners } from '../../bitcoin-staking/attributes.ts'
import type { BitcoinStakingYield } from '../../bitcoin-staking/element.ts'

export type * from '../../bitcoin-staking/index.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'bitcoin-staking-yield': Attributes<BitcoinStakingYield> & YieldAttributes & YieldListeners
  }
}

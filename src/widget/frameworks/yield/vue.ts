import type { HTMLAttributes, PublicProps } from 'vue'
import type { YieldAttributes } from '../../bitcoin-staking/attributes.ts'
import type { BitcoinStakingYield } from '../../bitcoin-staking/element.ts'
import type { YieldEvents } from '../../bitcoin-staking/events.ts'
import type { VueListeners } from '../vue-listeners.ts'

export type * from '../../bitcoin-staking/index.ts'

declare module 'vue' {
  interface GlobalComponents {
    'bitcoin-staking-yield': new () => BitcoinStakingYield & {
      $props: YieldAttributes & {
        snapshotUrl?: string
        apiUrl?: string
      } & VueListeners<YieldEvents> &
        HTMLAttributes &
        PublicProps
    }
  }
}

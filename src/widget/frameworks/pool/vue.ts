import type { HTMLAttributes, PublicProps } from 'vue'
import type { PoolAttributes } from '../../hyperstaking/attributes.ts'
import type { HyperstakingPool } from '../../hyperstaking/element.ts'
import type { PoolEvents } from '../../hyperstaking/events.ts'
import type { VueListeners } from '../vue-listeners.ts'

export type * from '../../hyperstaking/index.ts'

declare module 'vue' {
  interface GlobalComponents {
    'hyperstaking-pool': new () => HyperstakingPool & {
      $props: PoolAttributes & {
        nodeUrl?: string
        snapshotUrl?: string
        activeStake?: string
        poolStake?: string
        depositFee?: string
        rewardFee?: string
      } & VueListeners<PoolEvents> &
        HTMLAttributes &
        PublicProps
    }
  }
}

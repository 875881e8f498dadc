import type { HTMLAttributes } from 'preact'
import type { PoolAttributes, PoolListeners } from '../../hyperstaking/attributes.ts'
import type { HyperstakingPool } from '../../hyperstaking/element.ts'

export type * from '../../hyperstaking/index.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'hyperstaking-pool': Omit<HTMLAttributes<HyperstakingPool>, keyof PoolAttributes> &
        PoolAttributes &
        PoolListeners
    }
  }
}

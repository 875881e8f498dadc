import type { DetailedHTMLProps as Props } from 'react'
import type { PoolAttributes, PoolListeners } from '../../hyperstaking/attributes.ts'
import type { HyperstakingPool } from '../../hyperstaking/element.ts'

export type * from '../../hyperstaking/index.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hyperstaking-pool': Props<HTMLAttributes<HyperstakingPool>, HyperstakingPool> &
        PoolAttributes &
        PoolListeners
    }
  }
}

import type { DetailedHTMLProps as Props } from 'react'
import type { YieldAttributes, YieldListeners } from '../../bitcoin-staking/attributes.ts'
import type { BitcoinStakingYield } from '../../bitcoin-staking/element.ts'

export type * from '../../bitcoin-staking/index.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'bitcoin-staking-yield': Props<HTMLAttributes<BitcoinStakingYield>, BitcoinStakingYield> &
        YieldAttributes &
        YieldListeners
    }
  }
}

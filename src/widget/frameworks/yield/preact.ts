import type { HTMLAttributes } from 'preact'
import type { YieldAttributes, YieldListeners } from '../../bitcoin-staking/attributes.ts'
import type { BitcoinStakingYield } from '../../bitcoin-staking/element.ts'

export type * from '../../bitcoin-staking/index.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'bitcoin-staking-yield': Omit<HTMLAttributes<BitcoinStakingYield>, keyof YieldAttributes> &
        YieldAttributes &
        YieldListeners
    }
  }
}

import type { DetailedHTMLProps as Props } from 'react'
import type { BoostAttributes, BoostListeners } from '../dual-stacking/attributes.ts'
import type { DualStackingBoost } from '../dual-stacking/element.ts'

export type * from '../index.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dual-stacking-boost': Props<HTMLAttributes<DualStackingBoost>, DualStackingBoost> &
        BoostAttributes &
        BoostListeners
    }
  }
}

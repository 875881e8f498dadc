import type { HTMLAttributes } from 'preact'
import type { BoostAttributes, BoostListeners } from '../dual-stacking/attributes.ts'
import type { DualStackingBoost } from '../dual-stacking/element.ts'

export type * from '../index.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'dual-stacking-boost': Omit<HTMLAttributes<DualStackingBoost>, keyof BoostAttributes> &
        BoostAttributes &
        BoostListeners
    }
  }
}

import type { DetailedHTMLProps, HTMLAttributes as Attributes } from 'react'
import type { BoostAttributes, BoostListeners } from '../boost/attributes.ts'
import type { DualStackingBoost } from '../boost/element.ts'

export type * from '../index.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dual-stacking-boost': DetailedHTMLProps<Attributes<DualStackingBoost>, DualStackingBoost> & BoostAttributes & BoostListeners
    }
  }
}

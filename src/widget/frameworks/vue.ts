import type { HTMLAttributes, PublicProps } from 'vue'
import type { BoostAttributes } from '../dual-stacking/attributes.ts'
import type { DualStackingBoost } from '../dual-stacking/element.ts'
import type { BoostEvents } from '../dual-stacking/events.ts'
import type { VueListeners } from './vue-listeners.ts'

export type * from '../index.ts'

declare module 'vue' {
  interface GlobalComponents {
    'dual-stacking-boost': new () => DualStackingBoost & {
      $props: BoostAttributes & {
        goldenRatio?: string
        snapshotUrl?: string
        apiUrl?: string
      } & VueListeners<BoostEvents> &
        HTMLAttributes &
        PublicProps
    }
  }
}

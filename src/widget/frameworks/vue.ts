import type { HTMLAttributes, PublicProps } from 'vue'
import type { BoostAttributes } from '../dual-stacking/attributes.ts'
import type { DualStackingBoost } from '../dual-stacking/element.ts'
import type { BoostEvents } from '../dual-stacking/events.ts'

export type * from '../index.ts'

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name
type Listeners = {
  [Name in keyof BoostEvents as `on${Capitalize<Camel<Name>>}`]?: (
    event: CustomEvent<BoostEvents[Name]>,
  ) => void
}

declare module 'vue' {
  interface GlobalComponents {
    'dual-stacking-boost': new () => DualStackingBoost & {
      $props: BoostAttributes & {
        goldenRatio?: string
        snapshotUrl?: string
        apiUrl?: string
      } & Listeners &
        HTMLAttributes &
        PublicProps
    }
  }
}

import type { BoostEvents } from './events.ts'

/**
 * Attributes of `<dual-stacking-boost>` as markup and frameworks write them; all are optional.
 * Amounts are decimal texts: `sbtc` in sBTC, `stx` in STX, `golden-ratio` in STX per BTC.
 */
export interface BoostAttributes {
  address?: string
  /**
   * A network's name, a deployment's id, or a programme of anyone's own as `network/contract`;
   * `mainnet` if left out.
   */
  network?: string
  sbtc?: string
  stx?: string
  'golden-ratio'?: string
  /** The page's own color scheme, if left out; `system`: the visitor's. */
  theme?: 'light' | 'dark' | 'system'
  /** A language tag; the page's, if left out. */
  locale?: string
  actions?: 'none' | 'enroll' | 'all'
  'snapshot-url'?: string
  'api-url'?: string
  compact?: boolean
}

/** Listeners as frameworks write them on the element: `onboost-change` and so on. */
export type BoostListeners = {
  [Name in keyof BoostEvents as `on${Name}`]?: (event: CustomEvent<BoostEvents[Name]>) => void
}

import type { YieldEvents } from './events.ts'

/**
 * Attributes of `<bitcoin-staking-yield>` as markup and frameworks write them; all are optional.
 * Amounts are decimal texts of STX.
 */
export interface YieldAttributes {
  /** What the visitor starts with. */
  stx?: string
  /** A signer manager's contract id, `SP….name`: shown as the site's own choice. */
  manager?: string
  /** For how many cycles a visitor stakes, 1 to 96; 12 if left out. */
  cycles?: string
  network?: 'mainnet' | 'testnet' | 'devnet'
  /** Another API than the network's public one. */
  'api-url'?: string
  /** A snapshot file of the same network and manager. */
  'snapshot-url'?: string
  /** Reads this address's position when the page loads. */
  address?: string
  /** The page's own color scheme, if left out; `system`: the visitor's. */
  theme?: 'light' | 'dark' | 'system'
  /** A language tag; the page's, if left out. */
  locale?: string
  actions?: 'none' | 'stake' | 'all'
  compact?: boolean
}

/** Listeners as frameworks write them on the element: `onyield-change` and so on. */
export type YieldListeners = {
  [Name in keyof YieldEvents as `on${Name}`]?: (event: CustomEvent<YieldEvents[Name]>) => void
}

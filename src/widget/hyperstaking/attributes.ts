import type { PoolEvents } from './events.ts'

/**
 * Attributes of `<hyperstaking-pool>` as markup and frameworks write them; all are optional.
 * Amounts are decimal texts of DUSK, fees of percent.
 */
export interface PoolAttributes {
  /** What the visitor starts with. */
  dusk?: string
  /** Days to look ahead, 1 to 730; 30 if left out. */
  days?: string
  /** A pool's contract id (64 hex digits) or name; the network's first if left out. */
  pool?: string
  network?: 'mainnet' | 'testnet' | 'local'
  /** Another node than the network's public one. */
  'node-url'?: string
  /** A snapshot file of the same network and pool. */
  'snapshot-url'?: string
  /** Reads this account's part of the pool when the page loads. */
  account?: string
  /**
   * The active stake of all provisioners together, and the pool's stake, until the network is read.
   */
  'active-stake'?: string
  'pool-stake'?: string
  'deposit-fee'?: string
  'reward-fee'?: string
  /**
   * The account that referred the visitor: named with a first deposit in a pool that splits
   * rewards.
   */
  referrer?: string
  /** The page's own color scheme, if left out; `system`: the visitor's. */
  theme?: 'light' | 'dark' | 'system'
  /** A language tag; the page's, if left out. */
  locale?: string
  actions?: 'none' | 'deposit' | 'all'
  compact?: boolean
}

/** Listeners as frameworks write them on the element: `onpool-change` and so on. */
export type PoolListeners = {
  [Name in keyof PoolEvents as `on${Name}`]?: (event: CustomEvent<PoolEvents[Name]>) => void
}

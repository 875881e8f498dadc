/**
 * Events of `<hyperstaking-pool>`: bubbling and composed. Amounts are decimal strings of LUX; rates
 * are scaled by 10^8.
 */
export interface PoolEvents {
  /** The first figures are shown. */
  'pool-ready': PoolDetail
  /** The figures changed. */
  'pool-change': PoolDetail
  'pool-wallet-connect': { account: string }
  'pool-transaction-submitted': { action: PoolWidgetAction; hash: string; account: string }
  /** Its block is final: it cannot be undone any more. */
  'pool-transaction-confirmed': { action: PoolWidgetAction; hash: string; account: string }
  /**
   * A reward of the pool in a final block; `lux`: about the account's part, null where it is not
   * known.
   */
  'pool-reward-landed': { account: string; lux: string | null; height: string }
  /**
   * Something failed, and the widget continues. `message`: the sentence that it shows, in its
   * language; `cause`: the underlying error, if any, for a log.
   */
  'pool-error': { code: string; message: string; cause?: string }
}

/**
 * The figures on show, as decimal strings: the deposit and its reward in LUX, and yearly rates
 * scaled by 10^8.
 */
export interface PoolDetail {
  lux: string
  days: number
  /** Expected over these days, and the 5th and 95th percentile; undefined: not known (yet). */
  reward?: string
  low?: string
  high?: string
  apr?: string
  apy?: string
}

/** What a visitor signs in the pool widget. */
export type PoolWidgetAction = 'deposit' | 'withdraw' | 'withdraw-all' | 'claim'

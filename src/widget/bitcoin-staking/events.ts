/** Events of `<bitcoin-staking-yield>`: bubbling and composed. Amounts are decimal strings. */
export interface YieldEvents {
  /** The first figures are shown. */
  'yield-ready': YieldDetail
  /** The figures changed. */
  'yield-change': YieldDetail
  'yield-wallet-connect': { address: string }
  'yield-transaction-submitted': { action: YieldAction; txid: string; address: string }
  /** It is in a block; said again where another block has taken its place. */
  'yield-transaction-confirmed': { action: YieldAction; txid: string; address: string }
  /**
   * Something failed, and the widget continues. `message`: the sentence that it shows, in its
   * language; `cause`: the underlying error, if any, for a log.
   */
  'yield-error': { code: string; message: string; cause?: string }
}

/** The figures on show: microSTX, and sats of a cycle for a slow, a usual and a fast income. */
export interface YieldDetail {
  microStx: string
  /** After the manager's fee, or before any where no manager is named; undefined: not known. */
  sats?: string
  low?: string
  high?: string
  /** The named manager's fee in basis points; undefined: none is named, or it is not known. */
  feeBips?: string
}

/** What a visitor signs in the calculator. */
export type YieldAction = 'stake' | 'claim'

/** Events of `<bitcoin-staking-yield>`: bubbling and composed. Amounts are decimal strings. */
export interface YieldEvents {
  /** The first figures are shown. */
  'yield-ready': YieldDetail
  /** The figures changed. */
  'yield-change': YieldDetail
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

/**
 * Events of `<dual-stacking-boost>`: bubbling and composed. Amounts are decimal strings of sats;
 * boost and rate are scaled by 10^8.
 */
export interface BoostEvents {
  /** The first figures are shown. */
  'boost-ready': BoostDetail
  /** The figures changed. */
  'boost-change': BoostDetail
  'wallet-connect': { address: string }
  'transaction-submitted': { action: UserAction; txid: string; address: string }
  'transaction-confirmed': { action: UserAction; txid: string; address: string }
  'reward-landed': { address: string; sats: string; txid: string; cycle: number | null }
  /**
   * Something failed, and the widget continues. `message`: the sentence that it shows, in its
   * language; `cause`: the underlying error, if any, for a log.
   */
  'widget-error': { code: string; message: string; cause?: string }
}

/**
 * The figures on show, as decimal strings: sats and microSTX held, reward in sats per cycle, and
 * boost, yearly rate and golden ratio scaled by 10^8.
 */
export interface BoostDetail {
  /** Undefined: not known. */
  boost?: string
  rewardSats?: string
  yearlyRate?: string
  sats: string
  microStx: string
  goldenRatio?: string
}

/** What a visitor signs in the boost calculator. */
export type UserAction = 'enroll' | 'opt-out' | 'change-reward-address'

import { add, div, mul, sub } from '../../clarity/u128.ts'
import { PRECISION } from '../constants.ts'

/**
 * Sats per share · 10^18 that `sats` add for `shares` in all; 0 when there are none
 * [bitcoin-staking 6.1].
 */
export const perShare = (sats: bigint, shares: bigint): bigint =>
  shares === 0n ? 0n : div(mul(sats, PRECISION), shares)

/** What shares have earned since a settlement, in sats, and what was pending then. */
export interface Earning {
  readonly shares: bigint
  /** Cumulative rewards per share · 10^18. */
  readonly perShareNow: bigint
  /** The same at the last settlement. */
  readonly perSharePaid: bigint
  readonly pendingSats: bigint
}

/** Sats that shares are owed [bitcoin-staking 6.3]. */
export const earnedSats = (earning: Earning): bigint =>
  add(
    earning.pendingSats,
    div(mul(earning.shares, sub(earning.perShareNow, earning.perSharePaid)), PRECISION),
  )

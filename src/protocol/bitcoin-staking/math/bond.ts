import { div, mul } from '../../clarity/u128.ts'
import { BASIS_POINTS, DISTRIBUTIONS_PER_YEAR, SATS_PER_PRICE } from '../constants.ts'

/** Sats that a bond with `shares` sats may take of one calculation [bitcoin-staking 6.1]. */
export const bondTargetSats = (shares: bigint, rateBasisPoints: bigint): bigint =>
  div(div(mul(shares, rateBasisPoints), BASIS_POINTS), DISTRIBUTIONS_PER_YEAR)

/** Price and share of the STX that a bond requires in addition to sats [bitcoin-staking 4.4]. */
export interface PairedStx {
  /** MicroSTX for 100 sats. */
  readonly stxValueRatio: bigint
  /** Part of that value in basis points. */
  readonly minUstxRatio: bigint
}

/** Least uSTX that must be locked with `sats` in a bond [bitcoin-staking 4.5]. */
export const minimumMicroStx = (sats: bigint, bond: PairedStx): bigint =>
  div(mul(div(mul(bond.stxValueRatio, sats), SATS_PER_PRICE), bond.minUstxRatio), BASIS_POINTS)

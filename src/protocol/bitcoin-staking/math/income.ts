import { div, mul, sub } from '../../clarity/u128.ts'
import { BASIS_POINTS, RESERVE_BASIS_POINTS } from '../constants.ts'

/** How the sats that bonds leave are split, when `shares` uSTX are staked [bitcoin-staking 6.1]. */
export interface RestSplit {
  /** Sats for all who staked STX only; not paid when there are none. */
  readonly stxSats: bigint
  /** Sats that are added to the reserve. */
  readonly reserveSats: bigint
}

/** Splits what bonds leave between the STX-only leg and the reserve. */
export function splitRest(sats: bigint, shares: bigint): RestSplit {
  const cut = div(mul(sats, RESERVE_BASIS_POINTS), BASIS_POINTS)
  return { stxSats: sub(sats, cut), reserveSats: shares > 0n ? cut : sats }
}

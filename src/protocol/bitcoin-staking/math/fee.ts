import { div, mul } from '../../clarity/u128.ts'
import { BASIS_POINTS } from '../constants.ts'

/** Sats that a manager keeps of a gross reward [bitcoin-staking 7.3]. */
export const managerFeeSats = (grossSats: bigint, feeBasisPoints: bigint): bigint =>
  div(mul(grossSats, feeBasisPoints), BASIS_POINTS)

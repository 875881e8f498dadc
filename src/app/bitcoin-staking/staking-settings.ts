import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

/** Fees above this need a person's consent: 10 %, in basis points. */
const USUAL_FEE_BOUND_BIPS = 1_000n

/** What a holder has chosen for Bitcoin Staking. */
export const stakingSettings = v.object({
  /** Whether it is read on a network other than mainnet: once its tab was opened there. */
  isFollowed: v.boolean(),
  /** Basis points. */
  feeBoundBips: uint,
  /** Whether the comparison with Dual Stacking was put away. */
  isComparisonHidden: v.boolean(),
})
export type StakingSettings = v.InferOutput<typeof stakingSettings>

export const initialStakingSettings = (): StakingSettings => ({
  isFollowed: false,
  feeBoundBips: USUAL_FEE_BOUND_BIPS,
  isComparisonHidden: false,
})

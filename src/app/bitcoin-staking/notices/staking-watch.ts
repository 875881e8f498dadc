import * as v from 'valibot'
import { uint } from '../../../chain/uint.ts'

/** What is remembered of an address between readings, so that each notice comes once. */
export const stakingWatch = v.object({
  /** Topics that have been looked at: what was so before is no news. */
  seen: v.array(v.string()),
  /** The cycle at which a stake ends because its holder ended it; null: it runs its time. */
  unstakedEnd: v.nullable(uint),
  /** The manager's fee as it was last known, in basis points. */
  fee: v.nullable(v.object({ manager: v.string(), bips: uint })),
})
export type StakingWatch = v.InferOutput<typeof stakingWatch>

export const emptyStakingWatch: StakingWatch = { seen: [], unstakedEnd: null, fee: null }

import type { Policy, Routing } from '../pools/state.ts'
import type { StakeAmount } from '../stake/types.ts'
import type { NetworkView } from './draw.ts'

/** Input of a projection; amounts in LUX, rates scaled by 10^8. */

export interface ProjectionInput {
  height: bigint
  /** Epochs to look ahead. */
  epochs: number
  network: NetworkView
  pool: {
    keys: ReadonlyArray<StakeAmount | null>
    idle: bigint
    policy: Policy
    routing: Routing
    depositFee: bigint
    rewardFee: bigint
    /**
     * Part of the holder's own rewards that goes to its referrer or operator; 0 when there is none.
     */
    holderRate: bigint
    /** Blocks before an epoch's end at which someone recycles. */
    lead: bigint
  }
  /** What the holder has in the pool already, part of `keys` and `idle`. */
  position: bigint
  /** What is put in now. */
  deposit: bigint
  /**
   * What accounts referred by the holder have in the pool, and the part of their rewards that is
   * the holder's.
   */
  referred: { deposits: bigint; rate: bigint } | null
  /** Runs of the simulation that the 5th and 95th percentile come from; 0 leaves them out. */
  runs: number
}

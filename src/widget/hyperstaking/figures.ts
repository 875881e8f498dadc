import type { Prospect } from '../../chain/dusk/prospect.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'

/** What the page gives in place of the network's own figures: LUX, fees scaled by 10^8. */
export interface GivenFigures {
  activeStake?: bigint
  poolStake?: bigint
  depositFee?: bigint
  rewardFee?: bigint
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/**
 * Assumptions until the network is read: the total stake as in the summer of 2026, a pool of medium
 * size, a fee of a tenth of rewards.
 */
export function assumeProspect({
  activeStake = dusk(200_000_000n),
  poolStake = dusk(1_000_000n),
  depositFee = 0n,
  rewardFee = 10_000_000n,
}: GivenFigures): Prospect {
  return {
    // The first block of an epoch: deposits then wait longest.
    height: 4_320_000n,
    network: {
      othersActive: max(activeStake - poolStake, 0n),
      others: 200,
      credits: 128,
      minimumStake: dusk(1000n),
    },
    keys: [{ value: poolStake, locked: 0n, eligibility: 4_320n }],
    idle: 0n,
    policy: 'reinvest',
    routing: 'top-up',
    depositFee,
    rewardFee,
    referralRate: 0n,
    fees: 'published',
  }
}

/** A pool as read from the network; amounts in LUX, null: not known. */
export interface PoolFigures {
  prospect: Prospect | null
  name: string
  height: bigint
  position: bigint | null
  claimable: bigint | null
  /** LUX that a whole share is worth. */
  share: bigint | null
  locked: bigint | null
  paused: boolean | null
  callsOpen: boolean | null
  /** The chain is not what the model describes. */
  differs: boolean
  /** Of a snapshot that is old: when it was read, in milliseconds since 1970. */
  old?: number
}

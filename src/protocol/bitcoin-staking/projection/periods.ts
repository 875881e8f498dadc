import type { CycleClock } from '../cycle-clock.ts'
import { scaled, times, type StakingReward } from './staking-reward.ts'

/** Bitcoin blocks of a year of ten-minute blocks. */
const YEAR_BLOCKS = 52_560n
const HALVES_PER_CYCLE = 2n

/** The same reward over different times; nothing is compounded. */
export interface Periods {
  half: StakingReward
  cycle: StakingReward
  /** A year of 52,560 blocks. */
  year: StakingReward
}

/** What a reward in each half adds up to. */
export const periodsOf = (clock: CycleClock, half: StakingReward): Periods => ({
  half,
  cycle: times(half, HALVES_PER_CYCLE),
  year: scaled(half, HALVES_PER_CYCLE * YEAR_BLOCKS, clock.cycleBlocks),
})

/** The sum over this many cycles. */
export const overCycles = (half: StakingReward, cycles: bigint): StakingReward =>
  times(half, HALVES_PER_CYCLE * cycles)

import { add, div, mul, sub } from '../clarity/u128.ts'
import { BOND_CYCLES, BOND_GAP_CYCLES } from './constants.ts'

/** Where cycles of a deployment start, in Bitcoin blocks [bitcoin-staking 1.3]. */
export interface CycleClock {
  /** Bitcoin height at which cycle 0 starts. */
  readonly firstBurnHeight: bigint
  readonly cycleBlocks: bigint
  /** Blocks of the prepare phase, the last of each cycle. */
  readonly prepareBlocks: bigint
  /** First cycle of PoX-5, in which bond 0 starts. */
  readonly firstCycle: bigint
}

/** The cycle of a Bitcoin height; aborts below the first one. */
export const rewardCycleAt = (clock: CycleClock, burnHeight: bigint): bigint =>
  div(sub(burnHeight, clock.firstBurnHeight), clock.cycleBlocks)

/** Bitcoin height at which a cycle starts. */
export const cycleStart = (clock: CycleClock, cycle: bigint): bigint =>
  add(clock.firstBurnHeight, mul(cycle, clock.cycleBlocks))

/** Bitcoin blocks of half a cycle. */
export const halfBlocks = (clock: CycleClock): bigint => div(clock.cycleBlocks, 2n)

/** The half cycle (distribution index) of a Bitcoin height; aborts below the first one. */
export const halfAt = (clock: CycleClock, burnHeight: bigint): bigint =>
  div(sub(burnHeight, clock.firstBurnHeight), halfBlocks(clock))

/** Bitcoin height at which a half cycle starts. */
export const halfStart = (clock: CycleClock, half: bigint): bigint =>
  add(clock.firstBurnHeight, mul(half, halfBlocks(clock)))

/** Whether shares of the cycle after `cycle` are frozen at a height. */
export const isPreparing = (clock: CycleClock, cycle: bigint, burnHeight: bigint): boolean =>
  burnHeight >= sub(cycleStart(clock, add(cycle, 1n)), clock.prepareBlocks)

/** First cycle of a bond. */
export const bondCycle = (clock: CycleClock, bond: bigint): bigint =>
  add(clock.firstCycle, mul(bond, BOND_GAP_CYCLES))

/** The cycle after a bond's last one. */
export const bondEndCycle = (clock: CycleClock, bond: bigint): bigint =>
  add(bondCycle(clock, bond), BOND_CYCLES)

/** Bitcoin height at which a bond starts. */
export const bondStart = (clock: CycleClock, bond: bigint): bigint =>
  cycleStart(clock, bondCycle(clock, bond))

/** Bitcoin height at which a bond ends and its STX unlock. */
export const bondEnd = (clock: CycleClock, bond: bigint): bigint =>
  cycleStart(clock, bondEndCycle(clock, bond))

/** First Bitcoin height at which the BTC of a bond may unlock, and at which it can be left. */
export const bondUnlock = (clock: CycleClock, bond: bigint): bigint =>
  sub(bondEnd(clock, bond), halfBlocks(clock))

/** Whether a bond, if it is set up, is active at a height. */
export const isBondTime = (clock: CycleClock, bond: bigint, burnHeight: bigint): boolean =>
  bondStart(clock, bond) < burnHeight && burnHeight <= bondEnd(clock, bond)

import { cycleStart, isPreparing, rewardCycleAt, type CycleClock } from './cycle-clock.ts'

/** The prepare phase that runs or comes next, in Bitcoin heights [bitcoin-staking 11.3]. */
export interface PreparePhase {
  /** Whether it runs: then no position can be changed. */
  isNow: boolean
  startHeight: bigint
  /** First height of the next cycle, at which positions can be changed again. */
  endHeight: bigint
  /** Blocks until it starts, or while it runs until it ends. */
  blocksLeft: bigint
}

/** The prepare phase at a height, with its countdown. */
export function preparePhaseAt(clock: CycleClock, burnHeight: bigint): PreparePhase {
  const cycle = rewardCycleAt(clock, burnHeight)
  const endHeight = cycleStart(clock, cycle + 1n)
  const startHeight = endHeight - clock.prepareBlocks
  const isNow = isPreparing(clock, cycle, burnHeight)
  const blocksLeft = (isNow ? endHeight : startHeight) - burnHeight
  return { isNow, startHeight, endHeight, blocksLeft }
}

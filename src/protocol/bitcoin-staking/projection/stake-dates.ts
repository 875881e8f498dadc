import {
  rewardCycleAt,
  cycleStart,
  halfAt,
  halfStart,
  isPreparing,
  type CycleClock,
} from '../cycle-clock.ts'

/** When a stake that is made now, or as soon as it can be made, begins and pays. */
export interface StakeDates {
  /** Bitcoin height from which it can be made: now, or when the prepare phase ends. */
  possibleFrom: bigint
  /** Its first cycle, and that cycle's first height. */
  firstCycle: bigint
  startHeight: bigint
  /** Bitcoin height from which its first half can be calculated, and then claimed. */
  firstClaimHeight: bigint
  /** Bitcoin height at which it unlocks. */
  unlockHeight: bigint
}

/** Dates of a stake of this many cycles [bitcoin-staking 6.6]. */
export function stakeDates(clock: CycleClock, burnHeight: bigint, cycles: bigint): StakeDates {
  const now = rewardCycleAt(clock, burnHeight)
  const waits = isPreparing(clock, now, burnHeight)
  const firstCycle = now + (waits ? 2n : 1n)
  const startHeight = cycleStart(clock, firstCycle)
  return {
    possibleFrom: waits ? cycleStart(clock, now + 1n) : burnHeight,
    firstCycle,
    startHeight,
    firstClaimHeight: halfStart(clock, halfAt(clock, startHeight) + 1n),
    unlockHeight: cycleStart(clock, firstCycle + cycles),
  }
}

import { bondCycle, bondEndCycle, rewardCycleAt, type CycleClock } from './cycle-clock.ts'

/** A stake: before its first cycle, in its cycles, or after them [bitcoin-staking 1.6]. */
export type StakeState = 'pending' | 'active' | 'expired'
/** A part in a bond: before the bond's first cycle, in its cycles, or after them. */
export type BondPartState = 'enrolled' | 'running' | 'ended'

/** What a recorded stake is at a Bitcoin height; an expired one is as good as none. */
export function stakeStateAt(
  clock: CycleClock,
  burnHeight: bigint,
  { firstCycle, cycles }: { firstCycle: bigint; cycles: bigint },
): StakeState {
  const cycle = rewardCycleAt(clock, burnHeight)
  if (cycle >= firstCycle + cycles) return 'expired'
  return cycle < firstCycle ? 'pending' : 'active'
}

/** What a recorded part in a bond is at a height; the sBTC of an ended one stays in pox-5. */
export function bondPartStateAt(
  clock: CycleClock,
  burnHeight: bigint,
  bond: bigint,
): BondPartState {
  const cycle = rewardCycleAt(clock, burnHeight)
  if (cycle >= bondEndCycle(clock, bond)) return 'ended'
  return cycle < bondCycle(clock, bond) ? 'enrolled' : 'running'
}

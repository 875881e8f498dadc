import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { bondEndCycle } from '../cycle-clock.ts'
import { currentCycle, type PoxFrame } from './pox-frame.ts'
import type { BondMembership, PoxState, StxStake } from './pox-state.ts'

/** The cycle after a stake's last one. */
export const stakeEndCycle = (stake: StxStake): bigint => add(stake.firstCycle, stake.cycles)

/** A principal's stake that has not expired (`get-staker-info`) [bitcoin-staking 1.6]. */
export function runningStake(frame: PoxFrame, staker: Principal): StxStake | undefined {
  const stake = frame.state.stakes.get(staker)
  return stake !== undefined && currentCycle(frame) < stakeEndCycle(stake) ? stake : undefined
}

/** A principal's part in a bond that has not ended (`get-bond-membership`). */
export function runningMembership(frame: PoxFrame, staker: Principal): BondMembership | undefined {
  const membership = frame.state.memberships.get(staker)
  return overlaps(frame.state, membership, currentCycle(frame)) ? membership : undefined
}

/** Whether a part in a bond still runs in a cycle (`bond-overlaps-new-position?`). */
export const overlaps = (
  { clock }: PoxState,
  membership: Pick<BondMembership, 'bondIndex'> | undefined,
  cycle: bigint,
): boolean => membership !== undefined && bondEndCycle(clock, membership.bondIndex) > cycle

/** Sats of a principal that pox-5 holds, also after the bond has ended. */
export function custodiedSats(state: PoxState, staker: Principal): bigint {
  const membership = state.memberships.get(staker)
  return membership === undefined || membership.isL1Lock ? 0n : membership.sats
}

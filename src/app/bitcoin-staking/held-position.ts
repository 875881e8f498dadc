import {
  bondCycle,
  bondEndCycle,
  cycleStart,
  rewardCycleAt,
} from '../../protocol/bitcoin-staking/cycle-clock.ts'
import {
  bondPartStateAt,
  stakeStateAt,
  type BondPartState,
  type StakeState,
} from '../../protocol/bitcoin-staking/position-state.ts'
import type { HolderStake } from './staking-reading.ts'
import type { StakingState } from './staking-state.ts'

/** A position as a person sees it: sats, microSTX, Bitcoin heights. */
export interface HeldPosition {
  kind: 'stake' | 'bond'
  state: StakeState | BondPartState
  manager: string
  microStx: bigint
  /** Of a bond. */
  sats: bigint
  bond: bigint | null
  isL1Lock: boolean
  firstCycle: bigint
  /** The first cycle that it is no part of. */
  endCycle: bigint
  /** Cycles after the running one that it still earns in. */
  cyclesLeft: bigint
  /** Height at which its STX unlock. */
  unlockHeight: bigint
  /** Whether it ends with the running cycle. */
  isLeaving: boolean
}

/**
 * What an address has, a stake or a part in a bond; null: nothing is recorded. Undefined: not
 * known. Of two records the one that has not ended.
 */
export function heldPositionOf(
  programme: StakingState['programme'],
  holder: Pick<HolderStake, 'position'> | null,
): HeldPosition | null | undefined {
  if (!programme?.clock.known || holder === null) return undefined
  const { stake, bondPart } = holder.position
  if (!stake.known || !bondPart.known) return undefined
  const clock = programme.clock.value
  const { burnHeight } = programme
  const cycle = rewardCycleAt(clock, burnHeight)
  const found: HeldPosition[] = []
  if (stake.value !== null) {
    const { manager, microStx, firstCycle, cycles } = stake.value
    const endCycle = firstCycle + cycles
    found.push({
      kind: 'stake',
      state: stakeStateAt(clock, burnHeight, stake.value),
      manager,
      microStx,
      sats: 0n,
      bond: null,
      isL1Lock: false,
      firstCycle,
      endCycle,
      cyclesLeft: left(endCycle, cycle),
      unlockHeight: cycleStart(clock, endCycle),
      isLeaving: endCycle === cycle + 1n,
    })
  }
  if (bondPart.value !== null) {
    const { bond, manager, microStx, sats, isL1Lock } = bondPart.value
    const endCycle = bondEndCycle(clock, bond)
    found.push({
      kind: 'bond',
      state: bondPartStateAt(clock, burnHeight, bond),
      manager,
      microStx,
      sats,
      bond,
      isL1Lock,
      firstCycle: bondCycle(clock, bond),
      endCycle,
      cyclesLeft: left(endCycle, cycle),
      unlockHeight: cycleStart(clock, endCycle),
      isLeaving: endCycle === cycle + 1n,
    })
  }
  return found.find(({ state }) => state !== 'expired' && state !== 'ended') ?? found.at(-1) ?? null
}

/** Whether it has ended: its STX are free, and it earns nothing. */
export const isOver = ({ state }: HeldPosition): boolean => state === 'expired' || state === 'ended'

const left = (endCycle: bigint, cycle: bigint): bigint =>
  endCycle > cycle + 1n ? endCycle - cycle - 1n : 0n

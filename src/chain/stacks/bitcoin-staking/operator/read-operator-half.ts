import { BOND_CYCLES } from '../../../../protocol/bitcoin-staking/constants.ts'
import {
  isBondTime,
  rewardCycleAt,
  type CycleClock,
} from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import {
  nextHalf,
  type NextHalf,
} from '../../../../protocol/bitcoin-staking/projection/project-half.ts'
import { known, unknown, type Known } from '../../../known.ts'
import { cBool, clUint, cUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import { clLeg } from '../pox-values.ts'
import { readBonds, type BondReading } from '../read-bonds.ts'
import { readClock } from '../read-clock.ts'

/** The programme as who runs its steps has to know it: sats, microSTX, Bitcoin heights. */
export interface OperatorHalf {
  burnHeight: bigint
  clock: CycleClock
  /** The running cycle. */
  cycle: bigint
  half: NextHalf
  lastComputeHeight: bigint
  /** What has arrived since. */
  arrivedSats: bigint
  /** Whether managers' claims are stopped for ever; null is unknown. */
  isPaused: boolean | null
  /**
   * Bonds that run in any cycle that is looked at, and those to come; sats are those of the half's
   * cycle where a bond is active in it.
   */
  bonds: BondReading[]
  /** What earns in the STX-only leg of the half's cycle. */
  stakedMicroStx: bigint
}

const PAUSE_BLOCKS = 6

/**
 * Reads what the next calculation depends on: about ten requests. `since`: the first cycle that is
 * looked at, by default the one before the running one [bitcoin-staking 6.1].
 */
export async function readOperatorHalf(
  reader: PoxReader,
  { burnHeight, since }: { burnHeight: bigint; since?: bigint | undefined },
): Promise<Known<OperatorHalf>> {
  const clock = await readClock(reader)
  if (!clock.known) return clock
  if (burnHeight < clock.value.firstBurnHeight) return unknown('not-yet')
  const [last, arrived, paused] = await Promise.all([
    reader.call('get-last-reward-compute-height', { schema: cUint }),
    reader.call('get-new-rewards', { schema: cUint }),
    reader.variable('rewards-paused', { schema: cBool, blocks: PAUSE_BLOCKS }),
  ])
  if (!last.known) return last
  if (!arrived.known) return arrived
  const cycle = rewardCycleAt(clock.value, burnHeight)
  const half = nextHalf(clock.value, burnHeight, last.value)
  const bonds = await readBondsSince(reader, clock.value, { cycle, since: since ?? cycle - 1n })
  if (!bonds.known) return bonds
  const current = await readSats(reader, clock.value, { half, bonds: bonds.value })
  if (!current.known) return current
  const staked = await readShares(reader, half.cycle, null)
  if (!staked.known) return staked
  return known({
    burnHeight,
    clock: clock.value,
    cycle,
    half,
    lastComputeHeight: last.value,
    arrivedSats: arrived.value,
    isPaused: paused.known ? paused.value : null,
    bonds: current.value,
    stakedMicroStx: staked.value,
  })
}

/** Bonds of all cycles from one on: those around a cycle are known from it. */
async function readBondsSince(
  reader: PoxReader,
  clock: CycleClock,
  { cycle: running, since }: { cycle: bigint; since: bigint },
): Promise<Known<BondReading[]>> {
  const bonds = new Map<bigint, BondReading>()
  const asked: bigint[] = []
  for (let cycle = since; cycle < running; cycle += BOND_CYCLES) asked.push(cycle)
  for (const cycle of [...asked, running]) {
    if (cycle < clock.firstCycle) continue
    const found = await readBonds(reader, { clock, cycle })
    if (!found.known) return found
    for (const bond of found.value) bonds.set(bond.index, bond)
  }
  return known([...bonds.values()])
}

const readShares = (
  reader: PoxReader,
  cycle: bigint,
  bond: bigint | null,
): Promise<Known<bigint>> =>
  reader.call('get-total-shares-staked-for-cycle', {
    args: [clUint(cycle), clLeg(bond)],
    schema: cUint,
  })

/** The shares at the moment of a calculation count: those of active bonds are read for it. */
async function readSats(
  reader: PoxReader,
  clock: CycleClock,
  { half, bonds }: { half: NextHalf; bonds: readonly BondReading[] },
): Promise<Known<BondReading[]>> {
  const current: BondReading[] = []
  for (const bond of bonds) {
    const sats = isBondTime(clock, bond.index, half.height)
      ? await readShares(reader, half.cycle, bond.index)
      : known(bond.sats)
    if (!sats.known) return sats
    current.push({ ...bond, sats: sats.value })
  }
  return known(current)
}

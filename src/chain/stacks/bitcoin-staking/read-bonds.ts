import { BOND_GAP_CYCLES } from '../../../protocol/bitcoin-staking/constants.ts'
import {
  bondCycle,
  bondEndCycle,
  type CycleClock,
} from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { known, type Known } from '../../known.ts'
import { cOptional, cUint, clUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cBondTerms, clLeg } from './pox-values.ts'

/** A bond that was set up: terms in basis points and uSTX for 100 sats [bitcoin-staking 4.4]. */
export interface BondReading {
  index: bigint
  targetRate: bigint
  stxValueRatio: bigint
  minUstxRatio: bigint
  /** Its first cycle, and the first after its last. */
  firstCycle: bigint
  endCycle: bigint
  /** Sats in it in the cycle asked about, or before it starts in its first. */
  sats: bigint
}

// A bond cannot be changed once it is set up.
const SET_UP_BLOCKS = 4032
const NOT_SET_UP_BLOCKS = 6
const SATS_BLOCKS = 6
const CYCLES_BEFORE_START = 2n

/**
 * Bonds that have not ended before `cycle`, and those that may be set up already: at most eight,
 * one request each and one for its sats. A bond not set up yet is asked for once in six blocks.
 */
export async function readBonds(
  reader: PoxReader,
  { clock, cycle }: { clock: CycleClock; cycle: bigint },
): Promise<Known<BondReading[]>> {
  const bonds: BondReading[] = []
  for (const index of bondsAround(clock, cycle)) {
    const reading = await readBond(reader, { clock, cycle, index })
    if (!reading.known) return reading
    if (reading.value !== null) bonds.push(reading.value)
  }
  return known(bonds)
}

/** Indexes of bonds that can be set up and have not ended by the start of a cycle. */
export function bondsAround(clock: CycleClock, cycle: bigint): bigint[] {
  const newest = (cycle + CYCLES_BEFORE_START - clock.firstCycle) / BOND_GAP_CYCLES
  const indexes: bigint[] = []
  for (let index = newest; index >= 0n && bondEndCycle(clock, index) > cycle; index--)
    indexes.unshift(index)
  return indexes
}

async function readBond(
  reader: PoxReader,
  { clock, cycle, index }: { clock: CycleClock; cycle: bigint; index: bigint },
): Promise<Known<BondReading | null>> {
  const termsWithin = (blocks: number) =>
    reader.call('get-protocol-bond', {
      args: [clUint(index)],
      schema: cOptional(cBondTerms),
      blocks,
    })
  let terms = await termsWithin(SET_UP_BLOCKS)
  if (terms.known && terms.value === null) terms = await termsWithin(NOT_SET_UP_BLOCKS)
  if (!terms.known) return terms
  if (terms.value === null) return known(null)
  const firstCycle = bondCycle(clock, index)
  const sats = await reader.call('get-total-shares-staked-for-cycle', {
    args: [clUint(cycle > firstCycle ? cycle : firstCycle), clLeg(index)],
    schema: cUint,
    blocks: SATS_BLOCKS,
  })
  if (!sats.known) return sats
  return known({
    index,
    ...terms.value,
    firstCycle,
    endCycle: bondEndCycle(clock, index),
    sats: sats.value,
  })
}

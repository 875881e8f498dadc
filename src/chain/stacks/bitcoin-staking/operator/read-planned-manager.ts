import {
  bondCycle,
  bondEndCycle,
  type CycleClock,
} from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { PlannedManager } from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { known, unknown, type Known } from '../../../known.ts'
import { clPrincipal, clUint, cOk, cUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import { clLeg } from '../pox-values.ts'
import { readManagerShape } from '../read-manager-shape.ts'
import type { OperatorHalf } from './read-operator-half.ts'

/** A cycle and leg that something was booked to; bond null is the STX-only one. */
export interface BookedLeg {
  cycle: bigint
  bond: bigint | null
}

/** Bitcoin blocks for which what a manager has earned is reused: it may be claimed meanwhile. */
export const EARNED_BLOCKS = 6

/** Legs of a cycle: the STX-only one and every bond that runs in it. */
export const legsOfCycle = (
  clock: CycleClock,
  bonds: OperatorHalf['bonds'],
  cycle: bigint,
): Array<bigint | null> => [
  null,
  ...bonds
    .map(({ index }) => index)
    .filter((index) => bondCycle(clock, index) <= cycle && cycle < bondEndCycle(clock, index)),
]

/**
 * Legs of these cycles with something booked, of which alone a manager can have earned: one request
 * each.
 */
export async function readBookedLegs(
  reader: PoxReader,
  { clock, bonds }: OperatorHalf,
  cycles: readonly bigint[],
): Promise<Known<BookedLeg[]>> {
  const booked: BookedLeg[] = []
  for (const cycle of cycles) {
    for (const bond of legsOfCycle(clock, bonds, cycle)) {
      const perShare = await reader.call('get-rewards-per-token-for-cycle', {
        args: [clUint(cycle), clLeg(bond)],
        schema: cUint,
      })
      if (!perShare.known) return perShare
      if (perShare.value > 0n) booked.push({ cycle, bond })
    }
  }
  return known(booked)
}

/**
 * Reads what a manager can pull of these legs: one request for each, and its interface the first
 * time. What it holds for holders is read with `withFunds`, two more [bitcoin-staking 8.5].
 */
export async function readPlannedManager(
  reader: PoxReader,
  manager: string,
  { legs, withFunds = false }: { legs: readonly BookedLeg[]; withFunds?: boolean },
): Promise<Known<PlannedManager>> {
  const shape = await readManagerShape(reader, manager)
  if (!shape.known) return shape
  const { family } = shape.value
  const earned: PlannedManager['earned'][number][] = []
  for (const { cycle, bond } of legs) {
    const sats = await reader.call('get-earned', {
      args: [clPrincipal(manager), clUint(cycle), clLeg(bond)],
      schema: cUint,
      blocks: EARNED_BLOCKS,
    })
    if (!sats.known) return sats
    earned.push({ cycle, bond, sats: sats.value })
  }
  const hasPool = withFunds && (family === 'reference' || family === 'max500')
  const pool = hasPool
    ? await reader.call('get-unclaimed-staker-rewards', { contract: manager, schema: cUint })
    : unknown('not-read')
  const balance = withFunds ? await readManagerSats(reader, manager) : unknown('not-read')
  return known({
    manager,
    family,
    earned,
    poolSats: pool.known ? pool.value : null,
    balanceSats: balance.known ? balance.value : null,
  })
}

/** The sBTC of a manager, locked by withdrawals included: what its own checks count. */
export const readManagerSats = (reader: PoxReader, manager: string): Promise<Known<bigint>> =>
  reader.call('get-balance', {
    contract: reader.deployment.sbtcToken,
    args: [clPrincipal(manager)],
    schema: cOk(cUint),
  })

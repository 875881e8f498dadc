import { bondEndCycle, cycleStart } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractTuple, ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { MAX_U128 } from '../../../../protocol/clarity/u128.ts'
import { admin, fuzzHolders, managers, pool, pox, proxy } from './actors.ts'
import { pickCalldata } from './calldata.ts'
import type { Dice } from './dice.ts'
import type { PoxFuzzWorld } from './world.ts'

export const pickHolder = (dice: Dice): string => dice.pick(fuzzHolders)
export const pickManager = (dice: Dice): string => dice.pick([...managers.keys()])

/** A contract that takes no stakes, and one that does not exist: such calls abort. */
const noManagers = [proxy, pool, `${admin}.missing`]
const pickNewManager = (dice: Dice): string =>
  dice.rarely(40) ? dice.pick(noManagers) : pickManager(dice)

/** The tuple inside `(some …)`, or undefined. */
export const inside = (value: ContractValue): ContractTuple | undefined =>
  value === null ? undefined : ((value as ContractTuple).some as ContractTuple)

const hasStake = (world: PoxFuzzWorld) => (who: string) =>
  world.ask('get-staker-info', who) !== null
const hasBond = (world: PoxFuzzWorld) => (who: string) =>
  world.ask('get-bond-membership', who) !== null
/** Whether anyone is in a bond. */
export const anyBond = (world: PoxFuzzWorld): boolean => fuzzHolders.some(hasBond(world))

/** Whether someone holds neither a stake nor a bond, or is in the last cycle of a bond. */
export const isFree =
  (world: PoxFuzzWorld) =>
  (who: string): boolean => {
    if (hasStake(world)(who)) return false
    const member = inside(world.ask('get-bond-membership', who))
    if (member === undefined) return true
    return world.cycle + 1n >= bondEndCycle(world.clock, member['bond-index'] as bigint)
  }

const threshold = 50_000_000_000n

/** An amount of STX to stake: what the holder has, around the threshold, tiny, or too much. */
function pickMicroStx(world: PoxFuzzWorld, who: string, dice: Dice): bigint {
  const { lockedMicroStx, unlockedMicroStx } = world.stxOf(who)
  const total = lockedMicroStx + unlockedMicroStx
  return dice.pick([
    dice.upTo(total),
    threshold,
    threshold - 1n,
    total,
    1n + dice.upTo(1000n),
    total + 1n,
    dice.upTo(2n * threshold),
    0n,
  ])
}

const lengths = [3n, 1n, 2n, 3n, 6n, 12n, 13n, 4n, 5n, 24n, 2n, 6n, 96n, 97n, 0n, MAX_U128]

/** The manager that a position has, or sometimes another one. */
const pickOldManager = (record: ContractTuple | undefined, dice: Dice): string =>
  record === undefined || dice.rarely(12) ? pickManager(dice) : (record.signer as string)

export function tryStake(world: PoxFuzzWorld, dice: Dice): void {
  if (waitsForCycle(world, dice)) return
  const who = dice.prefer(fuzzHolders, isFree(world))
  const manager = pickNewManager(dice)
  const amount = pickMicroStx(world, who, dice)
  const cycles = dice.pick(lengths)
  if (managers.get(manager) === 'native' && !dice.rarely(4)) {
    world.call(pool, 'delegate', [manager, amount, cycles], who)
    return
  }
  const start = dice.rarely(15)
    ? dice.pick([cycleStart(world.clock, world.cycle + 1n), world.clock.firstBurnHeight, 0n])
    : world.burn
  const contract = dice.rarely(10) ? proxy : pox
  world.call(contract, 'stake', [manager, amount, cycles, start, pickCalldata(dice, manager)], who)
}

export function tryStakeUpdate(world: PoxFuzzWorld, dice: Dice): void {
  if (waitsForCycle(world, dice)) return
  if (!fuzzHolders.some(hasStake(world))) {
    tryStake(world, dice)
    return
  }
  const who = dice.prefer(fuzzHolders, hasStake(world))
  const info = inside(world.ask('get-staker-info', who))
  const old = pickOldManager(info, dice)
  const manager = dice.pick([old, pickNewManager(dice), old])
  const extend = dice.pick([0n, 1n, 2n, 12n, 0n, 96n, 1n, MAX_U128])
  const { unlockedMicroStx } = world.stxOf(who)
  const increase = dice.pick([
    0n,
    dice.upTo(unlockedMicroStx),
    1n,
    0n,
    unlockedMicroStx,
    unlockedMicroStx + 1n,
    0n,
    MAX_U128,
  ])
  const isNative = managers.get(manager) === 'native' && !dice.rarely(4)
  const [contract, fn] = isNative ? [pool, 'delegate-update'] : [pox, 'stake-update']
  world.call(contract, fn, [manager, old, extend, increase, pickCalldata(dice, manager)], who)
}

/** In the prepare phase: mostly mines to its end instead, where calls succeed again. */
export function waitsForCycle(world: PoxFuzzWorld, dice: Dice): boolean {
  const isPreparing = world.ask('is-in-prepare-phase', world.cycle) === true
  if (!isPreparing || dice.rarely(6)) return false
  world.mine(cycleStart(world.clock, world.cycle + 1n) - world.burn)
  return true
}

export function tryUnstake(world: PoxFuzzWorld, dice: Dice): void {
  const who = dice.prefer(fuzzHolders, hasStake(world))
  const old = pickOldManager(inside(world.ask('get-staker-info', who)), dice)
  const contract = dice.pick([pox, pox, pox, proxy, pool])
  world.call(contract, contract === pool ? 'undelegate' : 'unstake', [old], who)
}

export function updateBond(world: PoxFuzzWorld, dice: Dice): void {
  if (waitsForCycle(world, dice)) return
  const who = dice.prefer(fuzzHolders, hasBond(world))
  const old = pickOldManager(inside(world.ask('get-bond-membership', who)), dice)
  const manager = pickNewManager(dice)
  const args = [manager, old, pickCalldata(dice, manager)]
  world.call(pox, 'update-bond-registration', args, who)
}

/** The manager of the last cycle in which someone had one, for the record of an ended bond. */
function lastMembership(world: PoxFuzzWorld, who: string): ContractTuple | undefined {
  for (let cycle = world.cycle; cycle > 0n; cycle--) {
    const found = inside(world.ask('get-signer-cycle-membership', who, cycle))
    if (found !== undefined) return found
  }
  return undefined
}

export function tryUnstakeSbtc(world: PoxFuzzWorld, dice: Dice): void {
  const who = dice.prefer(
    fuzzHolders,
    (each) => world.ask('get-staker-custodied-sbtc', each) !== 0n,
  )
  const held = world.ask('get-staker-custodied-sbtc', who) as bigint
  const running = inside(world.ask('get-bond-membership', who))
  const old = pickOldManager(running ?? lastMembership(world, who), dice)
  const sats = dice.pick([dice.upTo(held), 1n, held, held + 1n, 0n])
  world.call(pox, 'unstake-sbtc', [old, sats], who)
}

export function announceExit(world: PoxFuzzWorld, dice: Dice): void {
  const isL1 = (who: string) =>
    inside(world.ask('get-bond-membership', who))?.['is-l1-lock'] === true
  const who = dice.prefer(fuzzHolders, isL1)
  const old = pickOldManager(inside(world.ask('get-bond-membership', who)), dice)
  const contract = dice.rarely(8) ? proxy : pox
  const sender = dice.rarely(8) ? pickHolder(dice) : who
  const fn = contract === proxy ? 'announce' : 'announce-l1-early-exit'
  world.call(contract, fn, [who, old], sender)
}

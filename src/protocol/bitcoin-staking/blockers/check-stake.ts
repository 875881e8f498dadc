import { MAX_STAKE_CYCLES } from '../constants.ts'
import { bondEndCycle, bondUnlock, cycleStart, rewardCycleAt } from '../cycle-clock.ts'
import { bondPartStateAt, stakeStateAt } from '../position-state.ts'
import { checkManager } from './check-manager.ts'
import { checkPhase } from './check-phase.ts'
import type { HolderFacts, ManagerChoice, StakeFacts } from './holder-facts.ts'
import { BlockerList, type SigningBlocker } from './signing-blocker.ts'

/** Why a new stake should not be signed [bitcoin-staking 4.1]. */
export function checkStake(
  facts: HolderFacts,
  { microStx, cycles, ...choice }: ManagerChoice & { microStx: bigint; cycles: bigint },
): SigningBlocker[] {
  const { clock, burnHeight, position, balance } = facts
  const list = new BlockerList()
  const firstCycle = rewardCycleAt(clock, burnHeight) + 1n
  checkPhase(list, facts)
  checkManager(list, choice, { addedMicroStx: microStx, isBond: false })
  list.refuse(cycles < 1n || cycles > MAX_STAKE_CYCLES, {
    code: 'cycles-out-of-range',
    least: 1n,
    most: MAX_STAKE_CYCLES,
  })
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const stake = position?.stake
  const bond = position?.bondPart?.bond
  const isStaking = stake !== undefined && stakeStateAt(clock, burnHeight, stake) !== 'expired'
  const isBonded = bond !== undefined && bondEndCycle(clock, bond) > firstCycle
  list.refuse(isStaking || isBonded, { code: 'has-position' })
  checkRollOver(list, facts, isBonded ? undefined : bond)
  list.refuse(microStx === 0n, { code: 'nothing-to-lock' })
  list.refuse(balance === null, { code: 'unknown', what: 'balance' })
  checkTotal(list, balance, microStx)
  list.ask(facts.isPaused === true, { code: 'rewards-paused' })
  if (!isStaking && !isBonded) checkOverlap(list, facts)
  list.ask(true, { code: 'ends-silently', unlockHeight: cycleStart(clock, firstCycle + cycles) })
  return list.blockers
}

/** A bond's last half must have begun before another position follows [bitcoin-staking 11.12]. */
export function checkRollOver(
  list: BlockerList,
  { clock, burnHeight }: HolderFacts,
  bond: bigint | undefined,
): void {
  if (bond === undefined) return
  const fromHeight = bondUnlock(clock, bond)
  list.refuse(burnHeight < fromHeight, { code: 'too-early-to-roll-over', fromHeight })
}

/**
 * What another position follows on earns to its end, and is claimed for itself [bitcoin-staking
 * 11.13].
 */
export function checkOverlap(list: BlockerList, facts: HolderFacts): void {
  const { clock, burnHeight, position } = facts
  const part = position?.bondPart
  const isIn = part !== undefined && bondPartStateAt(clock, burnHeight, part.bond) === 'running'
  const { manager } = (isIn ? part : runningStake(facts)) ?? {}
  if (manager !== undefined) list.ask(true, { code: 'two-to-claim', manager })
}

/** Locked STX count for a new position; the fee has to be left. */
export function checkTotal(
  list: BlockerList,
  balance: HolderFacts['balance'],
  microStx: bigint,
): void {
  if (balance === null) return
  const total = balance.unlockedMicroStx + balance.lockedMicroStx - balance.feeMicroStx
  list.refuse(total < microStx, { code: 'not-enough-stx', microStx: microStx - total })
}

/** A stake that has not expired; undefined: there is none. */
function runningStake({ clock, burnHeight, position }: HolderFacts): StakeFacts | undefined {
  const stake = position?.stake
  return stake && stakeStateAt(clock, burnHeight, stake) !== 'expired' ? stake : undefined
}

/** Why a change of a stake should not be signed [bitcoin-staking 4.2]. */
export function checkStakeUpdate(
  facts: HolderFacts,
  request: ManagerChoice & { addedMicroStx: bigint; addedCycles: bigint },
): SigningBlocker[] {
  const { addedMicroStx, addedCycles, ...choice } = request
  const { clock, burnHeight, position, balance } = facts
  const list = new BlockerList()
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const stake = runningStake(facts)
  list.refuse(position !== null && stake === undefined, { code: 'no-stake' })
  checkPhase(list, facts)
  const isMoved = stake?.manager !== choice.manager.manager
  const comes = isMoved ? (stake?.microStx ?? 0n) + addedMicroStx : addedMicroStx
  checkManager(list, choice, { addedMicroStx: comes, isBond: false })
  list.refuse(balance === null, { code: 'unknown', what: 'balance' })
  if (balance !== null) {
    const free = balance.unlockedMicroStx - balance.feeMicroStx
    list.refuse(free < addedMicroStx, { code: 'not-enough-stx', microStx: addedMicroStx - free })
  }
  const isMore = addedMicroStx > 0n || addedCycles > 0n
  list.ask(isMore && facts.isPaused === true, { code: 'rewards-paused' })
  if (stake === undefined) return list.blockers
  const lastCycle = rewardCycleAt(clock, burnHeight)
  const hasBegun = stake.firstCycle <= lastCycle
  const { manager } = stake
  list.ask(isMoved && hasBegun, { code: 'earlier-cycles-stay', manager, lastCycle })
  const endCycle = stake.firstCycle + stake.cycles + addedCycles
  const left = endCycle - lastCycle - 1n
  list.refuse(left < 1n || left > MAX_STAKE_CYCLES, {
    code: 'cycles-out-of-range',
    least: addedCycles - left + 1n,
    most: addedCycles - left + MAX_STAKE_CYCLES,
  })
  list.ask(true, { code: 'ends-silently', unlockHeight: cycleStart(clock, endCycle) })
  return list.blockers
}

/** Why leaving a stake should not be signed [bitcoin-staking 4.3]. */
export function checkUnstake(facts: HolderFacts): SigningBlocker[] {
  const { clock, burnHeight, position } = facts
  const list = new BlockerList()
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const isStaking = runningStake(facts) !== undefined
  list.refuse(position !== null && !isStaking, { code: 'no-stake' })
  checkPhase(list, facts)
  const unlockHeight = cycleStart(clock, rewardCycleAt(clock, burnHeight) + 1n)
  list.ask(isStaking, { code: 'locked-until', unlockHeight })
  return list.blockers
}

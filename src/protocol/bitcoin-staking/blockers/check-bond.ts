import {
  bondCycle,
  bondEnd,
  bondEndCycle,
  bondStart,
  halfAt,
  halfStart,
  rewardCycleAt,
  type CycleClock,
} from '../cycle-clock.ts'
import { minimumMicroStx } from '../math/bond.ts'
import { bondPartStateAt } from '../position-state.ts'
import { checkManager } from './check-manager.ts'
import { checkPhase } from './check-phase.ts'
import { checkOverlap, checkRollOver, checkTotal } from './check-stake.ts'
import type { BondFacts, BondPartFacts, HolderFacts, ManagerChoice } from './holder-facts.ts'
import { BlockerList, type SigningBlocker } from './signing-blocker.ts'

/** A part in a bond that is to be signed; sats, microSTX. */
export interface BondEntry extends ManagerChoice {
  bond: BondFacts
  sats: bigint
  microStx: bigint
  /** SBTC that the holder can spend; null is unknown. */
  ownSats: bigint | null
}

/** Why entering a bond with sBTC should not be signed [bitcoin-staking 4.5]. */
export function checkBondEntry(facts: HolderFacts, entry: BondEntry): SigningBlocker[] {
  const { bond, sats, microStx, ownSats, ...choice } = entry
  const { clock, burnHeight, position, balance } = facts
  const list = new BlockerList()
  list.refuse(bond.terms === null, { code: 'bond-not-set-up' })
  checkAllowance(list, bond, sats)
  checkPhase(list, facts)
  if (bond.terms !== null) {
    const leastMicroStx = minimumMicroStx(sats, bond.terms)
    list.refuse(microStx < leastMicroStx, { code: 'below-bond-minimum', leastMicroStx })
  }
  list.refuse(burnHeight >= bondStart(clock, bond.index), { code: 'bond-has-started' })
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const isOverlapping = overlaps(clock, position, bond.index)
  list.refuse(isOverlapping, { code: 'has-position' })
  checkRollOver(list, facts, position?.bondPart?.bond)
  checkManager(list, choice, { addedMicroStx: microStx, isBond: true })
  list.refuse(microStx === 0n, { code: 'nothing-to-lock' })
  list.refuse(balance === null || ownSats === null, { code: 'unknown', what: 'balance' })
  checkTotal(list, balance, microStx)
  const missing = sats - heldSats(position?.bondPart) - (ownSats ?? sats)
  list.refuse(missing > 0n, { code: 'not-enough-sbtc', sats: missing })
  const endHeight = bondEnd(clock, bond.index)
  list.ask(facts.isPaused === true, { code: 'rewards-paused' })
  if (!isOverlapping) checkOverlap(list, facts)
  list.ask(sats === 0n, { code: 'earns-nothing' })
  list.ask(true, { code: 'stx-earn-nothing', unlockHeight: endHeight })
  list.ask(sats > 0n, { code: 'sats-not-returned', endHeight })
  return list.blockers
}

function checkAllowance(list: BlockerList, { allowanceSats }: BondFacts, sats: bigint): void {
  list.refuse(allowanceSats === undefined, { code: 'unknown', what: 'allowance' })
  list.refuse(allowanceSats === null, { code: 'not-on-allowlist' })
  if (typeof allowanceSats === 'bigint')
    list.refuse(sats > allowanceSats, { code: 'above-allowance', allowanceSats })
}

/** Whether a recorded position, even an expired stake, reaches into the bond. */
function overlaps(clock: CycleClock, position: HolderFacts['position'], bond: bigint): boolean {
  const { stake, bondPart } = position ?? {}
  const first = bondCycle(clock, bond)
  const isStaked = stake !== undefined && stake.firstCycle + stake.cycles > first
  return isStaked || (bondPart !== undefined && bondEndCycle(clock, bondPart.bond) > first)
}

const heldSats = (part: BondPartFacts | undefined): bigint =>
  part === undefined || part.isL1Lock ? 0n : part.sats

/** Why another manager for a bond should not be signed [bitcoin-staking 4.6]. */
export function checkBondMove(facts: HolderFacts, choice: ManagerChoice): SigningBlocker[] {
  const { clock, burnHeight, position } = facts
  const list = new BlockerList()
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const part = position?.bondPart
  const isIn = part !== undefined && bondPartStateAt(clock, burnHeight, part.bond) !== 'ended'
  list.refuse(position !== null && !isIn, { code: 'no-bond-part' })
  checkPhase(list, facts)
  list.refuse(isIn && part.manager === choice.manager.manager, { code: 'same-manager' })
  checkManager(list, choice, { addedMicroStx: 0n, isBond: true })
  if (part === undefined || !isIn) return list.blockers
  const lastCycle = rewardCycleAt(clock, burnHeight)
  const { manager } = part
  const hasBegun = bondCycle(clock, part.bond) <= lastCycle
  list.ask(hasBegun, { code: 'earlier-cycles-stay', manager, lastCycle })
  return list.blockers
}

/** Why taking sBTC out of a bond should not be signed [bitcoin-staking 4.7]. */
export function checkBondWithdrawal(
  facts: HolderFacts,
  { sats, lastComputeHeight }: { sats: bigint; lastComputeHeight: bigint | null },
): SigningBlocker[] {
  const { clock, burnHeight, position } = facts
  const list = new BlockerList()
  list.refuse(position === null, { code: 'unknown', what: 'position' })
  const part = position?.bondPart
  list.refuse(position !== null && part === undefined, { code: 'no-bond-part' })
  checkPhase(list, facts)
  list.refuse(sats === 0n, { code: 'no-sats-named' })
  if (part === undefined) return list.blockers
  list.refuse(part.isL1Lock, { code: 'sats-on-bitcoin' })
  list.refuse(sats > part.sats, { code: 'more-than-in-bond', sats: part.sats })
  if (bondPartStateAt(clock, burnHeight, part.bond) === 'ended') return list.blockers
  const due = halfStart(clock, halfAt(clock, burnHeight)) - 1n
  const isLate = lastComputeHeight === null || lastComputeHeight < due
  list.ask(isLate, { code: 'forfeits-ended-half' })
  list.ask(true, { code: 'forfeits' })
  list.ask(true, { code: 'locked-until', unlockHeight: bondEnd(clock, part.bond) })
  return list.blockers
}

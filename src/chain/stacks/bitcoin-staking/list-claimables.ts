import { BOND_GAP_CYCLES } from '../../../protocol/bitcoin-staking/constants.ts'
import {
  bondCycle,
  bondEndCycle,
  cycleStart,
  type CycleClock,
} from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { UnknownReason } from '../../known.ts'
import { cOptional, clPrincipal, clUint, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cCycleMembership, clLeg } from './pox-values.ts'
import { readLegRewards, type HolderLeg, type LegRewards } from './read-leg-rewards.ts'

/** What a holder had in a cycle, and can claim of it. */
export interface CycleClaims {
  cycle: bigint
  /** The manager of that cycle; null: the holder had nothing in it. */
  manager: string | null
  /** By leg; bond null is the STX-only one. */
  legs: Array<{ bond: bigint | null } & LegRewards>
  /** Last height of the latest calculation when it was read. */
  lastComputeHeight: bigint
  /** Whether nothing can come any more: all is calculated and claimed. */
  isFinal: boolean
}

/** A listing, newest cycle first; it is taken up where it stopped. */
export interface ClaimList {
  cycles: CycleClaims[]
  /** The cycle to go on with; null: the listing has reached the first one. */
  next: bigint | null
  /** Why it stopped before: a value could not be read; null: it did not, or for its limit. */
  stopped: UnknownReason | null
}

/** Whose claims are listed, and from when on. */
export interface ClaimQuestion {
  staker: string
  clock: CycleClock
  /** The running cycle, and the last one to list: the first of the programme or of the holder. */
  cycle: bigint
  firstCycle: bigint
  lastComputeHeight: bigint
  /** Bonds that the holder is known to have been in: needed where all sats have left one. */
  bonds: readonly bigint[]
  /** Whether a manager fixes fees by cycle (`ManagerShape`). */
  fixesFees: (manager: string) => boolean
}

/** Cycles of the past that are listed: more than twenty years. */
const MOST_CYCLES = 600n
const FINAL_BLOCKS = 4032
const SATS_BLOCKS = 6

/**
 * Lists what a holder can claim from the newest cycle back, as far as the reader's requests go: six
 * to eight for a cycle. An earlier list is continued, or, when it was complete, begun again without
 * the cycles that are final [bitcoin-staking 8.3].
 */
export async function listClaimables(
  reader: PoxReader,
  question: ClaimQuestion,
  earlier: ClaimList | null = null,
): Promise<ClaimList> {
  const oldest = question.cycle - MOST_CYCLES
  const last = question.firstCycle > oldest ? question.firstCycle : oldest
  // What a clock that was wrong has left outside of them goes.
  const isListed = ({ cycle: of }: CycleClaims) => last <= of && of <= question.cycle
  const kept = new Map(earlier?.cycles.filter(isListed).map((each) => [each.cycle, each]))
  const next = earlier?.next ?? question.cycle
  let cycle = next < question.cycle ? next : question.cycle
  let stopped: UnknownReason | null = null
  for (; cycle >= last; cycle--) {
    if (kept.get(cycle)?.isFinal) continue
    const claims = await readCycleClaims(reader, question, { cycle, earlier: kept.get(cycle) })
    if (typeof claims === 'string') {
      stopped = claims === 'not-read' ? null : claims
      break
    }
    kept.set(cycle, claims)
  }
  return {
    cycles: [...kept.values()].toSorted((left, right) => (left.cycle > right.cycle ? -1 : 1)),
    next: cycle >= last ? cycle : null,
    stopped,
  }
}

async function readCycleClaims(
  reader: PoxReader,
  question: ClaimQuestion,
  { cycle, earlier }: { cycle: bigint; earlier: CycleClaims | undefined },
): Promise<CycleClaims | UnknownReason> {
  const { staker, clock, lastComputeHeight, fixesFees } = question
  // What someone has in a cycle that has begun stays in the contract for ever.
  const membership = await reader.call('get-signer-cycle-membership', {
    args: [clPrincipal(staker), clUint(cycle)],
    schema: cOptional(cCycleMembership),
    blocks: FINAL_BLOCKS,
  })
  if (!membership.known) return membership.reason
  if (membership.value === null)
    return { cycle, manager: null, legs: [], lastComputeHeight, isFinal: true }
  const { manager } = membership.value
  const isCalculated = lastComputeHeight >= cycleStart(clock, cycle + 1n) - 1n
  // Rewards per share change with calculations only.
  const isBooked =
    earlier !== undefined && (isCalculated || earlier.lastComputeHeight === lastComputeHeight)
  const life = { isBooked, hasFixedFees: fixesFees(manager) }
  const legs: CycleClaims['legs'] = []
  for (const bond of legsOf(question, cycle)) {
    const leg: HolderLeg = { staker, cycle, manager, bond }
    // Sats may leave a bond of the running cycle; STX stay to its end.
    const shares = await reader.call('get-staker-shares-staked-for-cycle', {
      args: [clPrincipal(staker), clUint(cycle), clLeg(bond), clPrincipal(manager)],
      schema: cUint,
      blocks: bond === null || cycle < question.cycle ? FINAL_BLOCKS : SATS_BLOCKS,
    })
    if (!shares.known) return shares.reason
    if (shares.value === 0n && (bond === null || !question.bonds.includes(bond))) continue
    const rewards = await readLegRewards(reader, leg, { shares: shares.value, life })
    if (!rewards.known) return rewards.reason
    legs.push({ bond, ...rewards.value })
    // One position at a time: a cycle has one leg of a holder.
    break
  }
  const isClaimed = legs.every(({ afterPullSats }) => afterPullSats === 0n)
  return { cycle, manager, legs, lastComputeHeight, isFinal: isCalculated && isClaimed }
}

/** Legs that a holder may have in a cycle: known bonds first, then STX, then other bonds. */
function legsOf({ clock, bonds }: ClaimQuestion, cycle: bigint): Array<bigint | null> {
  const covers = (bond: bigint) =>
    bondCycle(clock, bond) <= cycle && cycle < bondEndCycle(clock, bond)
  const running: bigint[] = []
  for (let bond = (cycle - clock.firstCycle) / BOND_GAP_CYCLES; bond >= 0n && covers(bond); bond--)
    running.push(bond)
  const had = running.filter((bond) => bonds.includes(bond))
  return [...had, null, ...running.filter((bond) => !had.includes(bond))]
}

import { claimablesOf } from '../claimables.ts'
import type { HolderStake } from '../staking-reading.ts'
import type { StakingState } from '../staking-state.ts'
import type { StakingOccasion } from './staking-occasion.ts'

type Claims = NonNullable<HolderStake['claims']>

interface ClaimReadings {
  address: string
  programme: NonNullable<StakingState['programme']>
  /** Null: nothing was listed before. */
  before: Claims | null
  after: Claims | null
  /** From so many sats on there is something to tell. */
  leastSats: bigint
}

/**
 * More to claim than before, and together enough to be told of. Older cycles that the listing only
 * now gets to are not new; a listing in doubt says nothing.
 */
export function findClaimable({
  address,
  programme,
  before,
  after,
  leastSats,
}: ClaimReadings): StakingOccasion[] {
  const claims = claimablesOf({ claims: after })
  if (claims === null || claims.stopped !== null) return []
  const topic = 'claimable'
  const sats = readySats(after!)
  if (sats === 0n) return [{ topic, holds: claims.isComplete ? null : 'unchanged' }]
  if (before === null || sats < leastSats || !hasGrown(before, after!))
    return [{ topic, holds: 'unchanged' }]
  const { lastComputeHeight } = programme
  const height = lastComputeHeight.known ? lastComputeHeight.value : 0n
  const key = ['claimable', address, height, readySats(before)].join(':')
  return [{ topic, holds: { key, notice: { kind: 'claimable', address, sats } } }]
}

/** After fees where they are known. */
const readySats = ({ cycles }: Claims): bigint =>
  cycles
    .flatMap(({ legs }) => legs)
    .reduce((sum, { grossSats, netSats }) => sum + (netSats.known ? netSats.value : grossSats), 0n)

function hasGrown(before: Claims, after: Claims): boolean {
  const newest = before.cycles[0]?.cycle
  return after.cycles.some(({ cycle, legs }) => {
    const earlier = before.cycles.find((each) => each.cycle === cycle)
    const isNew = newest === undefined || cycle > newest
    if (!earlier && !isNew) return false
    return legs.some(({ bond, grossSats }) => {
      const had = earlier?.legs.find((leg) => leg.bond === bond)?.grossSats ?? 0n
      return grossSats > had
    })
  })
}

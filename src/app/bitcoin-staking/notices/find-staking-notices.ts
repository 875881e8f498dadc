import { cycleTimelineOf } from '../cycle-timeline.ts'
import { heldPositionOf } from '../held-position.ts'
import type { HolderStake } from '../staking-reading.ts'
import type { StakingState } from '../staking-state.ts'
import { findClaimable } from './find-claimable.ts'
import { findManagerNews } from './find-manager-news.ts'
import { findPositionNews } from './find-position-news.ts'
import type { StakingNewsSettings } from './staking-news-settings.ts'
import type { StakingOccasion } from './staking-occasion.ts'
import type { StakingWatch } from './staking-watch.ts'

type HolderPart = Pick<HolderStake, 'position' | 'claims' | 'manager'>

/** An address before and after it was read again. */
export interface StakingReadings {
  address: string
  programme: NonNullable<StakingState['programme']>
  /** Null: it is read for the first time. */
  before: HolderPart | null
  after: HolderPart
  watch: StakingWatch
  wanted: StakingNewsSettings
}

/**
 * What a reading gives reason to tell of, each with a key that stays the same for one occasion, and
 * what is to be remembered. What is unknown gives no reason. Pure: the same readings give the
 * same.
 */
export function findStakingNotices(readings: StakingReadings): {
  occasions: StakingOccasion[]
  watch: StakingWatch
} {
  const { address, programme, before, after, wanted } = readings
  const watch = { ...readings.watch, unstakedEnd: unstakedEndOf(readings) }
  const held = heldPositionOf(programme, after)
  const at = cycleTimelineOf(programme)
  const occasions = [
    ...findClaimable({
      address,
      programme,
      before: before?.claims ?? null,
      after: after.claims,
      leastSats: BigInt(wanted.claimableSats ?? 0),
    }),
    ...(held && at
      ? findManagerNews({ address, held, manager: after.manager, cycle: at.cycle, watch })
      : []),
    ...(held !== undefined && at
      ? findPositionNews({ address, held, heldSats: after.position.heldSats, at, watch })
      : []),
  ]
  const seen = new Set([...watch.seen, ...occasions.map(({ topic }) => topic)])
  return { occasions, watch: { ...watch, seen: [...seen], fee: feeOf(after) ?? watch.fee } }
}

/** An end that has come nearer was brought about by the holder; one that moved away was not. */
function unstakedEndOf({ before, after, watch }: StakingReadings): bigint | null {
  const had = before?.position.stake
  const has = after.position.stake
  if (!had?.known || !has.known || !had.value || !has.value) return watch.unstakedEnd
  const [earlier, end] = [had.value, has.value].map((stake) => stake.firstCycle + stake.cycles)
  if (had.value.firstCycle !== has.value.firstCycle || end! > earlier!) return null
  return end! < earlier! ? end! : watch.unstakedEnd
}

const feeOf = ({ manager }: HolderPart): StakingWatch['fee'] =>
  manager?.fee.known ? { manager: manager.manager, bips: manager.fee.value.bips } : null

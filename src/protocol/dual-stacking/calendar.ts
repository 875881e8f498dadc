/**
 * Heights are Bitcoin heights. The calendar is nominal: it holds while the sizes stay, whatever the
 * heights at which calls are made [dual-stacking 2.3.8, 10.4].
 */

/** Sizes of cycles, and one cycle whose start is known. */
export interface Schedule {
  known: { cycle: number; start: number }
  snapshots: number
  blocksPerSnapshot: number
  /** V2: blocks after the last snapshot before it is concluded; 0 elsewhere. */
  bufferBlocks: number
}

/**
 * Mainnet's cycles as published: v1 with 14 · 150 blocks; v2 with 14 · 140 and a buffer of 140.
 * Both are 2100 blocks long [dual-stacking 10.4].
 */
export const mainnetSchedules = {
  v1: {
    known: { cycle: 0, start: 922_150 },
    snapshots: 14,
    blocksPerSnapshot: 150,
    bufferBlocks: 0,
  },
  v2: {
    known: { cycle: 6, start: 934_750 },
    snapshots: 14,
    blocksPerSnapshot: 140,
    bufferBlocks: 140,
  },
} as const satisfies Record<string, Schedule>

/** One cycle's heights. */
export interface CycleDates {
  cycle: number
  start: number
  /** Height of each snapshot, 0 … n-1. */
  snapshots: number[]
  /**
   * From here on the snapshots can be concluded and everything up to the payment can follow: the
   * last snapshot, or in v2 the end of the buffer.
   */
  payable: number
  nextStart: number
}

/** Bitcoin blocks from one cycle’s start to the next one’s. */
export const cycleLength = ({ snapshots, blocksPerSnapshot, bufferBlocks }: Schedule): number =>
  snapshots * blocksPerSnapshot + bufferBlocks

/**
 * The cycle at a height; earlier than the known one where the height is. NaN for cycles without
 * length.
 */
export const cycleAt = (schedule: Schedule, height: number): number =>
  schedule.known.cycle + Math.floor((height - schedule.known.start) / cycleLength(schedule))

/** Heights of a cycle. */
export function cycleDates(schedule: Schedule, cycle: number): CycleDates {
  const length = cycleLength(schedule)
  const start = schedule.known.start + (cycle - schedule.known.cycle) * length
  const snapshots = Array.from(
    { length: schedule.snapshots },
    (_, index) => start + index * schedule.blocksPerSnapshot,
  )
  return {
    cycle,
    start,
    snapshots,
    payable: (snapshots.at(-1) ?? start) + schedule.bufferBlocks,
    nextStart: start + length,
  }
}

/** What comes at a height, and in how many blocks: 0 is now, less is overdue. */
export interface Coming {
  height: number
  blocks: number
}

/** What is to come in a cycle, seen from a height. */
export interface CycleOutlook {
  /** Snapshots whose height has come. */
  taken: number
  /** The next snapshot of this cycle; absent after the last. */
  nextSnapshot?: Coming & { index: number }
  payable: Coming
  nextCycle: Coming
}

/** What is done and what comes in a cycle, seen from a height. */
export function outlook(dates: CycleDates, burnHeight: number): CycleOutlook {
  const coming = (height: number): Coming => ({ height, blocks: height - burnHeight })
  const index = dates.snapshots.findIndex((height) => height > burnHeight)
  return {
    taken: index < 0 ? dates.snapshots.length : index,
    ...(index < 0 ? {} : { nextSnapshot: { index, ...coming(dates.snapshots[index]!) } }),
    payable: coming(dates.payable),
    nextCycle: coming(dates.nextStart),
  }
}

/**
 * From when an enrollment, an opt-out or a new reward address counts that is mined at `burnHeight`:
 * from the next cycle on, when it is mined before that cycle's first Bitcoin block; its first
 * payment can come at `payable`. A transaction in the first Stacks block of the cycle still counts,
 * a later one in the same Bitcoin block does not [dual-stacking 4.2, 8.1.1], so the last height
 * that is certain is `lastCertain`.
 */
export function countsFrom(
  schedule: Schedule,
  burnHeight: number,
): { cycle: number; start: Coming; payable: Coming; lastCertain: number } {
  const dates = cycleDates(schedule, cycleAt(schedule, burnHeight) + 1)
  const coming = (height: number): Coming => ({ height, blocks: height - burnHeight })
  return {
    cycle: dates.cycle,
    start: coming(dates.start),
    payable: coming(dates.payable),
    lastCertain: dates.start - 1,
  }
}

/**
 * Estimated time of a block that is `blocks` away, in milliseconds since 1970 like `now`: 10
 * minutes a block, and never before now.
 */
export const estimatedTime = (now: number, blocks: number): number =>
  now + Math.max(0, blocks) * MINUTES_PER_BLOCK * 60_000

const MINUTES_PER_BLOCK = 10
const POX_GENESIS = 666_050
const POX_LENGTH = 2_100
const POX_OF_FIRST = 122

/** Mainnet's PoX cycle at a height [dual-stacking 10.4]. */
export const poxCycleAt = (height: number): number =>
  Math.floor((height - POX_GENESIS) / POX_LENGTH)

/** Height at which mainnet's PoX cycle starts. */
export const poxCycleStart = (cycle: number): number => POX_GENESIS + cycle * POX_LENGTH

/**
 * Mainnet's PoX cycle that belongs to a dual cycle; the dual cycle starts 100 blocks earlier, with
 * the prepare phase [dual-stacking 10.4].
 */
export const poxCycleOf = (dualCycle: number): number => POX_OF_FIRST + dualCycle

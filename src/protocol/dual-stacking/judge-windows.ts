import { captureWindowEnd } from './planner/capture-window.ts'

/** A successful call of the contract that opens, captures or ends a snapshot. */
export interface SnapshotCall {
  name: string
  burnHeight: number
}

/** Sizes and first Bitcoin height of a cycle. */
export interface CycleSizes {
  startHeight: number
  snapshots: number
  blocksPerSnapshot: number
}

/** How the windows of a cycle's snapshots went that have closed. */
export interface WindowTally {
  closed: number
  /** Captured within the window, and nobody after it. */
  inTime: number
  /** Someone captured within the window and someone after it, who counts 0. */
  late: number
  /** Captured after the window alone: everybody counts 0. */
  missed: number
}

interface Place {
  cycle: number
  index: number
}

/** The calls that say which snapshot the captures before and after them belong to. */
export const snapshotCalls = [
  'capture-snapshot-balances',
  'advance-to-next-snapshot',
  'advance-to-next-cycle',
] as const

/**
 * Judges the windows of the live-capture build, cycle by cycle. `calls`: newest first, back to the
 * start of the oldest cycle of `sizes`; `now`: the snapshot that the contract is at and the height
 * of the chain. A snapshot that nobody was captured in had nobody to capture, unless the contract
 * still waits for it.
 */
export function judgeWindows(
  calls: readonly SnapshotCall[],
  sizes: ReadonlyMap<number, CycleSizes>,
  now: Place & { burnHeight: number; participants: number },
): Map<number, WindowTally> {
  const captures = placeCaptures(calls, sizes, now)
  const tallies = new Map<number, WindowTally>()
  for (const [cycle, { startHeight, snapshots, blocksPerSnapshot }] of sizes) {
    const tally = { closed: 0, inTime: 0, late: 0, missed: 0 }
    const reached = cycle === now.cycle ? now.index + 1 : snapshots
    for (let index = 0; index < reached; index += 1) {
      const end = captureWindowEnd(startHeight + index * blocksPerSnapshot, blocksPerSnapshot)
      if (end > now.burnHeight) continue
      const heights = captures.get(`${cycle}:${index}`) ?? []
      const isAwaited = cycle === now.cycle && index === now.index && now.participants > 0
      if (heights.length === 0 && !isAwaited) continue
      tally.closed += 1
      const inTime = heights.filter((height) => height < end).length
      if (inTime === 0) tally.missed += 1
      else if (inTime < heights.length) tally.late += 1
      else tally.inTime += 1
    }
    tallies.set(cycle, tally)
  }
  return tallies
}

/** Heights of the captures of each snapshot, walking back from where the contract is. */
function placeCaptures(
  calls: readonly SnapshotCall[],
  sizes: ReadonlyMap<number, CycleSizes>,
  { cycle, index }: Place,
): Map<string, number[]> {
  const captures = new Map<string, number[]>()
  let at: Place = { cycle, index }
  for (const { name, burnHeight } of calls) {
    if (name === 'capture-snapshot-balances') {
      const key = `${at.cycle}:${at.index}`
      captures.set(key, [...(captures.get(key) ?? []), burnHeight])
    } else if (name === 'advance-to-next-snapshot') at = { ...at, index: at.index - 1 }
    else if (name === 'advance-to-next-cycle') {
      const before = sizes.get(at.cycle - 1)
      if (!before) break
      at = { cycle: at.cycle - 1, index: before.snapshots - 1 }
    }
  }
  return captures
}

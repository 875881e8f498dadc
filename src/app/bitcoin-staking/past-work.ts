import {
  halfAt,
  halfBlocks,
  halfStart,
  type CycleClock,
} from '../../protocol/bitcoin-staking/cycle-clock.ts'
import type { PastCalculation } from './staking-reading.ts'

/** How a manager has claimed from the program so far. */
interface ClaimHabit {
  /** Halves in which it has claimed, of those since its first known claim. */
  claimed: number
  halves: number
  /** Bitcoin blocks from the end of a half to the claim that followed: the middle one. */
  usualBlocks: number
  /** Bitcoin height of the last claim. */
  lastHeight: bigint
}

/**
 * How regularly a manager has claimed, from the heights of its claims; null: none is known. The
 * running half counts once it has claimed in it.
 */
export function claimHabitOf(
  clock: CycleClock,
  burnHeight: bigint,
  heights: readonly bigint[],
): ClaimHabit | null {
  const sorted = heights.toSorted((one, other) => (one < other ? -1 : 1))
  const first = new Map<bigint, bigint>()
  for (const height of sorted) {
    const half = halfAt(clock, height)
    if (!first.has(half)) first.set(half, height)
  }
  const [oldest] = first.keys()
  const lastHeight = sorted.at(-1)
  if (oldest === undefined || lastHeight === undefined) return null
  const running = halfAt(clock, burnHeight)
  const delays = [...first]
    .map(([half, height]) => Number(height - halfStart(clock, half)))
    .toSorted((one, other) => one - other)
  return {
    claimed: first.size,
    halves: Number(running - oldest) + (first.has(running) ? 1 : 0),
    usualBlocks: delays[(delays.length - 1) >> 1]!,
    lastHeight,
  }
}

/**
 * Halves that past calculations span, and how many of them were not calculated on their own: their
 * income was booked to a later one [bitcoin-staking 6.2].
 */
export function lateHalvesOf(
  clock: CycleClock,
  past: readonly Pick<PastCalculation, 'height'>[],
): { halves: number; late: number } {
  const heights = past.map(({ height }) => height)
  const [newest, oldest] = [heights[0], heights.at(-1)]
  if (newest === undefined || oldest === undefined) return { halves: 0, late: 0 }
  const halves = Number((newest - oldest) / halfBlocks(clock)) + 1
  return { halves, late: halves - heights.length }
}

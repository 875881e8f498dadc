import * as v from 'valibot'
import type { Known } from '../known.ts'
import type { CycleReading } from './readings.ts'

/**
 * What has been announced of a programme: that nobody can enroll any more (`closed`), or that it
 * has ended. `since`: seconds since 1970; `endHeight`: the Bitcoin height at which its last cycle
 * ends; `source`: where it was announced.
 */
export const announcedLife = v.object({
  state: v.picklist(['closed', 'ended']),
  since: v.number(),
  endHeight: v.number(),
  source: v.string(),
})
export type AnnouncedLife = v.InferOutput<typeof announcedLife>

/** How a programme stands, by what was announced and what the chain shows. */
export type ProgrammeLife = 'running' | 'closed' | 'ended' | 'stopped'

/** A payment of the last cycle may come one cycle late. */
const LATE_BLOCKS = 2100

/**
 * How a programme stands: what was announced counts unless the chain shows a later cycle, or a
 * payment well after its end (`lastPaidHeight`, a Bitcoin height); one that takes nobody any more
 * has ended with its last cycle. Any other `isWatched` one seems to have stopped when two cycles'
 * time has passed without a next cycle.
 */
export const programmeLife = (
  announced: AnnouncedLife | null,
  {
    cycle,
    burnHeight,
    lastPaidHeight,
    isWatched,
  }: {
    cycle: Known<CycleReading>
    burnHeight: number
    lastPaidHeight: number | null
    isWatched: boolean
  },
): ProgrammeLife => {
  const running = cycle.known && cycle.value.phase !== 'inactive' ? cycle.value : null
  if (announced) {
    const isLaterCycle = running !== null && running.startHeight >= announced.endHeight
    const isLaterPayment = (lastPaidHeight ?? 0) > announced.endHeight + LATE_BLOCKS
    if (isLaterCycle || isLaterPayment) return 'running'
    return burnHeight >= announced.endHeight ? 'ended' : announced.state
  }
  if (!isWatched || running === null) return 'running'
  const length = running.nextStartHeight - running.startHeight
  return burnHeight > running.nextStartHeight + 2 * length ? 'stopped' : 'running'
}

import {
  cycleStart,
  halfBlocks,
  type CycleClock,
} from '../../protocol/bitcoin-staking/cycle-clock.ts'
import type { StakingState } from './staking-state.ts'

/** The running cycle: both halves, and the prepare phase that ends it; Bitcoin heights. */
export interface CycleTimeline {
  cycle: bigint
  start: bigint
  secondHalf: bigint
  prepare: bigint
  end: bigint
  burnHeight: bigint
  step: 'first' | 'second' | 'prepare'
  /** The half that ended last, of this cycle or the one before. */
  calculation: 'done' | 'due' | 'unknown'
}

/** Where the running cycle is; null: not known. */
export function cycleTimelineOf(programme: StakingState['programme']): CycleTimeline | null {
  if (!programme?.clock.known || !programme.cycle.known) return null
  const clock: CycleClock = programme.clock.value
  const { id: cycle } = programme.cycle.value
  const { burnHeight, lastComputeHeight } = programme
  const start = cycleStart(clock, cycle)
  const end = cycleStart(clock, cycle + 1n)
  const secondHalf = start + halfBlocks(clock)
  const prepare = end - clock.prepareBlocks
  const lastBoundary = burnHeight >= secondHalf ? secondHalf : start
  return {
    cycle,
    start,
    secondHalf,
    prepare,
    end,
    burnHeight,
    step: stepAt(burnHeight, { secondHalf, prepare }),
    calculation: calculationAt(lastComputeHeight, lastBoundary),
  }
}

function stepAt(
  height: bigint,
  { secondHalf, prepare }: { secondHalf: bigint; prepare: bigint },
): CycleTimeline['step'] {
  if (height >= prepare) return 'prepare'
  return height >= secondHalf ? 'second' : 'first'
}

function calculationAt(
  last: NonNullable<StakingState['programme']>['lastComputeHeight'],
  boundary: bigint,
): CycleTimeline['calculation'] {
  if (!last.known) return 'unknown'
  return last.value >= boundary - 1n ? 'done' : 'due'
}

import type { CycleTimeline } from '../cycle-timeline.ts'
import { isOver, type HeldPosition } from '../held-position.ts'
import type { HolderStake } from '../staking-reading.ts'
import type { StakingOccasion } from './staking-occasion.ts'
import type { StakingWatch } from './staking-watch.ts'

/** A reminder comes three days ahead; a calculation is late half a day after it was due. */
const REMIND_BLOCKS = 432n
const LATE_BLOCKS = 72n
/** On networks with short cycles both are at most this part of one. */
const PART_OF_CYCLE = 4n

interface PositionReadings {
  address: string
  /** Null: nothing is recorded. */
  held: HeldPosition | null
  heldSats: HolderStake['position']['heldSats']
  at: CycleTimeline
  watch: StakingWatch
}

/** What happens to a position as the cycles go. */
export const findPositionNews = (readings: PositionReadings): StakingOccasion[] => [
  ...findEnd(readings),
  lastChanceOf(readings),
  ...findLateHalf(readings),
]

/** Its end: STX are unlocked and earn nothing; the sBTC of a bond waits inside. */
function findEnd({ address, held, heldSats, watch }: PositionReadings): StakingOccasion[] {
  const topic = 'end'
  if (held === null || !isOver(held)) return [{ topic, holds: null }]
  const { microStx, endCycle, bond } = held
  const none = { topic, holds: null }
  if (bond !== null) {
    if (!heldSats.known) return []
    const sats = heldSats.value
    if (sats === 0n) return [none]
    const key = ['bond-ended', address, bond].join(':')
    return [{ topic, holds: { key, notice: { kind: 'bond-ended', address, bond, sats } } }]
  }
  const kind = watch.unstakedEnd === endCycle ? 'unstaked' : 'stake-ended'
  const key = ['stake-ended', address, held.firstCycle, endCycle].join(':')
  return [{ topic, holds: { key, notice: { kind, address, microStx } } }]
}

/** A stake that ends with this cycle can be extended until its prepare phase. */
function lastChanceOf({ address, held, at, watch }: PositionReadings): StakingOccasion {
  const topic = 'last-chance'
  const left = at.prepare - at.burnHeight
  const isEnding = held?.kind === 'stake' && held.state === 'active' && held.isLeaving
  const isNear = left > 0n && left <= shorter(REMIND_BLOCKS, at)
  // Who has unstaked wants it to end.
  if (!isEnding || !isNear || watch.unstakedEnd === held.endCycle) return { topic, holds: null }
  const key = ['last-chance', address, held.firstCycle, held.endCycle].join(':')
  const { microStx } = held
  const notice = { kind: 'last-chance', address, microStx, cycle: at.cycle } as const
  return { topic, holds: { key, notice: { ...notice, blocks: Number(left) } } }
}

/** A half in which the position has earned, and which nobody has calculated yet. */
function findLateHalf({ address, held, at }: PositionReadings): StakingOccasion[] {
  const topic = 'late'
  if (at.calculation === 'unknown') return []
  const isSecond = at.burnHeight >= at.secondHalf
  const boundary = isSecond ? at.secondHalf : at.start
  const cycle = isSecond ? at.cycle : at.cycle - 1n
  const earned = held !== null && held.firstCycle <= cycle && cycle < held.endCycle
  const blocks = at.burnHeight - boundary
  const isLate = at.calculation === 'due' && blocks >= shorter(LATE_BLOCKS, at)
  if (!earned || !isLate) return [{ topic, holds: null }]
  const key = ['half-late', address, boundary].join(':')
  const notice = { kind: 'half-late', address, cycle, blocks: Number(blocks) } as const
  return [{ topic, holds: { key, notice } }]
}

function shorter(blocks: bigint, { start, end }: CycleTimeline): bigint {
  const most = (end - start) / PART_OF_CYCLE
  return blocks < most ? blocks : most
}

import type { CycleReading } from '../../chain/stacks/readings.ts'

export type CycleStep = 'snapshots' | 'ratio' | 'weights' | 'payment' | 'done'

/**
 * A cycle as a user lives it: what is done, what comes next and in how many Bitcoin blocks. A count
 * of blocks is negative when that is overdue.
 */
export interface CycleCalendar {
  /** Snapshots whose block has come, 1 … n. */
  taken: number
  /** How far the next snapshot has come, 0 … 1; 0 after the last one. */
  partial: number
  step: CycleStep
  /** Blocks to the next snapshot; null after the last one. */
  toSnapshot: number | null
  /** Blocks to the payment of this cycle, by its nominal calendar. */
  toPayment: number
  /** Blocks to the start of the next cycle: who is enrolled before it counts in it. */
  toNextCycle: number
  /** Blocks to the payment of the next cycle: the first that enrolling today brings. */
  toNextPayment: number
}

const steps: Record<CycleReading['phase'], CycleStep> = {
  inactive: 'snapshots',
  snapshots: 'snapshots',
  buffer: 'ratio',
  concluded: 'ratio',
  'ratio-proposed': 'ratio',
  'ratio-validated': 'weights',
  weights: 'payment',
  distributing: 'payment',
  finalized: 'done',
}

/**
 * The calendar at a Bitcoin height. Payment is expected when the last snapshot's interval, or the
 * buffer after it, is over [dual-stacking 1.5, 9.1].
 */
export function cycleCalendar(cycle: CycleReading, burnHeight: number): CycleCalendar {
  const {
    startHeight,
    nextStartHeight,
    snapshotsPerCycle: n,
    blocksPerSnapshot,
    snapshotIndex,
    snapshotHeight,
  } = cycle
  const step = steps[cycle.phase]
  const last = step !== 'snapshots' || snapshotIndex >= n - 1
  const nextSnapshot = snapshotHeight + blocksPerSnapshot
  const paymentHeight =
    startHeight + (n - 1) * blocksPerSnapshot + Math.max(blocksPerSnapshot, cycle.bufferBlocks)
  const toPayment = paymentHeight - burnHeight
  return {
    taken: step === 'snapshots' ? Math.min(n, snapshotIndex + 1) : n,
    partial:
      last || blocksPerSnapshot === 0
        ? 0
        : Math.min(1, Math.max(0, (burnHeight - snapshotHeight) / blocksPerSnapshot)),
    step,
    toSnapshot: last ? null : nextSnapshot - burnHeight,
    toPayment,
    toNextCycle: nextStartHeight - burnHeight,
    toNextPayment: toPayment + (nextStartHeight - startHeight),
  }
}

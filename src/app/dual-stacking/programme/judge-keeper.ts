import type { Known } from '../../../chain/known.ts'
import type { ProgrammeProfile } from '../../../chain/stacks/programme/programme-profile.ts'
import type { CycleReading } from '../../../chain/stacks/readings.ts'
import { captureWindowEnd } from '../../../protocol/dual-stacking/planner/capture-window.ts'

/**
 * Whether someone runs a programme. `awake`: nothing is overdue; `blocks`: Bitcoin blocks since the
 * last call, or since the next one was due at the latest.
 */
export type KeeperActivity = { kind: 'awake' | 'asleep'; blocks: number } | { kind: 'unknown' }

/** The Bitcoin height before which the call that a cycle waits for should be in a block. */
function deadlineOf(cycle: CycleReading): number {
  const { phase, snapshotHeight, blocksPerSnapshot, snapshotIndex, snapshotsPerCycle } = cycle
  const windowFrom = (height: number) => captureWindowEnd(height, blocksPerSnapshot)
  if (phase !== 'snapshots')
    return phase === 'finalized' ? windowFrom(cycle.nextStartHeight) : cycle.nextStartHeight
  if (cycle.capturedCount < cycle.participantsCount) return windowFrom(snapshotHeight)
  return snapshotIndex + 1 < snapshotsPerCycle
    ? windowFrom(snapshotHeight + blocksPerSnapshot)
    : cycle.nextStartHeight
}

/** Judges by the last call that anyone may make, and by what the cycle waits for. */
export function judgeKeeper({ network, lastStep }: ProgrammeProfile): KeeperActivity {
  const { cycle, burnHeight }: { cycle: Known<CycleReading>; burnHeight: number } = network
  if (!cycle.known || cycle.value.phase === 'inactive') return { kind: 'unknown' }
  const overdue = burnHeight - deadlineOf(cycle.value)
  if (overdue >= 0) return { kind: 'asleep', blocks: overdue }
  return lastStep.known && lastStep.value
    ? { kind: 'awake', blocks: Math.max(0, burnHeight - lastStep.value.burnHeight) }
    : { kind: 'unknown' }
}

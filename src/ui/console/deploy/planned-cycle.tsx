import type { ProgrammeBudget } from '../../../app/dual-stacking/programme/plan-budget.ts'

interface PlannedCycleProps {
  snapshots: number
  blocksPerSnapshot: number
  budget: ProgrammeBudget
  /** What the picture shows, in words. */
  title: string
}

/** A cycle from left to right: the window of each snapshot, and the time for the payment. */
export function PlannedCycle({
  snapshots,
  blocksPerSnapshot,
  budget: { cycleBlocks, windowBlocks, closingBlocks },
  title,
}: PlannedCycleProps) {
  const windows = Array.from({ length: snapshots }, (_, index) => index * blocksPerSnapshot)
  return (
    <svg
      class="planned-cycle"
      viewBox={`0 0 ${cycleBlocks} 10`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{title}</title>
      <rect class="whole" width={cycleBlocks} height="10" />
      {windows.map((start) => (
        <rect key={start} class="window" x={start} width={windowBlocks} height="10" />
      ))}
      <rect class="closing" x={cycleBlocks - closingBlocks} width={closingBlocks} height="10" />
    </svg>
  )
}

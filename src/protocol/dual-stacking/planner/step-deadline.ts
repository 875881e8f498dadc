import { captureWindowEnd } from './capture-window.ts'
import type { CycleState } from './cycle-state.ts'
import type { KeeperFunction } from './keeper-checks.ts'

/**
 * The Bitcoin height before which a call should be in a block. Captures of the build that captures
 * live count no more from there on, nor do those of a snapshot that is opened so late; v1 loses
 * nothing but time (docs/contract-live.md). Everything else has until the next cycle begins.
 */
export function stepDeadline(
  { cycle, snapshot }: Pick<CycleState, 'cycle' | 'snapshot'>,
  functionName: KeeperFunction,
  live: boolean,
): number {
  const { blocksPerSnapshot } = cycle
  const windowFrom = (height: number) =>
    live ? captureWindowEnd(height, blocksPerSnapshot) : height + blocksPerSnapshot
  switch (functionName) {
    case 'capture-snapshot-balances':
      return windowFrom(snapshot.height)
    case 'advance-to-next-snapshot':
      return windowFrom(snapshot.height + blocksPerSnapshot)
    case 'initialize-contract':
      return windowFrom(cycle.start)
    case 'advance-to-next-cycle':
      return windowFrom(cycle.nextStart)
    default:
      return cycle.nextStart
  }
}

import { describe, expect, it } from 'vitest'
import {
  judgeWindows,
  type SnapshotCall,
} from '../../../../src/protocol/dual-stacking/judge-windows.ts'

const sizes = new Map([
  [0, { startHeight: 1000, snapshots: 2, blocksPerSnapshot: 100 }],
  [1, { startHeight: 1200, snapshots: 2, blocksPerSnapshot: 100 }],
])
const now = { cycle: 1, index: 0, burnHeight: 1240, participants: 3 }
const capture = (burnHeight: number): SnapshotCall => ({
  name: 'capture-snapshot-balances',
  burnHeight,
})
const nextSnapshot = (burnHeight: number) => ({ name: 'advance-to-next-snapshot', burnHeight })
const nextCycle = (burnHeight: number) => ({ name: 'advance-to-next-cycle', burnHeight })
/** As the chain has them: oldest first here, newest first there. */
const judge = (calls: SnapshotCall[], at = now) => judgeWindows(calls.toReversed(), sizes, at)

describe('the windows of a cycle', () => {
  it('are in time with captures before their end alone', () => {
    const calls = [
      capture(1000),
      capture(1035),
      nextSnapshot(1100),
      capture(1101),
      nextCycle(1200),
      capture(1202),
    ]
    expect(judge(calls).get(0)).toEqual({ closed: 2, inTime: 2, late: 0, missed: 0 })
    expect(judge(calls).get(1)).toEqual({ closed: 1, inTime: 1, late: 0, missed: 0 })
  })

  it('are late with a capture after it, and missed with nothing else', () => {
    const calls = [capture(1001), capture(1036), nextSnapshot(1100), capture(1136), nextCycle(1200)]
    expect(judge(calls).get(0)).toEqual({ closed: 2, inTime: 0, late: 1, missed: 1 })
  })

  it('give a capture to the snapshot that was open, whatever the calendar says', () => {
    // The keeper slept through both and caught up within the next cycle's first window.
    const calls = [capture(1201), nextSnapshot(1202), capture(1203), nextCycle(1204), capture(1205)]
    expect(judge(calls).get(0)).toEqual({ closed: 2, inTime: 0, late: 0, missed: 2 })
    expect(judge(calls).get(1)).toMatchObject({ inTime: 1, missed: 0 })
  })

  it('are not counted while open, nor where there was nobody to capture', () => {
    const passed = [nextSnapshot(1100), nextCycle(1200)]
    expect(judge(passed, { ...now, burnHeight: 1235 }).get(1)).toMatchObject({ closed: 0 })
    expect(judge(passed).get(0)).toMatchObject({ closed: 0 })
    expect(judge(passed).get(1)).toMatchObject({ closed: 1, missed: 1 })
    expect(judge(passed, { ...now, participants: 0 }).get(1)).toMatchObject({ closed: 0 })
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countsFrom,
  cycleAt,
  cycleDates,
  cycleLength,
  estimatedTime,
  mainnetSchedules,
  outlook,
  poxCycleAt,
  poxCycleOf,
  poxCycleStart,
} from '../../../../src/protocol/dual-stacking/calendar.ts'

const { v1, v2 } = mainnetSchedules
const schedules = fc.record({
  known: fc.record({
    cycle: fc.integer({ min: 0, max: 50 }),
    start: fc.integer({ min: 100, max: 1_000_000 }),
  }),
  snapshots: fc.integer({ min: 1, max: 20 }),
  blocksPerSnapshot: fc.integer({ min: 1, max: 200 }),
  bufferBlocks: fc.integer({ min: 0, max: 200 }),
})

describe('calendar', () => {
  it('has the heights that are published', () => {
    expect([cycleLength(v1), cycleLength(v2)]).toEqual([2100, 2100])
    expect(cycleDates(v1, 6).start).toBe(934_750)
    expect(cycleDates(v1, 0)).toMatchObject({
      start: 922_150,
      payable: 922_150 + 1950,
      nextStart: 924_250,
    })
    expect(cycleDates(v2, 6)).toMatchObject({ payable: 934_750 + 1960, nextStart: 936_850 })
    expect(cycleDates(v2, 6).snapshots.at(-1)).toBe(934_750 + 1820)
    expect([cycleAt(v1, 960_230), cycleAt(v2, 960_230)]).toEqual([18, 18])
    expect([poxCycleOf(19), poxCycleStart(141), cycleDates(v2, 19).start]).toEqual([
      141, 962_150, 962_050,
    ])
    expect([poxCycleAt(962_149), poxCycleAt(962_150)]).toEqual([140, 141])
  })

  it('places every height in exactly one cycle', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 2_000_000 }), (schedule, height) => {
        const dates = cycleDates(schedule, cycleAt(schedule, height))
        expect(dates.start <= height && height < dates.nextStart).toBe(true)
        expect(cycleDates(schedule, dates.cycle + 1).start).toBe(dates.nextStart)
        const { taken, nextSnapshot, payable, nextCycle } = outlook(dates, height)
        expect(dates.snapshots.filter((snapshot) => snapshot <= height)).toHaveLength(taken)
        expect(nextSnapshot?.height).toBe(dates.snapshots[taken])
        if (nextSnapshot)
          expect(nextSnapshot).toEqual({
            index: taken,
            height: height + nextSnapshot.blocks,
            blocks: nextSnapshot.blocks,
          })
        expect([payable.height - payable.blocks, nextCycle.height - nextCycle.blocks]).toEqual([
          height,
          height,
        ])
      }),
    )
  })

  it('says from when an enrollment counts', () => {
    expect(countsFrom(v1, 922_150)).toEqual({
      cycle: 1,
      start: { height: 924_250, blocks: 2100 },
      payable: { height: 924_250 + 1950, blocks: 2100 + 1950 },
      lastCertain: 924_249,
    })
    expect(countsFrom(v1, 924_249)).toMatchObject({ cycle: 1, start: { blocks: 1 } })
    expect(countsFrom(v1, 924_250).cycle).toBe(2)
    expect(countsFrom(v1, 922_149).cycle).toBe(0)
  })

  it('estimates times by the given clock', () => {
    expect([estimatedTime(1000, 0), estimatedTime(1000, 6), estimatedTime(1000, -5)]).toEqual([
      1000,
      1000 + 3_600_000,
      1000,
    ])
    expect(estimatedTime(0, 2100) / 86_400_000).toBeCloseTo(14.58, 2)
  })
})

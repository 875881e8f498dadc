import { describe, expect, it } from 'vitest'
import { cycleCalendar } from '../../../../src/app/dual-stacking/cycle-calendar.ts'
import type { CycleReading } from '../../../../src/chain/stacks/readings.ts'

const cycle: CycleReading = {
  id: 7,
  startHeight: 1000,
  nextStartHeight: 3100,
  snapshotsPerCycle: 14,
  blocksPerSnapshot: 150,
  bufferBlocks: 0,
  snapshotIndex: 9,
  snapshotHeight: 2350,
  capturedCount: 0,
  participantsCount: 0,
  phase: 'snapshots',
}

describe('the calendar of a cycle', () => {
  it('counts blocks to the next snapshot, the payment and the next cycle', () => {
    expect(cycleCalendar(cycle, 2443)).toMatchObject({
      taken: 10,
      partial: 0.62,
      step: 'snapshots',
      toSnapshot: 57,
      toPayment: 657,
      toNextCycle: 657,
      toNextPayment: 2757,
    })
  })

  it('has no next snapshot at the last one', () => {
    expect(
      cycleCalendar({ ...cycle, snapshotIndex: 13, snapshotHeight: 2950 }, 2960),
    ).toMatchObject({
      taken: 14,
      partial: 0,
      toSnapshot: null,
      step: 'snapshots',
    })
  })

  it('names the step after the snapshots, whatever the version calls it', () => {
    const step = (phase: CycleReading['phase']) =>
      cycleCalendar({ ...cycle, phase, snapshotIndex: 13 }, 3000).step
    expect(step('concluded')).toBe('ratio')
    expect(step('buffer')).toBe('ratio')
    expect(step('ratio-proposed')).toBe('ratio')
    expect(step('ratio-validated')).toBe('weights')
    expect(step('weights')).toBe('payment')
    expect(step('distributing')).toBe('payment')
    expect(step('finalized')).toBe('done')
  })

  it('expects the payment after the buffer of a version that has one', () => {
    const v2 = { ...cycle, blocksPerSnapshot: 140, bufferBlocks: 140 }
    expect(cycleCalendar(v2, 1000).toPayment).toBe(13 * 140 + 140)
  })

  it('reports overdue steps as negative counts', () => {
    expect(cycleCalendar(cycle, 2600)).toMatchObject({ toSnapshot: -100, partial: 1 })
    expect(cycleCalendar(cycle, 3200)).toMatchObject({ toNextCycle: -100 })
  })
})

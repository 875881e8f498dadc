import { describe, expect, it } from 'vitest'
import { judgeKeeper } from '../../../../../src/app/dual-stacking/programme/judge-keeper.ts'
import { known } from '../../../../../src/chain/known.ts'
import type { CycleReading } from '../../../../../src/chain/stacks/readings.ts'
import { verifiedProgramme } from '../../../../../src/dev/gallery/programme-fixtures.ts'

const { cycle } = verifiedProgramme.network
const base = cycle.known ? cycle.value : null!
const judge = (change: Partial<CycleReading>, burnHeight: number) =>
  judgeKeeper({
    ...verifiedProgramme,
    network: {
      ...verifiedProgramme.network,
      burnHeight,
      cycle: known({ ...base, ...change }),
    },
  })
const { snapshotHeight, nextStartHeight } = base

describe('whether a keeper is awake', () => {
  it('goes by the window of the snapshot that is open', () => {
    const waiting = { capturedCount: 0 }
    expect(judge(waiting, snapshotHeight + 35).kind).toBe('awake')
    expect(judge(waiting, snapshotHeight + 40)).toEqual({ kind: 'asleep', blocks: 4 })
  })

  it('goes by the next snapshot once this one is captured, then by the next cycle', () => {
    expect(judge({}, snapshotHeight + 150 + 35).kind).toBe('awake')
    expect(judge({}, snapshotHeight + 150 + 36).kind).toBe('asleep')
    expect(judge({ phase: 'weights' }, nextStartHeight - 1).kind).toBe('awake')
    expect(judge({ phase: 'finalized' }, nextStartHeight + 35).kind).toBe('awake')
    expect(judge({ phase: 'finalized' }, nextStartHeight + 36).kind).toBe('asleep')
  })

  it('is not known before the first cycle, or without a call', () => {
    expect(judge({ phase: 'inactive' }, snapshotHeight)).toEqual({ kind: 'unknown' })
    expect(judgeKeeper({ ...verifiedProgramme, lastStep: known(null) })).toEqual({
      kind: 'unknown',
    })
  })
})

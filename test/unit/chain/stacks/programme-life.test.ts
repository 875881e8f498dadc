import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../../../src/chain/known.ts'
import { builtInDeployments, findDeployment } from '../../../../src/chain/stacks/deployments.ts'
import { programmeLife } from '../../../../src/chain/stacks/programme-life.ts'
import type { CycleReading } from '../../../../src/chain/stacks/readings.ts'

const cycle = (id: number, startHeight: number): CycleReading => ({
  id,
  startHeight,
  nextStartHeight: startHeight + 2100,
  snapshotsPerCycle: 14,
  blocksPerSnapshot: 150,
  bufferBlocks: 0,
  snapshotIndex: 0,
  snapshotHeight: startHeight,
  capturedCount: 0,
  participantsCount: 0,
  phase: 'snapshots',
})
const end = findDeployment('mainnet-v3_0_0')!.life!
const chain = { burnHeight: 967_000, lastPaidHeight: null, isWatched: true }

describe('a programme that was announced to end', () => {
  it('has ended, also when its cycle cannot be read', () => {
    expect(programmeLife(end, { ...chain, cycle: known(cycle(20, 964_150)) })).toBe('ended')
    expect(programmeLife(end, { ...chain, cycle: unknown('not-offered') })).toBe('ended')
    expect(
      programmeLife(end, { ...chain, cycle: unknown('not-offered'), lastPaidHeight: 966_400 }),
    ).toBe('ended')
  })

  it('is running when the chain shows a later cycle or payment', () => {
    expect(programmeLife(end, { ...chain, cycle: known(cycle(21, 966_250)) })).toBe('running')
    expect(
      programmeLife(end, { ...chain, cycle: unknown('not-offered'), lastPaidHeight: 968_400 }),
    ).toBe('running')
  })
})

describe('a programme whose enrollment was announced to close', () => {
  const closed = { ...end, state: 'closed' as const }
  const at = (burnHeight: number, cycleStart: number, lastPaidHeight: number | null = null) =>
    programmeLife(closed, {
      ...chain,
      burnHeight,
      lastPaidHeight,
      cycle: known(cycle(20, cycleStart)),
    })

  it('goes on until the last cycle is over', () => {
    expect(at(965_000, 964_150)).toBe('closed')
    expect(at(966_249, 964_150)).toBe('closed')
    expect(at(966_250, 964_150)).toBe('ended')
  })

  it('is running when the chain shows a later cycle or payment', () => {
    expect(at(966_300, 966_250)).toBe('running')
    expect(at(969_000, 964_150, 968_400)).toBe('running')
  })
})

describe('any other programme', () => {
  const at = (burnHeight: number, isWatched = true) =>
    programmeLife(null, {
      cycle: known(cycle(3, 900_000)),
      burnHeight,
      lastPaidHeight: null,
      isWatched,
    })

  it('seems to have stopped after two cycles’ time without a next one', () => {
    expect(at(902_100 + 4_200)).toBe('running')
    expect(at(902_100 + 4_201)).toBe('stopped')
  })

  it('of anybody’s own is left untouched', () => {
    expect(at(999_999, false)).toBe('running')
  })
})

it('all contracts of the mainnet programme, and no others, were announced to end', () => {
  for (const { network, life } of builtInDeployments)
    expect(life !== null).toBe(network === 'mainnet')
})

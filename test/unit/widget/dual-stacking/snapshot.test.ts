import { expect, it } from 'vitest'
import { toBoostFigures, type SnapshotFile } from '../../../../src/widget/dual-stacking/snapshot.ts'

it('carries how a programme stands; an old file does not overrule an announced end', () => {
  const file: SnapshotFile = {
    format: 'twinstack-snapshot',
    version: 1,
    deployment: 'mainnet-v3_0_0',
    contract: 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9.dual-stacking-v3_0_0',
    network: 'mainnet',
    family: 'v3',
    source: 'https://api.example',
    readAt: 0,
    burnHeight: 967_000,
    stacksHeight: 1,
    cycle: {
      id: 20,
      startHeight: 964_150,
      nextStartHeight: 966_250,
      snapshots: 14n,
      blocksPerSnapshot: 150n,
      bufferBlocks: 0n,
    },
    goldenRatio: null,
    apr: 1n,
    multiplier: 9n,
    blocksPerYear: 52_560n,
    poolSats: null,
    totalWeights: null,
    minimumSats: null,
    checksum: '',
  }
  const lifeIn = (changes: Partial<SnapshotFile>) => toBoostFigures({ ...file, ...changes }, 0).life
  expect(lifeIn({})).toBe('running')
  expect(lifeIn({ life: 'ended' })).toBe('ended')
  expect(lifeIn({ life: 'closed' })).toBe('closed')
  expect(lifeIn({ burnHeight: 960_000 })).toBe('ended')
  expect(lifeIn({ burnHeight: 960_000, network: 'testnet' })).toBe('running')
})

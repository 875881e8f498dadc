import { project } from 'twinstack/dual-stacking'

const { cycle } = project({
  parameters: {
    family: 'v1',
    snapshotsPerCycle: 14n,
    blocksPerSnapshot: 150n,
    multiplier: 9n,
    goldenRatio: { ratio: 60_000_000_000_000n, cycle: 7 },
    apr: 5_000_000n,
    blocksPerYear: 52_500n,
    poolSats: 5_000_000_000n,
    totalWeights: null,
  },
  holdings: { sats: 11_520_000n, microStx: 5_103_000_000n },
})
export const { boost } = cycle

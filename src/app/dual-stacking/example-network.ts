import { known, unknown } from '../../chain/known.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'

/**
 * An example to play with before anything was read: the default parameters [dual-stacking 2.1] and
 * a golden ratio and pool of a plausible size.
 */
export const exampleNetwork: NetworkReading = {
  deployment: 'example',
  family: 'v1',
  burnHeight: 0,
  stacksHeight: 0,
  readAt: 0,
  cycle: known({
    id: 0,
    startHeight: 0,
    nextStartHeight: 2_100,
    snapshotsPerCycle: 14,
    blocksPerSnapshot: 150,
    bufferBlocks: 0,
    snapshotIndex: 0,
    snapshotHeight: 0,
    capturedCount: 0,
    participantsCount: 0,
    phase: 'snapshots',
  }),
  apr: known(5_000_000n),
  multiplier: known(9n),
  blocksPerYear: known(52_500n),
  goldenRatios: known([{ cycle: 0, ratio: 184_200_000_000n }]),
  poolSats: known(60_000_000n),
  totalWeights: known({ cycle: 0, weights: 200_000_000_000n }),
  minimumSats: known(10_000n),
  writable: { ok: false, reason: 'unknown-contract' },
}

/** A reading of no real address, with holdings as they were typed. */
export const holdingsReading = (
  network: NetworkReading,
  sats: bigint,
  microStx: bigint,
): AccountReading => ({
  deployment: network.deployment,
  address: `${sats} ${microStx}`,
  burnHeight: network.burnHeight,
  readAt: network.readAt,
  sats: known(sats),
  defiSats: known(0n),
  lockedMicroStx: known(microStx),
  liquidMicroStx: known(0n),
  balanceMicroStx: unknown('not-read'),
  enrolledThisCycle: unknown('not-read'),
  enrolledNextCycle: unknown('not-read'),
  rewardAddress: unknown('not-read'),
  blacklisted: unknown('not-read'),
  holding: unknown('not-read'),
})

import type { Principal } from '../../clarity/principal.ts'
import {
  DEFAULT_APR,
  DEFAULT_BLOCKS_PER_SNAPSHOT,
  DEFAULT_BLOCKS_PER_YEAR,
  DEFAULT_MAX_PERCENTAGE,
  DEFAULT_MINIMUM_SATS,
  DEFAULT_MULTIPLIER,
  DEFAULT_SNAPSHOTS_PER_CYCLE,
  FIRST_CYCLE_BITCOIN_HEIGHT,
} from '../constants.ts'

/**
 * The contract's data variables [dual-stacking 2.1], but for `next-cycle-participants-count`, whose
 * past is read, and the scratch variables `snapshot-block-hash` and `processing-ratio`, which
 * nothing reads. Total sats and microSTX are sums over snapshots.
 */
export interface Variables {
  isContractActive: boolean
  admin: Principal
  /** 0 snapshotting … 6 distribution finalized [dual-stacking 1.5]; informative only. */
  lastOperationDone: bigint
  cycleId: bigint
  cycleStacksHeight: bigint
  cycleBitcoinHeight: bigint
  cycleTotalSats: bigint
  cycleTotalMicroStx: bigint
  cycleParticipants: bigint
  blocksPerSnapshot: bigint
  snapshotsPerCycle: bigint
  nextBlocksPerSnapshot: bigint
  nextSnapshotsPerCycle: bigint
  nextCycleBitcoinHeight: bigint
  blocksPerYear: bigint
  snapshotBitcoinHeight: bigint
  snapshotStacksHeight: bigint
  snapshotTotalSats: bigint
  snapshotTotalMicroStx: bigint
  snapshotCount: bigint
  snapshotIndex: bigint
  areSnapshotsFinalized: boolean
  isLiquidStackingEnabled: boolean
  isRatioValidated: boolean
  isDistributionEnabled: boolean
  /** Sats · 10^8; not reset between cycles. */
  rewardsToDistribute: bigint
  participantsRewarded: bigint
  /** Scaled by 10^8. */
  apr: bigint
  /** M: the largest boost is M + 1. */
  multiplier: bigint
  totalWeights: bigint
  weightsComputed: bigint
  areWeightsComputed: boolean
  minimumSats: bigint
  /** Hundredths of a percent. */
  maxPercentageAboveRatio: bigint
}

/** The variables right after deployment by `admin`. */
export const initialVariables = (admin: Principal): Variables => ({
  isContractActive: false,
  admin,
  lastOperationDone: 0n,
  cycleId: 0n,
  cycleStacksHeight: 0n,
  cycleBitcoinHeight: FIRST_CYCLE_BITCOIN_HEIGHT,
  cycleTotalSats: 0n,
  cycleTotalMicroStx: 0n,
  cycleParticipants: 0n,
  blocksPerSnapshot: DEFAULT_BLOCKS_PER_SNAPSHOT,
  snapshotsPerCycle: DEFAULT_SNAPSHOTS_PER_CYCLE,
  nextBlocksPerSnapshot: 0n,
  nextSnapshotsPerCycle: 0n,
  nextCycleBitcoinHeight: 0n,
  blocksPerYear: DEFAULT_BLOCKS_PER_YEAR,
  snapshotBitcoinHeight: 0n,
  snapshotStacksHeight: 0n,
  snapshotTotalSats: 0n,
  snapshotTotalMicroStx: 0n,
  snapshotCount: 0n,
  snapshotIndex: 0n,
  areSnapshotsFinalized: false,
  isLiquidStackingEnabled: true,
  isRatioValidated: false,
  isDistributionEnabled: false,
  rewardsToDistribute: 0n,
  participantsRewarded: 0n,
  apr: DEFAULT_APR,
  multiplier: DEFAULT_MULTIPLIER,
  totalWeights: 0n,
  weightsComputed: 0n,
  areWeightsComputed: false,
  minimumSats: DEFAULT_MINIMUM_SATS,
  maxPercentageAboveRatio: DEFAULT_MAX_PERCENTAGE,
})

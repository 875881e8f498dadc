import type { Family } from '../errors.ts'

/**
 * The contract's parameters in a cycle, as far as known; null is unknown. Rates are scaled by 10^8.
 */
export interface CycleParameters {
  family: Family
  snapshotsPerCycle: bigint
  blocksPerSnapshot: bigint
  /**
   * The build that captures live: a reading of 0 does not occupy a stacking address
   * (docs/contract-live.md).
   */
  capturesLive?: boolean
  /** V2: blocks of the buffer. */
  bufferBlocks?: bigint
  /** M, as it was when the weights were computed. */
  multiplier: bigint
  /** As they were when the distribution was enabled; they may have changed since. */
  apr: bigint | null
  blocksPerYear: bigint | null
  /** Hundredths of a percent. */
  maxPercentage: bigint
  /** `ratio-used` of the cycle, as stored. */
  goldenRatio: bigint | null
  /**
   * Sats of the contract at the last snapshot's block (v1) or when the distribution was enabled
   * (v2, the build that captures live).
   */
  poolSats: bigint | null
  participants: number | null
}

/**
 * What the contract says it did for one enrolled row in a cycle. Amounts are sums over the
 * snapshots.
 */
export interface AuditRow {
  enrolled: string
  tracking: string
  stacking: string
  /** In how many snapshots it was captured; null: not known. */
  captured: number | null
  sats: bigint
  /** V2: sats in DeFi protocols; 0 elsewhere. */
  defiSats: bigint
  /** `stacking-holding` of its stacking address: what counts. */
  microStx: bigint
  /**
   * USTX recorded with this row, which counts its stacking address once more for every row that
   * shares it [dual-stacking 8.1.11].
   */
  recordedMicroStx: bigint
  /** Whether the tracking address was whitelisted at weighing; null: not known. */
  whitelisted: boolean | null
  /** Stored weight of its tracking address; null: none. */
  weight: bigint | null
  /** Its payment; null: not paid. */
  reward: AuditReward | null
}

/** A payment according to events. */
export interface AuditReward {
  address: string
  sats: bigint
  /** Parts of v2; `sats` and 0 elsewhere. */
  walletSats: bigint
  defiSats: bigint
  /** SBTC that moved with it; null: not known. */
  transferredSats: bigint | null
  txid: string | null
}

/**
 * A cycle as its public data show it; made by `CycleRecorder` from events, or by a client from map
 * entries.
 */
export interface CycleData {
  cycle: number
  parameters: CycleParameters
  /**
   * Of the rows that share a tracking address, the one that was weighed first comes first
   * [dual-stacking 8.1.12].
   */
  rows: readonly AuditRow[]
  /** What the contract concluded; null: not yet, or not known. */
  totals: { sats: bigint; defiSats: bigint; microStx: bigint } | null
  totalWeights: bigint | null
  finalized: boolean | null
}

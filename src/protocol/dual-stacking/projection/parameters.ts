import type { Family } from '../errors.ts'

/**
 * What the contract's formulas need. Rates and ratios are scaled by 10^8; `null` is unknown and
 * makes what depends on it unknown.
 */
export interface Parameters {
  /** V1 exactly; v2 by [dual-stacking 9.1]; v3 by v2's rules, as an estimate. */
  family: Family
  snapshotsPerCycle: bigint
  blocksPerSnapshot: bigint
  /** V2: Bitcoin blocks between the last snapshot and the next cycle. */
  bufferBlocks?: bigint
  /** M: the largest boost is M + 1. */
  multiplier: bigint
  /** The golden ratio to use, as stored, and its cycle; `cycle` null: chosen by the user. */
  goldenRatio: { ratio: bigint; cycle: number | null }
  apr: bigint | null
  blocksPerYear: bigint | null
  /** Sats in the contract. */
  poolSats: bigint | null
  /**
   * Sum of all weights, and the cycle it is of. `ofHolder` is the holder's own part of it (0 for a
   * newcomer); null: whatever the holder has now.
   */
  totalWeights: { weights: bigint; cycle: number | null; ofHolder: bigint | null } | null
}

/** What someone holds at a snapshot. */
export interface Holdings {
  /** Available sBTC of the enrolled address, sats. */
  sats: bigint
  /** V2, v3: sats in DeFi protocols that the contract counts; they always have the full boost. */
  defiSats?: bigint
  /** Stacked STX of the stacking address (native and liquid), uSTX. */
  microStx: bigint
  /** V1: the tracking address is whitelisted, so its boost is full. */
  whitelisted?: boolean
}

/**
 * Sums over the snapshots already captured in the running cycle, and how many are still to come.
 */
export interface SoFar {
  sats: bigint
  defiSats?: bigint
  microStx: bigint
  remaining: bigint
}

/** The same sums for a whole cycle. */
export interface CycleSums {
  sats: bigint
  defiSats: bigint
  microStx: bigint
  whitelisted: boolean
}

/**
 * Sums of a cycle with the same holdings at all snapshots that are to come: all n of them, or those
 * that remain.
 */
export function cycleSumsOf(
  { sats, defiSats = 0n, microStx, whitelisted = false }: Holdings,
  parameters: Parameters,
  soFar?: SoFar,
): CycleSums {
  const {
    sats: pastSats,
    defiSats: pastDefiSats = 0n,
    microStx: pastMicroStx,
    remaining,
  } = soFar ?? { sats: 0n, microStx: 0n, remaining: parameters.snapshotsPerCycle }
  return {
    sats: pastSats + remaining * sats,
    defiSats: pastDefiSats + remaining * defiSats,
    // A whitelisted tracking address is recorded without STX [dual-stacking 4.5]; its boost is
    // still full.
    microStx: pastMicroStx + (whitelisted ? 0n : remaining * microStx),
    whitelisted,
  }
}

import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import {
  DEFAULT_APR,
  DEFAULT_BLOCKS_PER_SNAPSHOT,
  DEFAULT_BLOCKS_PER_YEAR,
  DEFAULT_MULTIPLIER,
  DEFAULT_SNAPSHOTS_PER_CYCLE,
} from '../../protocol/dual-stacking/constants.ts'

/**
 * What the calculator computes with. Ratios and rates scaled by 10^8; what is undefined is not
 * known.
 */
export interface BoostFigures {
  family: 'v1' | 'v2' | 'v3'
  goldenRatio?: bigint
  /** The cycle the golden ratio is of; undefined for one that the page gave. */
  cycle?: number
  multiplier: bigint
  apr: bigint
  blocksPerYear: bigint
  blocksPerSnapshot: bigint
  bufferBlocks?: bigint
  snapshots: bigint
  poolSats?: bigint
  totalWeights?: bigint
  /** Sats an address must hold to enroll. */
  minimumSats?: bigint
  /**
   * When the figures were read, milliseconds since 1970, and whether that is too long ago to trust.
   */
  readAt?: number
  stale?: boolean
  /** How the programme stands that they are of. */
  life?: ProgrammeLife
}

/**
 * The contract's built-in parameters and no golden ratio: what is known without any request
 * [dual-stacking 2.1].
 */
export const builtInFigures: BoostFigures = {
  family: 'v1',
  multiplier: DEFAULT_MULTIPLIER,
  apr: DEFAULT_APR,
  blocksPerYear: DEFAULT_BLOCKS_PER_YEAR,
  blocksPerSnapshot: DEFAULT_BLOCKS_PER_SNAPSHOT,
  snapshots: DEFAULT_SNAPSHOTS_PER_CYCLE,
}

/**
 * What is known of a network's programme without any request: those parameters, and that mainnet's
 * has ended, as its deployments' rows say, which are no part of the core. A deployment's id begins
 * with its network.
 */
export const figuresBeforeReading = (network: string): BoostFigures =>
  /^mainnet(-|$)/.test(network) ? { ...builtInFigures, life: 'ended' } : builtInFigures

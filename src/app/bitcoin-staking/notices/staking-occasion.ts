import type { StakingNotice } from './staking-notice.ts'

/**
 * What a reading says of one occasion for a notice. Where the values that decide are unknown there
 * is no occasion at all.
 */
export interface StakingOccasion {
  /** What was looked at: of all notices of a topic at most one holds. */
  topic: string
  /**
   * The notice that holds now, under a key that names its occasion for good; null: none does;
   * `unchanged`: nothing new, and what was told holds.
   */
  holds: { key: string; notice: StakingNotice } | null | 'unchanged'
}

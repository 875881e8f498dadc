import type { PoolSummary } from '../../../app/hyperstaking/pool-summary.ts'

/** A provisioner's key of a pool, as it was read. */
export type PoolKey = Extract<PoolSummary['keys'], { known: true }>['value'][number]

/**
 * Whether a key looks as if it had been punished between two readings: that moves when it may take
 * part, or locks of its stake without adding to it. Its own pool's work may look the same.
 */
export const isPunished = (before: PoolKey, after: PoolKey): boolean =>
  after.hardFaults > before.hardFaults ||
  (after.locked > before.locked && after.value < before.value) ||
  (before.eligibility !== null &&
    after.eligibility !== null &&
    after.eligibility !== before.eligibility)

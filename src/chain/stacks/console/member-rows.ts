import { SCALE, SQRT_SCALE } from '../../../protocol/dual-stacking/constants.ts'
import { personalRatio } from '../../../protocol/dual-stacking/math/ratio.ts'
import {
  reward,
  rewardCap,
  rewardsToDistribute,
} from '../../../protocol/dual-stacking/math/reward.ts'
import {
  boostedWeight,
  boostRoot,
  relativeRatio,
} from '../../../protocol/dual-stacking/math/weight.ts'
import type { CycleState } from '../../../protocol/dual-stacking/planner/index.ts'
import {
  lastCapture,
  captureSumsOf,
  type ParticipantRecord,
} from '../contract-index/participant-record.ts'
import type { PayoutState } from './read-payout.ts'

/**
 * One row of the running cycle according to the index: means over the snapshots so far (sats,
 * microSTX), ratio and boost scaled by 10^8, weight as the contract computes it. Null: not captured
 * or decided yet, or without sBTC. `shared`: other rows have the same tracking address, and one
 * payment covers all of them.
 */
export interface MemberRow {
  address: string
  sats: bigint | null
  microStx: bigint | null
  ratio: bigint | null
  boost: bigint | null
  weight: bigint | null
  expectedSats: bigint | null
  paidSats: bigint | null
  shared: boolean
}

/**
 * The amount that the cycle distributes, sats · 10^8: as the contract has fixed it, or as it would
 * be now; null while an input is not known.
 */
export const payoutNow = (
  { poolSats, rate, multiplier, toDistribute }: PayoutState,
  totalWeights: bigint | null,
): bigint | null => {
  if (toDistribute !== null) return toDistribute
  return totalWeights === null || rate === null
    ? null
    : rewardsToDistribute(poolSats, rewardCap(rate, totalWeights, multiplier))
}

/** Snapshots with at least one capture in the cycle, at least 1: the divisor of the means. */
const snapshotsTaken = ({ cycle, snapshot, snapshotsFinalized }: CycleState): bigint => {
  if (snapshotsFinalized) return BigInt(Math.max(1, cycle.snapshots))
  return BigInt(Math.max(1, snapshot.captured > 0 ? snapshot.index + 1 : snapshot.index))
}

const countByTracking = ({ participants }: CycleState): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { trackingAddress } of participants)
    counts.set(trackingAddress, (counts.get(trackingAddress) ?? 0) + 1)
  return counts
}

/** The weight that the contract will give a row; null before the cycle has a golden ratio. */
const expectedWeight = (
  { cycle, goldenRatio }: CycleState,
  sats: bigint,
  root: bigint | null,
  multiplier: bigint,
): bigint | null => {
  if (goldenRatio === undefined) return null
  return root === null ? 0n : boostedWeight(sats, root, multiplier, BigInt(cycle.snapshots))
}

/**
 * The rows of a cycle with their weights and rewards, and the sum of weights: the contract's, or of
 * the rows once there is a golden ratio.
 */
export const memberRows = (
  state: CycleState,
  records: ReadonlyMap<string, ParticipantRecord>,
  payout: PayoutState,
): { rows: MemberRow[]; totalWeights: bigint | null } => {
  const { cycle, goldenRatio } = state
  const snapshots = snapshotsTaken(state)
  const trackingCounts = countByTracking(state)

  const rows = state.participants.map(
    ({ address, trackingAddress, whitelisted = false }): MemberRow => {
      const part = records.get(address)?.cycles[cycle.id]
      const { sats, microStx } = captureSumsOf(part)
      const captured = lastCapture(part) !== undefined
      const root =
        goldenRatio === undefined || sats === 0n
          ? null
          : boostRoot(relativeRatio({ sats, microStx, goldenRatio, whitelisted }))
      return {
        address,
        sats: captured ? sats / snapshots : null,
        microStx: captured ? microStx / snapshots : null,
        ratio: personalRatio(microStx, sats) ?? null,
        boost: root === null ? null : SCALE + payout.multiplier * root * SQRT_SCALE,
        weight: part?.weight
          ? part.weight.weight
          : expectedWeight(state, sats, root, payout.multiplier),
        expectedSats: null,
        paidSats: part?.reward?.sats ?? null,
        shared: (trackingCounts.get(trackingAddress) ?? 0) > 1,
      }
    },
  )
  const sum =
    goldenRatio === undefined || !state.snapshotsFinalized
      ? null
      : rows.reduce((total, { weight }) => total + (weight ?? 0n), 0n)
  const totalWeights = payout.totalWeights ?? sum
  const distributed = payoutNow(payout, totalWeights)
  if (distributed === null || totalWeights === null) return { rows, totalWeights }
  return {
    rows: rows.map((row) => ({
      ...row,
      expectedSats: row.weight === null ? null : reward(row.weight, distributed, totalWeights),
    })),
    totalWeights,
  }
}

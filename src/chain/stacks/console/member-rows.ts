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
 * One row of the running cycle as the index tells it: means over the snapshots so far (sats,
 * microSTX), ratio and boost scaled by 10^8, weight as the contract's. Null: not captured or
 * decided yet, or without sBTC. `shared`: other rows have the same tracking address, and one
 * payment is for all of them.
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
 * What the cycle pays, sats · 10^8: as the contract has fixed it, or as it would now; null while a
 * figure is open.
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

/**
 * The rows of a cycle with what they weigh and get, and the sum of weights: the contract's, or of
 * the rows once there is a golden ratio.
 */
export const memberRows = (
  state: CycleState,
  records: ReadonlyMap<string, ParticipantRecord>,
  payout: PayoutState,
): { rows: MemberRow[]; totalWeights: bigint | null } => {
  const { cycle, snapshot, goldenRatio } = state
  const done = BigInt(
    Math.max(
      1,
      state.snapshotsFinalized
        ? cycle.snapshots
        : snapshot.captured > 0
          ? snapshot.index + 1
          : snapshot.index,
    ),
  )
  const count = new Map<string, number>()
  for (const { trackingAddress } of state.participants)
    count.set(trackingAddress, (count.get(trackingAddress) ?? 0) + 1)

  const rows = state.participants.map(
    ({ address, trackingAddress, whitelisted = false }): MemberRow => {
      const part = records.get(address)?.cycles[cycle.id]
      const { sats, microStx } = captureSumsOf(part)
      const captured = lastCapture(part) !== undefined
      const ratio = personalRatio(microStx, sats) ?? null
      const root =
        goldenRatio === undefined || sats === 0n
          ? null
          : boostRoot(relativeRatio({ sats, microStx, goldenRatio, whitelisted }))
      return {
        address,
        sats: captured ? sats / done : null,
        microStx: captured ? microStx / done : null,
        ratio,
        boost: root === null ? null : SCALE + payout.multiplier * root * SQRT_SCALE,
        weight: part?.weight
          ? part.weight.weight
          : root === null
            ? goldenRatio === undefined
              ? null
              : 0n
            : boostedWeight(sats, root, payout.multiplier, BigInt(cycle.snapshots)),
        expectedSats: null,
        paidSats: part?.reward?.sats ?? null,
        shared: (count.get(trackingAddress) ?? 0) > 1,
      }
    },
  )
  const sum =
    goldenRatio === undefined || !state.snapshotsFinalized
      ? null
      : rows.reduce((total, { weight }) => total + (weight ?? 0n), 0n)
  const totalWeights = payout.totalWeights ?? sum
  const paid = payoutNow(payout, totalWeights)
  if (paid === null || totalWeights === null) return { rows, totalWeights }
  return {
    rows: rows.map((row) => ({
      ...row,
      expectedSats: row.weight === null ? null : reward(row.weight, paid, totalWeights),
    })),
    totalWeights,
  }
}

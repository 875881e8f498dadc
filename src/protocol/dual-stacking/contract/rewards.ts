import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { personalRatio } from '../math/ratio.ts'
import {
  cyclePercentageRate,
  cyclesPerYear,
  reward,
  rewardCap,
  rewardsToDistribute,
} from '../math/reward.ts'
import type { CallContext } from './call-context.ts'
import { findParticipant, type CycleParticipant } from './participant.ts'
import type { ParticipantHolding } from './state.ts'
import type { Variables } from './variables.ts'

/**
 * Fixes what this cycle pays: the pool at the last snapshot's block, or the cap. Anyone may call.
 * Errors: 202, 182, 161; aborts when the year has no whole cycle [dual-stacking 4.8, 6.4].
 */
export function setIsDistributionEnabled(tx: CallContext): void {
  const {
    isContractActive,
    isDistributionEnabled,
    areWeightsComputed,
    snapshotStacksHeight,
    totalWeights,
    multiplier,
  } = tx.variables
  refuseUnless(isContractActive, 202)
  refuseUnless(!isDistributionEnabled, 182)
  refuseUnless(areWeightsComputed, 161)
  const pool = tx.chain.sbtcAt(tx.self, snapshotStacksHeight)
  tx.set({
    rewardsToDistribute: rewardsToDistribute(
      pool,
      rewardCap(currentRate(tx.variables), totalWeights, multiplier),
    ),
    lastOperationDone: 5n,
    isDistributionEnabled: true,
  })
}

/**
 * The running cycle's rate, scaled by 10^8 [dual-stacking 6.4]. Aborts when the year has no whole
 * cycle.
 */
export const currentRate = (variables: Readonly<Variables>): bigint =>
  cyclePercentageRate(variables.apr, currentCyclesPerYear(variables))

export const currentCyclesPerYear = (variables: Readonly<Variables>): bigint =>
  cyclesPerYear(variables.blocksPerYear, variables.blocksPerSnapshot, variables.snapshotsPerCycle)

/**
 * Pays the given participants; answers `(ok true)` or the error of each: 103, 161, 181, or the
 * token's 1 or 2. Without any sBTC in the cycle everyone counts as rewarded and the list is empty.
 * Anyone may call. Errors: 146, 180 [dual-stacking 4.8].
 */
export function distributeRewards(
  tx: CallContext,
  principals: readonly Principal[],
): ContractValue {
  const { cycleStacksHeight, isDistributionEnabled, cycleTotalSats, cycleParticipants } =
    tx.variables
  refuseUnless(tx.isResolvable(cycleStacksHeight), 146)
  refuseUnless(isDistributionEnabled, 180)
  if (cycleTotalSats === 0n) {
    tx.set({ participantsRewarded: cycleParticipants })
    return []
  }
  return principals.map((principal) => rewardOne(tx, principal))
}

/**
 * Unlike a nested public call, an element is not rolled back when its transfer fails: the marks
 * stay [dual-stacking Q4].
 */
function rewardOne(tx: CallContext, address: Principal): ContractValue {
  const { cycleId, rewardsToDistribute, totalWeights, participantsRewarded } = tx.variables
  const holdingKey = mapKey(cycleId, address)
  const holding = tx.state.participantHolding.get(holdingKey)
  if (holding === undefined) return { err: 103n }
  const found = findParticipant(tx, address)
  if (found === undefined) return { err: 103n }
  const weight = tx.state.weights.get(mapKey(cycleId, found.row.tracking))
  if (weight === undefined) return { err: 161n }
  const goldenRatio = tx.state.goldenRatios.get(mapKey(cycleId))
  if (goldenRatio === undefined) return { err: 160n }
  if (holding.rewarded) return { err: 181n }
  const sats = reward(weight, rewardsToDistribute, totalWeights)
  tx.set({ participantsRewarded: add(participantsRewarded, 1n) })
  const paid: ParticipantHolding = { ...holding, rewarded: true, rewardSats: sats }
  tx.state.participantHolding.set(holdingKey, paid)
  return pay(tx, address, found, { sats, weight, goldenRatio })
}

function pay(
  tx: CallContext,
  address: Principal,
  { row, sats: held, microStx }: CycleParticipant,
  due: { sats: bigint; weight: bigint; goldenRatio: bigint },
): ContractValue {
  const { cycleId } = tx.variables
  const event = {
    'cycle-id': cycleId,
    'enrolled-address': address,
    'reward-address': row.rewarded,
    'stacking-address': row.stacking,
    'tracking-address': row.tracking,
    'function-name': 'distribute-rewards',
  }
  const trackingKey = mapKey(cycleId, row.tracking)
  if (tx.state.trackingHolding.get(trackingKey)!.rewarded) {
    tx.print({ ...event, amount: 0n, weight: 0n, ratio: 0n })
    return { ok: true }
  }
  const ratio = personalRatio(microStx, held) ?? 0n
  const capped =
    tx.state.whitelist.has(row.tracking) || ratio > due.goldenRatio ? due.goldenRatio : ratio
  const rewardKey = mapKey(cycleId, row.rewarded)
  tx.state.rewards.set(rewardKey, add(tx.state.rewards.get(rewardKey) ?? 0n, due.sats))
  tx.state.trackingHolding.set(trackingKey, { sats: held, rewarded: true })
  tx.print({ ...event, amount: due.sats, weight: due.weight, ratio: capped })
  const refused = due.sats > 0n ? tx.transfer(row.rewarded, due.sats) : undefined
  return refused === undefined ? { ok: true } : { err: BigInt(refused) }
}

/**
 * Closes the cycle once everyone is rewarded. Anyone may call. Errors: 202, 123, 184, 183
 * [dual-stacking 4.8].
 */
export function finalizeRewardDistribution(tx: CallContext): void {
  const {
    isContractActive,
    cycleParticipants,
    participantsRewarded,
    isDistributionEnabled,
    cycleId,
  } = tx.variables
  refuseUnless(isContractActive, 202)
  refuseUnless(cycleParticipants === participantsRewarded, 123)
  refuseUnless(isDistributionEnabled, 184)
  refuseUnless(!tx.state.finalizedAt.has(mapKey(cycleId)), 183)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'cycle-id': cycleId,
    'function-name': 'finalize-reward-distribution',
  })
  tx.set({ lastOperationDone: 6n })
  tx.state.finalizedAt.set(mapKey(cycleId), tx.chain.stacksHeight)
}

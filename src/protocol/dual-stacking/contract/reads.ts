import { mapKey } from '../../clarity/contract-map.ts'
import { optional, type ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add, div, sub } from '../../clarity/u128.ts'
import type { CallContext } from './call-context.ts'
import { requireProposal } from './golden-ratio.ts'
import { currentCyclesPerYear, currentRate } from './rewards.ts'
import { stackedAt } from './snapshots.ts'

/** Heights, lengths and numbers of the running cycle [dual-stacking 5]. */
export const cycleData = ({ variables }: CallContext): ContractValue => ({
  'blocks-per-snapshot': variables.blocksPerSnapshot,
  'current-cycle-bitcoin-block-height': variables.cycleBitcoinHeight,
  'current-cycle-stacks-block-height': variables.cycleStacksHeight,
  'current-snapshot-index': variables.snapshotIndex,
  'cycle-id': variables.cycleId,
  'next-cycle-bitcoin-block-height': variables.nextCycleBitcoinHeight,
  'participants-count': variables.cycleParticipants,
  'snapshots-per-cycle': variables.snapshotsPerCycle,
})

/**
 * First and last Bitcoin block of the running cycle; aborts before initialization [dual-stacking
 * 5].
 */
export const cycleCurrentState = ({ variables }: CallContext): ContractValue => ({
  'cycle-id': variables.cycleId,
  'first-bitcoin-block': variables.cycleBitcoinHeight,
  'last-bitcoin-block': sub(variables.nextCycleBitcoinHeight, 1n),
})

/** Progress of the running cycle's snapshots [dual-stacking 5]. */
export const currentOverviewData = ({ variables }: CallContext): ContractValue => ({
  'cycle-id': variables.cycleId,
  'snapshot-index': variables.snapshotIndex,
  'snapshots-per-cycle': variables.snapshotsPerCycle,
})

/** Lengths and start heights of a started cycle, else none [dual-stacking 5]. */
export const yieldCycleData = (tx: CallContext, cycle: bigint): ContractValue => {
  const data = tx.state.cycles.get(mapKey(cycle))
  return optional(
    data && {
      'blocks-per-snapshot': data.blocksPerSnapshot,
      'snapshots-per-cycle': data.snapshotsPerCycle,
      'start-btc-block-height': data.startBitcoinHeight,
      'start-stx-block-height': data.startStacksHeight,
    },
  )
}

/** The running snapshot: heights, captured count, sats and microSTX [dual-stacking 5]. */
export const snapshotData = ({ variables }: CallContext): ContractValue => ({
  'blocks-per-snapshot': variables.blocksPerSnapshot,
  'current-snapshot-bitcoin-block-height': variables.snapshotBitcoinHeight,
  'current-snapshot-count': variables.snapshotCount,
  'current-snapshot-index': variables.snapshotIndex,
  'current-snapshot-stacks-block-height': variables.snapshotStacksHeight,
  'current-snapshot-total-sbtc': variables.snapshotTotalSats,
  'current-snapshot-total-stx': variables.snapshotTotalMicroStx,
})

/** Stacks block of a snapshot [dual-stacking 5]. */
export const snapshotStacksHeight = (
  tx: CallContext,
  cycle: bigint,
  snapshot: bigint,
): ContractValue => optional(tx.state.snapshotHeights.get(mapKey(cycle, snapshot))?.stacks)

/** Nominal Bitcoin height of a snapshot [dual-stacking 5]. */
export const snapshotBitcoinHeight = (
  tx: CallContext,
  cycle: bigint,
  snapshot: bigint,
): ContractValue => optional(tx.state.snapshotHeights.get(mapKey(cycle, snapshot))?.bitcoin)

/** Whether rewards can be distributed, and how many participants are rewarded [dual-stacking 5]. */
export const rewardDistributionStatus = ({ variables }: CallContext): ContractValue => ({
  'is-distribution-enabled': variables.isDistributionEnabled,
  'participants-rewarded-count': variables.participantsRewarded,
})

/**
 * Sats of an enrolled address in a cycle: none if never captured, 0 if not (yet) rewarded
 * [dual-stacking 5].
 */
export const rewardForAddress = (
  tx: CallContext,
  cycle: bigint,
  address: Principal,
): ContractValue => optional(tx.state.participantHolding.get(mapKey(cycle, address))?.rewardSats)

/** Sats recorded for a rewarded address in a cycle [dual-stacking 5]. */
export const rewardForRewardAddress = (
  tx: CallContext,
  cycle: bigint,
  address: Principal,
): ContractValue => optional(tx.state.rewards.get(mapKey(cycle, address)))

/** Whether the running cycle is finalized [dual-stacking 5]. */
export const isDistributionFinalized = (tx: CallContext): ContractValue =>
  tx.state.finalizedAt.has(mapKey(tx.variables.cycleId))

/** Stacks height at which a cycle was finalized [dual-stacking 5]. */
export const distributionFinalizedAt = (tx: CallContext, cycle: bigint): ContractValue => {
  const height = tx.state.finalizedAt.get(mapKey(cycle))
  return optional(height === undefined ? undefined : { 'stx-block-height': height })
}

/** The signer's own tally. Error: 107 [dual-stacking 5]. */
export const ratioData = (tx: CallContext): ContractValue => {
  const { above, below } = requireProposal(tx)
  return {
    ok: {
      'nr-snapshots': tx.variables.snapshotsPerCycle,
      'sbtc-above': above,
      'sbtc-below': below,
      'sbtc-total-totals': tx.variables.cycleTotalSats,
    },
  }
}

/** Whether the weights are complete, and their sum [dual-stacking 5]. */
export const weightComputationStatus = ({ variables }: CallContext): ContractValue => ({
  'are-weights-computed': variables.areWeightsComputed,
  'cycle-id': variables.cycleId,
  'total-weights-sum': variables.totalWeights,
})

/** Weight of a tracking address in a cycle [dual-stacking 5]. */
export const participantWeight = (
  tx: CallContext,
  cycle: bigint,
  tracking: Principal,
): ContractValue => {
  const weight = tx.state.weights.get(mapKey(cycle, tracking))
  return optional(weight === undefined ? undefined : { weight })
}

/** Whether the address was enrolled at the running cycle's block [dual-stacking 5]. */
export const isEnrolledThisCycle = (tx: CallContext, address: Principal): ContractValue => {
  tx.requireResolvable(tx.variables.cycleStacksHeight)
  return tx.state.rowAt(address, tx.variables.cycleStacksHeight) !== undefined
}

/** Rewarded address of the present enrollment [dual-stacking 5]. */
export const latestRewardAddress = (tx: CallContext, address: Principal): ContractValue =>
  optional(tx.state.row(address)?.rewarded)

/** A participant's enrollment and holdings in a cycle. Errors: 105, 103 [dual-stacking 5]. */
export function participantCycleInfo(
  tx: CallContext,
  address: Principal,
  cycle: bigint,
): ContractValue {
  const data = tx.state.cycles.get(mapKey(cycle))
  if (data === undefined) return { err: 105n }
  tx.requireResolvable(data.startStacksHeight)
  const row = tx.state.rowAt(address, data.startStacksHeight)
  if (row === undefined) return { err: 103n }
  const holding = tx.state.participantHolding.get(mapKey(cycle, address))
  const tracking = tx.state.trackingHolding.get(mapKey(cycle, row.tracking))
  const stacking = tx.state.stackingHolding.get(mapKey(cycle, row.stacking))
  return {
    ok: {
      'participant-data': optional<ContractValue>({
        'rewarded-address': row.rewarded,
        'stacking-address': row.stacking,
        'tracking-address': row.tracking,
      }),
      'holding-data': optional<ContractValue>(
        holding && {
          amount: holding.sats,
          stacked: holding.microStx,
          'last-snapshot': holding.lastSnapshot,
          rewarded: holding.rewarded,
          'reward-amount': holding.rewardSats,
        },
      ),
      'tracking-data': optional<ContractValue>(
        tracking && { amount: tracking.sats, rewarded: tracking.rewarded },
      ),
      'stacking-data': optional<ContractValue>(
        stacking === undefined ? undefined : { amount: stacking },
      ),
    },
  }
}

/**
 * Bitcoin height of the next step that waits for one; it does not say whether the step is still due
 * [dual-stacking 5].
 */
export const nextActionBitcoinHeight = ({ variables }: CallContext): ContractValue =>
  variables.isContractActive
    ? add(variables.snapshotBitcoinHeight, variables.blocksPerSnapshot)
    : variables.cycleBitcoinHeight

/** Smallest and largest APR, scaled by 10^8, and the largest boost [dual-stacking 5]. */
export const aprData = ({ variables }: CallContext): ContractValue => {
  const boost = add(variables.multiplier, 1n)
  return { MAX_APR: variables.apr, MIN_APR: div(variables.apr, boost), MULTIPLIER: boost }
}

/** Whole cycles in a year; aborts for a cycle of 0 blocks [dual-stacking 5]. */
export const cyclesInYear = ({ variables }: CallContext): ContractValue =>
  currentCyclesPerYear(variables)

/** Rate of one cycle, scaled by 10^8; aborts when the year has no whole cycle [dual-stacking 5]. */
export const runningCycleRate = ({ variables }: CallContext): ContractValue =>
  currentRate(variables)

/**
 * Natively locked microSTX at Stacks block h; aborts when h is not resolvable [dual-stacking 5].
 */
export const nativeStackedAt = (tx: CallContext, address: Principal, h: bigint): ContractValue =>
  tx.chain.lockedAt(address, h)

/** Native and, when enabled, liquid microSTX one block ago [dual-stacking 5]. */
export const stackedNow = (tx: CallContext, address: Principal): ContractValue =>
  stackedAt(tx, address, sub(tx.chain.stacksHeight, 1n))

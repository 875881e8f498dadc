import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { Abort, add, mul } from '../../clarity/u128.ts'
import { isFirstBlockAtOrAfter } from './bracket.ts'
import type { CallContext } from './call-context.ts'

/** The admin sets the Bitcoin height of the first cycle. Errors: 201, 200 [dual-stacking 4.1]. */
export function updateInitializeBlock(tx: CallContext, bitcoinHeight: bigint): void {
  refuseUnless(!tx.variables.isContractActive, 201)
  tx.requireAdmin()
  tx.set({ cycleBitcoinHeight: bitcoinHeight })
}

/**
 * The admin sets the first cycle's lengths, without bounds. Errors: 200, 201 [dual-stacking 4.1].
 */
export function updateCycleDataBeforeInitialized(
  tx: CallContext,
  snapshotsPerCycle: bigint,
  blocksPerSnapshot: bigint,
): void {
  tx.requireAdmin()
  refuseUnless(!tx.variables.isContractActive, 201)
  tx.set({ snapshotsPerCycle, blocksPerSnapshot })
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'snapshot-length': blocksPerSnapshot,
    'snapshots-per-cycle': snapshotsPerCycle,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'update-cycle-data',
  })
}

/**
 * Starts the first cycle; `stacksHeight` is the first Stacks block at or after the configured
 * Bitcoin height. Anyone may call. Errors: 100, 201, 145. Aborts for a block still being built or
 * older than the contract [dual-stacking 4.1].
 */
export function initializeContract(tx: CallContext, stacksHeight: bigint): void {
  const start = tx.variables.cycleBitcoinHeight
  refuseUnless(tx.chain.burnHeight >= start, 100)
  refuseUnless(!tx.variables.isContractActive, 201)
  refuseUnless(isFirstBlockAtOrAfter(tx.chain, stacksHeight, start), 145)
  tx.set({
    nextSnapshotsPerCycle: tx.variables.snapshotsPerCycle,
    nextBlocksPerSnapshot: tx.variables.blocksPerSnapshot,
  })
  openCycle(tx, stacksHeight)
  tx.set({ isContractActive: true })
}

/**
 * Starts the next cycle at the old start + the old length, however late. Anyone may call. Errors:
 * 202, 120, 123, 124, 145. Aborts for a block still being built [dual-stacking 4.8].
 */
export function advanceToNextCycle(tx: CallContext, stacksHeight: bigint): void {
  const {
    isContractActive,
    nextCycleBitcoinHeight,
    cycleParticipants,
    participantsRewarded,
    cycleId,
  } = tx.variables
  refuseUnless(isContractActive, 202)
  refuseUnless(tx.chain.burnHeight >= nextCycleBitcoinHeight, 120)
  refuseUnless(cycleParticipants === participantsRewarded, 123)
  refuseUnless(tx.state.finalizedAt.has(mapKey(cycleId)), 124)
  refuseUnless(isFirstBlockAtOrAfter(tx.chain, stacksHeight, nextCycleBitcoinHeight), 145)
  tx.set({ cycleBitcoinHeight: nextStart(tx), cycleId: add(cycleId, 1n) })
  openCycle(tx, stacksHeight)
}

/** The cycle reset, the next cycle's start and the snapshot reset of [dual-stacking 4.1]. */
function openCycle(tx: CallContext, stacksHeight: bigint): void {
  resetCycle(tx, stacksHeight)
  const { cycleBitcoinHeight, cycleId } = tx.variables
  tx.set({
    nextCycleBitcoinHeight: nextStart(tx),
    snapshotBitcoinHeight: cycleBitcoinHeight,
    snapshotCount: 0n,
    snapshotIndex: 0n,
    snapshotStacksHeight: stacksHeight,
  })
  tx.state.snapshotHeights.set(mapKey(cycleId, 0n), {
    stacks: stacksHeight,
    bitcoin: cycleBitcoinHeight,
  })
}

function resetCycle(tx: CallContext, stacksHeight: bigint): void {
  const { nextBlocksPerSnapshot, nextSnapshotsPerCycle, cycleBitcoinHeight, cycleId } = tx.variables
  tx.requireResolvable(stacksHeight)
  if (stacksHeight < tx.deployedAt) throw new Abort('NoSuchDataVariable')
  tx.set({
    blocksPerSnapshot: nextBlocksPerSnapshot,
    snapshotsPerCycle: nextSnapshotsPerCycle,
    cycleStacksHeight: stacksHeight,
    cycleTotalSats: 0n,
    cycleTotalMicroStx: 0n,
    snapshotTotalSats: 0n,
    snapshotTotalMicroStx: 0n,
    participantsRewarded: 0n,
    weightsComputed: 0n,
    totalWeights: 0n,
    lastOperationDone: 0n,
    isDistributionEnabled: false,
    areSnapshotsFinalized: false,
    isRatioValidated: false,
    areWeightsComputed: false,
    cycleParticipants: tx.state.nextCycleParticipants.at(stacksHeight),
  })
  tx.state.cycles.set(mapKey(cycleId), {
    blocksPerSnapshot: nextBlocksPerSnapshot,
    snapshotsPerCycle: nextSnapshotsPerCycle,
    startBitcoinHeight: cycleBitcoinHeight,
    startStacksHeight: stacksHeight,
  })
}

const nextStart = (tx: CallContext): bigint =>
  add(
    tx.variables.cycleBitcoinHeight,
    mul(tx.variables.blocksPerSnapshot, tx.variables.snapshotsPerCycle),
  )

import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { SNAPSHOT_NOT_TAKEN_MARKER } from '../constants.ts'
import { isFirstBlockAtOrAfter } from './bracket.ts'
import type { CallContext } from './call-context.ts'
import type { EnrollmentRow } from './state.ts'

/**
 * Records sats and stacked microSTX of the given participants at the snapshot block; strangers and
 * repeats are skipped. Answers the sats newly captured. Anyone may call. Errors: 146, 202
 * [dual-stacking 4.5].
 */
export function captureSnapshotBalances(tx: CallContext, principals: readonly Principal[]): bigint {
  refuseUnless(tx.isResolvable(tx.variables.snapshotStacksHeight), 146)
  refuseUnless(tx.variables.isContractActive, 202)
  let captured = 0n
  for (const principal of principals) captured = add(captured, captureOne(tx, principal))
  tx.set({ snapshotTotalSats: add(tx.variables.snapshotTotalSats, captured) })
  return captured
}

function captureOne(tx: CallContext, address: Principal): bigint {
  const {
    cycleId,
    cycleStacksHeight,
    snapshotIndex,
    snapshotStacksHeight,
    snapshotCount,
    snapshotTotalMicroStx,
  } = tx.variables
  const row = tx.state.rowAt(address, cycleStacksHeight)
  if (row === undefined) return 0n
  const holdingKey = mapKey(cycleId, address)
  const holding = tx.state.participantHolding.get(holdingKey)
  if ((holding?.lastSnapshot ?? SNAPSHOT_NOT_TAKEN_MARKER) === snapshotIndex) return 0n

  const sats = tx.chain.sbtcAt(address, snapshotStacksHeight)
  const microStx = stackedForSnapshot(tx, row)
  tx.set({
    snapshotCount: add(snapshotCount, 1n),
    snapshotTotalMicroStx: add(snapshotTotalMicroStx, microStx),
  })
  tx.state.participantHolding.set(holdingKey, {
    sats: add(holding?.sats ?? 0n, sats),
    microStx: add(holding?.microStx ?? 0n, microStx),
    lastSnapshot: snapshotIndex,
    rewarded: false,
    rewardSats: 0n,
  })
  const trackingKey = mapKey(cycleId, row.tracking)
  tx.state.trackingHolding.set(trackingKey, {
    sats: add(tx.state.trackingHolding.get(trackingKey)?.sats ?? 0n, sats),
    rewarded: false,
  })
  addStackedOnce(tx, row.stacking, microStx)
  tx.print({
    'cycle-id': cycleId,
    'snapshot-index': snapshotIndex,
    'sbtc-balance': sats,
    'stx-stacked': microStx,
    'tracking-address': row.tracking,
    'stacking-address': row.stacking,
    'enrolled-address': address,
    'function-name': 'compute-current-snapshot-balance',
  })
  return sats
}

/**
 * A whitelisted tracking address is boosted in full, so its STX counts as 0 here [dual-stacking
 * 4.5].
 */
function stackedForSnapshot(tx: CallContext, row: EnrollmentRow): bigint {
  return tx.state.whitelist.has(row.tracking)
    ? 0n
    : stackedAt(tx, row.stacking, tx.variables.snapshotStacksHeight)
}

/** Native and, when enabled, liquid microSTX at Stacks block h; aborts when h is not resolvable. */
export function stackedAt(tx: CallContext, address: Principal, h: bigint): bigint {
  const native = tx.chain.lockedAt(address, h)
  return tx.variables.isLiquidStackingEnabled ? add(native, tx.chain.liquidAt(address, h)) : native
}

/**
 * Rows that share a stacking address count its STX once per snapshot: the first one captured, even
 * with 0 [dual-stacking Q7].
 */
function addStackedOnce(tx: CallContext, stacking: Principal, microStx: bigint): void {
  const { cycleId, snapshotIndex } = tx.variables
  const mark = mapKey(cycleId, snapshotIndex, stacking)
  if (tx.state.stackingCaptured.has(mark)) return
  const key = mapKey(cycleId, stacking)
  tx.state.stackingHolding.set(key, add(tx.state.stackingHolding.get(key) ?? 0n, microStx))
  tx.state.stackingCaptured.set(mark, true)
}

/**
 * Opens the next snapshot of the cycle; `stacksHeight` is the first Stacks block at or after its
 * Bitcoin height. Anyone may call. Errors: 202, 140, 141, 121, 122, 145 [dual-stacking 4.5].
 */
export function advanceToNextSnapshot(tx: CallContext, stacksHeight: bigint): void {
  const {
    isContractActive,
    snapshotBitcoinHeight,
    blocksPerSnapshot,
    snapshotCount,
    cycleParticipants,
    snapshotIndex,
    cycleId,
  } = tx.variables
  const target = add(snapshotBitcoinHeight, blocksPerSnapshot)
  const index = add(snapshotIndex, 1n)
  refuseUnless(isContractActive, 202)
  refuseUnless(tx.chain.burnHeight >= target, 140)
  refuseUnless(snapshotCount === cycleParticipants, 141)
  refuseUnless(index !== tx.variables.snapshotsPerCycle, 121)
  refuseUnless(target < tx.variables.nextCycleBitcoinHeight, 122)
  refuseUnless(isFirstBlockAtOrAfter(tx.chain, stacksHeight, target), 145)
  addSnapshotToCycle(tx)
  tx.set({
    snapshotBitcoinHeight: target,
    snapshotTotalSats: 0n,
    snapshotTotalMicroStx: 0n,
    snapshotCount: 0n,
    snapshotIndex: index,
    snapshotStacksHeight: stacksHeight,
  })
  tx.state.snapshotHeights.set(mapKey(cycleId, index), { stacks: stacksHeight, bitcoin: target })
}

/**
 * Concludes the snapshots after the last one; needs no further height. Anyone may call. Errors:
 * 202, 144, 142, 141 [dual-stacking 4.5].
 */
export function finalizeSnapshots(tx: CallContext): void {
  const {
    isContractActive,
    areSnapshotsFinalized,
    snapshotIndex,
    snapshotsPerCycle,
    snapshotCount,
    cycleParticipants,
    cycleId,
  } = tx.variables
  refuseUnless(isContractActive, 202)
  refuseUnless(!areSnapshotsFinalized, 144)
  refuseUnless(add(snapshotIndex, 1n) === snapshotsPerCycle, 142)
  refuseUnless(snapshotCount === cycleParticipants, 141)
  addSnapshotToCycle(tx)
  tx.print({
    'cycle-id': cycleId,
    'current-cycle-total-sbtc': tx.variables.cycleTotalSats,
    'current-cycle-total-stx': tx.variables.cycleTotalMicroStx,
    'function-name': 'conclude-cycle-snapshots',
  })
  tx.set({ lastOperationDone: 1n, areSnapshotsFinalized: true })
}

function addSnapshotToCycle(tx: CallContext): void {
  const { cycleTotalSats, cycleTotalMicroStx, snapshotTotalSats, snapshotTotalMicroStx } =
    tx.variables
  tx.set({
    cycleTotalSats: add(cycleTotalSats, snapshotTotalSats),
    cycleTotalMicroStx: add(cycleTotalMicroStx, snapshotTotalMicroStx),
  })
}

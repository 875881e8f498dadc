import { ContractRefusal, refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractTuple } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { MAX_APR_SCALED, MAX_MULTIPLIER, MIN_APR_SCALED, MIN_MULTIPLIER } from '../constants.ts'
import type { CallContext } from './call-context.ts'

/** Hands the administration over, at once. Error: 200 [dual-stacking 4.9]. */
export function updateAdmin(tx: CallContext, admin: Principal): void {
  tx.requireAdmin()
  tx.set({ admin })
  report(tx, 'update-admin', { 'admin-address': admin })
}

/** Sets the sats that enrolling needs, at once. Error: 200 [dual-stacking 4.9]. */
export function updateMinimum(tx: CallContext, sats: bigint): void {
  tx.requireAdmin()
  tx.set({ minimumSats: sats })
  report(tx, 'update-min-enrollment', { 'min-sbtc-hold-required-for-enrollment': sats })
}

/**
 * Sets the Bitcoin blocks between snapshots from the next cycle on. Error: 200 [dual-stacking 4.9].
 */
export function updateSnapshotLength(tx: CallContext, blocksPerSnapshot: bigint): void {
  tx.requireAdmin()
  tx.set({ nextBlocksPerSnapshot: blocksPerSnapshot })
  report(tx, 'update-snapshot-length', { 'snapshot-length': blocksPerSnapshot })
}

/** Sets the number of snapshots from the next cycle on. Error: 200 [dual-stacking 4.9]. */
export function updateSnapshotsPerCycle(tx: CallContext, snapshotsPerCycle: bigint): void {
  tx.requireAdmin()
  tx.set({ nextSnapshotsPerCycle: snapshotsPerCycle })
  report(tx, 'update-snapshots-per-cycle', { 'snapshots-per-cycle': snapshotsPerCycle })
}

/**
 * Sets both lengths from the next cycle on; before initialization this is lost. Error: 200
 * [dual-stacking 4.9, 8.1].
 */
export function updateCycleData(
  tx: CallContext,
  snapshotsPerCycle: bigint,
  blocksPerSnapshot: bigint,
): void {
  tx.requireAdmin()
  tx.set({ nextSnapshotsPerCycle: snapshotsPerCycle, nextBlocksPerSnapshot: blocksPerSnapshot })
  report(tx, 'update-cycle-data', {
    'snapshot-length': blocksPerSnapshot,
    'snapshots-per-cycle': snapshotsPerCycle,
  })
}

/**
 * Sets the Bitcoin blocks of a year, at once and without bounds. Error: 200 [dual-stacking 4.9].
 */
export function updateBlocksPerYear(tx: CallContext, blocksPerYear: bigint): void {
  tx.requireAdmin()
  tx.set({ blocksPerYear })
  report(tx, 'update-bitcoin-blocks-per-year', { 'bitcoin-blocks-per-year': blocksPerYear })
}

/**
 * Sets the APR, scaled by 10^8, at once; prints nothing. Errors: 200, 210, 211 [dual-stacking 4.9].
 */
export function updateApr(tx: CallContext, apr: bigint): void {
  tx.requireAdmin()
  refuseUnless(apr >= MIN_APR_SCALED, 210)
  refuseUnless(apr <= MAX_APR_SCALED, 211)
  tx.set({ apr })
}

/** Sets the yield boost multiplier M, at once. Errors: 200, 212, 213 [dual-stacking 4.9]. */
export function updateMultiplier(tx: CallContext, multiplier: bigint): void {
  tx.requireAdmin()
  refuseUnless(multiplier >= MIN_MULTIPLIER, 212)
  refuseUnless(multiplier <= MAX_MULTIPLIER, 213)
  tx.set({ multiplier })
  report(tx, 'update-yield-boost-multiplier', {
    'yield-boost-multiplier': multiplier,
    'max-boost': add(multiplier, 1n),
  })
}

/**
 * Counts liquid-stacked STX, or not, from the next capture on; prints nothing. Error: 200
 * [dual-stacking 4.9].
 */
export function setLiquidStacking(tx: CallContext, enabled: boolean): void {
  tx.requireAdmin()
  tx.set({ isLiquidStackingEnabled: enabled })
}

/**
 * Takes sats out of the pool. Errors: 200, 240, or the token's 2 when the contract is its own
 * recipient [dual-stacking 4.9].
 */
export function emergencyWithdraw(tx: CallContext, sats: bigint, recipient: Principal): void {
  tx.requireAdmin()
  const balance = tx.chain.sbtcNow(tx.self)
  refuseUnless(sats > 0n, 240)
  refuseUnless(balance >= sats, 240)
  report(tx, 'emergency-withdraw-sbtc', { amount: sats, recipient, 'contract-balance': balance })
  const refused = tx.transfer(recipient, sats)
  if (refused !== undefined) throw new ContractRefusal(refused)
}

function report(tx: CallContext, functionName: string, fields: ContractTuple): void {
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'cycle-id': tx.variables.cycleId,
    ...fields,
    'function-name': functionName,
  })
}

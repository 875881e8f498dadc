import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add, sub } from '../../clarity/u128.ts'
import type { CallContext } from './call-context.ts'
import type { EnrollmentRow } from './state.ts'

export interface DefiEnrollment {
  readonly defiContract: Principal
  readonly trackingAddress: Principal
  readonly rewardedAddress: Principal
  readonly stackingAddress: Principal | undefined
}

/**
 * The caller enrolls itself from the next cycle block on; moves no asset. Errors: 101, 102, 104
 * [dual-stacking 4.2].
 */
export function enroll(tx: CallContext, rewardedAddress: Principal | undefined): void {
  const caller = tx.caller.contractCaller
  requireNewcomer(tx, caller)
  refuseUnless(tx.chain.sbtcNow(caller) >= tx.variables.minimumSats, 104)
  addParticipant(tx, caller, {
    stacking: caller,
    tracking: caller,
    rewarded: rewardedAddress ?? caller,
  })
}

/**
 * The admin enrolls a DeFi contract, whatever it holds. Errors: 200, 101, 102 [dual-stacking 4.2].
 */
export function enrollDefi(
  tx: CallContext,
  { defiContract, trackingAddress, rewardedAddress, stackingAddress }: DefiEnrollment,
): void {
  tx.requireAdmin()
  requireNewcomer(tx, defiContract)
  addParticipant(tx, defiContract, {
    stacking: stackingAddress ?? defiContract,
    tracking: trackingAddress,
    rewarded: rewardedAddress,
  })
}

/** `enrollDefi` of each, alone: a refused one leaves the others. Error: 200 [dual-stacking 4.2]. */
export function enrollDefiBatch(
  tx: CallContext,
  enrollments: readonly DefiEnrollment[],
): ContractValue {
  tx.requireAdmin()
  return enrollments.map((enrollment) => tx.attempt(() => enrollDefi(tx, enrollment)))
}

/** The caller leaves from the next cycle block on. Error: 103 [dual-stacking 4.2]. */
export function optOut(tx: CallContext): void {
  requireRow(tx, tx.caller.contractCaller)
  removeParticipant(tx, tx.caller.contractCaller)
}

/** The admin removes an enrolled address. Errors: 200, 103 [dual-stacking 4.2]. */
export function optOutDefi(tx: CallContext, defiContract: Principal): void {
  tx.requireAdmin()
  requireRow(tx, defiContract)
  removeParticipant(tx, defiContract)
}

/**
 * As deployed, this does not look whether the addresses are enrolled: a stranger lowers the count.
 * Error: 200 [dual-stacking 4.2, Q1].
 */
export function optOutDefiBatch(
  tx: CallContext,
  defiContracts: readonly Principal[],
): ContractValue {
  tx.requireAdmin()
  return defiContracts.map((defiContract) => {
    removeParticipant(tx, defiContract)
    return true
  })
}

/** Prints, deletes the row if there is one, and lowers the count; aborts when the count is 0. */
export function removeParticipant(tx: CallContext, address: Principal): void {
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'enrolled-address': address,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'opt-out',
  })
  if (tx.state.row(address) !== undefined)
    tx.state.setRow(address, tx.chain.stacksHeight, undefined)
  tx.state.nextCycleParticipants.set(
    tx.chain.stacksHeight,
    sub(tx.state.nextCycleParticipants.now, 1n),
  )
}

/** The row of an enrolled address; refuses with 103. */
export function requireRow(tx: CallContext, address: Principal): EnrollmentRow {
  const row = tx.state.row(address)
  refuseUnless(row !== undefined, 103)
  return row
}

function requireNewcomer(tx: CallContext, address: Principal): void {
  refuseUnless(tx.state.row(address) === undefined, 101)
  refuseUnless(!tx.state.blacklist.has(address), 102)
}

function addParticipant(tx: CallContext, address: Principal, row: EnrollmentRow): void {
  tx.state.nextCycleParticipants.set(
    tx.chain.stacksHeight,
    add(tx.state.nextCycleParticipants.now, 1n),
  )
  tx.state.setRow(address, tx.chain.stacksHeight, row)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'reward-address': row.rewarded,
    'enrolled-address': address,
    'stacking-address': row.stacking,
    'tracking-address': row.tracking,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'enroll',
  })
}

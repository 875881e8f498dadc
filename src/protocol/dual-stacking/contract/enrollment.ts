import { add, sub } from '../math/u128.ts'
import type { Principal } from './chain.ts'
import type { Row } from './state.ts'
import { check, type Transaction } from './transaction.ts'
import type { Value } from './value.ts'

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
export function enroll(tx: Transaction, rewardedAddress: Principal | undefined): void {
  const caller = tx.caller.contractCaller
  requireNewcomer(tx, caller)
  check(tx.chain.sbtcNow(caller) >= tx.variables.minimumSats, 104)
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
  tx: Transaction,
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
export function enrollDefiBatch(tx: Transaction, enrollments: readonly DefiEnrollment[]): Value {
  tx.requireAdmin()
  return enrollments.map((enrollment) => tx.attempt(() => enrollDefi(tx, enrollment)))
}

/** The caller leaves from the next cycle block on. Error: 103 [dual-stacking 4.2]. */
export function optOut(tx: Transaction): void {
  requireRow(tx, tx.caller.contractCaller)
  removeParticipant(tx, tx.caller.contractCaller)
}

/** The admin removes an enrolled address. Errors: 200, 103 [dual-stacking 4.2]. */
export function optOutDefi(tx: Transaction, defiContract: Principal): void {
  tx.requireAdmin()
  requireRow(tx, defiContract)
  removeParticipant(tx, defiContract)
}

/**
 * As deployed, this does not look whether the addresses are enrolled: a stranger lowers the count.
 * Error: 200 [dual-stacking 4.2, Q1].
 */
export function optOutDefiBatch(tx: Transaction, defiContracts: readonly Principal[]): Value {
  tx.requireAdmin()
  return defiContracts.map((defiContract) => {
    removeParticipant(tx, defiContract)
    return true
  })
}

/** Prints, deletes the row if there is one, and lowers the count; aborts when the count is 0. */
export function removeParticipant(tx: Transaction, address: Principal): void {
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
export function requireRow(tx: Transaction, address: Principal): Row {
  const row = tx.state.row(address)
  check(row !== undefined, 103)
  return row
}

function requireNewcomer(tx: Transaction, address: Principal): void {
  check(tx.state.row(address) === undefined, 101)
  check(!tx.state.blacklist.has(address), 102)
}

function addParticipant(tx: Transaction, address: Principal, row: Row): void {
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

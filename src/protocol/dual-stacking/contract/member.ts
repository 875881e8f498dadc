import { Abort } from '../math/u128.ts'
import type { Principal } from './chain.ts'
import type { Row } from './state.ts'
import { keyOf } from './table.ts'
import type { Transaction } from './transaction.ts'

/**
 * A participant of the running cycle with what was captured for it: sums of sats and microSTX over
 * the snapshots.
 */
export interface Member {
  readonly row: Row
  readonly sats: bigint
  readonly microStx: bigint
}

/** The row at the cycle block and its holdings, or undefined when any of them is missing. */
export function findMember(tx: Transaction, address: Principal): Member | undefined {
  const { cycleId, cycleStacksHeight } = tx.variables
  tx.requireResolvable(cycleStacksHeight)
  const row = tx.state.rowAt(address, cycleStacksHeight)
  if (row === undefined) return undefined
  const microStx = tx.state.stackingHolding.get(keyOf(cycleId, row.stacking))
  const tracking = tx.state.trackingHolding.get(keyOf(cycleId, row.tracking))
  return microStx === undefined || tracking === undefined
    ? undefined
    : { row, sats: tracking.sats, microStx }
}

/**
 * `findMember` as the tally and the weights need it: an address that is no participant of the cycle
 * aborts the whole call [dual-stacking 4.6, 4.7].
 */
export function member(tx: Transaction, address: Principal): Member {
  const found = findMember(tx, address)
  if (found === undefined) throw new Abort('UnwrapFailure')
  return found
}

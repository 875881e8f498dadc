import { mapKey } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import type { CallContext } from './call-context.ts'
import type { EnrollmentRow } from './state.ts'

/**
 * A participant of the running cycle with what was captured for it: sums of sats and microSTX over
 * the snapshots.
 */
export interface CycleParticipant {
  readonly row: EnrollmentRow
  readonly sats: bigint
  readonly microStx: bigint
}

/** The row at the cycle block and its holdings, or undefined when any of them is missing. */
export function findParticipant(tx: CallContext, address: Principal): CycleParticipant | undefined {
  const { cycleId, cycleStacksHeight } = tx.variables
  tx.requireResolvable(cycleStacksHeight)
  const row = tx.state.rowAt(address, cycleStacksHeight)
  if (row === undefined) return undefined
  const microStx = tx.state.stackingHolding.get(mapKey(cycleId, row.stacking))
  const tracking = tx.state.trackingHolding.get(mapKey(cycleId, row.tracking))
  return microStx === undefined || tracking === undefined
    ? undefined
    : { row, sats: tracking.sats, microStx }
}

/**
 * `findMember` as the tally and the weights need it: an address that is no participant of the cycle
 * aborts the whole call [dual-stacking 4.6, 4.7].
 */
export function requireParticipant(tx: CallContext, address: Principal): CycleParticipant {
  const found = findParticipant(tx, address)
  if (found === undefined) throw new Abort('UnwrapFailure')
  return found
}

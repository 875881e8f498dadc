import { mapKey } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { PoxState, SetItem } from './pox-state.ts'

/** A manager's place in a cycle's signer set; undefined when it is not in it. */
export const signerSetItem = (
  state: PoxState,
  signer: Principal,
  cycle: bigint,
): SetItem | undefined => state.setItems.get(mapKey(signer, cycle))

/** Appends a manager to the signer set of a cycle [bitcoin-staking 4.10]. */
export function appendSigner(state: PoxState, signer: Principal, cycle: bigint): void {
  const previous = state.setLast.get(mapKey(cycle))
  if (previous === undefined) state.setFirst.set(mapKey(cycle), signer)
  else replaceItem(state, previous, cycle, { next: signer })
  state.setLast.set(mapKey(cycle), signer)
  state.setItems.set(mapKey(signer, cycle), { previous, next: undefined })
}

/** Removes a manager from the signer set of a cycle; the order of the others stays. */
export function removeSigner(state: PoxState, signer: Principal, cycle: bigint): void {
  const { previous, next } = signerSetItem(state, signer, cycle)!
  if (previous !== undefined) replaceItem(state, previous, cycle, { next })
  else if (next === undefined) state.setFirst.delete(mapKey(cycle))
  else state.setFirst.set(mapKey(cycle), next)
  if (next !== undefined) replaceItem(state, next, cycle, { previous })
  else if (previous === undefined) state.setLast.delete(mapKey(cycle))
  else state.setLast.set(mapKey(cycle), previous)
  state.setItems.delete(mapKey(signer, cycle))
}

function replaceItem(
  state: PoxState,
  signer: Principal,
  cycle: bigint,
  changes: Partial<SetItem>,
): void {
  state.setItems.set(mapKey(signer, cycle), { ...signerSetItem(state, signer, cycle)!, ...changes })
}

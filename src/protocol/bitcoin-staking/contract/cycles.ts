import { mapKey } from '../../clarity/contract-map.ts'
import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../constants.ts'
import { legKey } from './leg.ts'
import { poxErrors } from './pox-errors.ts'
import type { PoxState } from './pox-state.ts'
import { settleSigner, settleStaker } from './settlement.ts'
import { appendSigner, removeSigner, signerSetItem } from './signer-set.ts'

const stx = legKey(undefined)

/** STX of a principal in the cycles from `first` up to, not including, `end`. */
export interface CycleRange {
  readonly staker: Principal
  readonly first: bigint
  readonly end: bigint
  /** Whether the STX earn in the STX-only leg; those of bonds do not. */
  readonly isStake: boolean
}

/** Puts STX under a manager in each cycle of a range [bitcoin-staking 4.10]. */
export function addCycles(
  state: PoxState,
  range: CycleRange & { readonly signer: Principal; readonly microStx: bigint },
): void {
  for (let cycle = range.first; cycle < range.end; cycle++) {
    const { staker, signer, microStx } = range
    const shares = range.isStake ? microStx : 0n
    const before = state.delegated.of(signer, cycle)
    const pending = add(state.pending.of(signer, cycle), shares)
    const now = add(before, microStx)
    settleSigner(state, { signer, cycle, leg: undefined })
    if (state.stakerShares.of(signer, cycle, stx, staker) > 0n)
      settleStaker(state, { signer, cycle, leg: undefined, staker })
    if (now >= SIGNER_SET_MIN_MICRO_STX) {
      const joins = before < SIGNER_SET_MIN_MICRO_STX
      if (joins) appendSigner(state, signer, cycle)
      state.signerShares.write(pending, signer, cycle, stx)
      state.totalShares.raise(joins ? pending : shares, cycle, stx)
    }
    state.cycleMemberships.set(mapKey(staker, cycle), { microStx, signer })
    state.delegated.write(now, signer, cycle)
    state.pending.write(pending, signer, cycle)
    state.stakerShares.write(shares, signer, cycle, stx, staker)
    state.delegatedInAll.raise(microStx, cycle)
    const paid = state.signerPerShare.of(signer, cycle, stx)
    state.stakerPaid.write(paid, signer, cycle, stx, staker)
  }
}

/** Takes a principal's STX out of each cycle of a range; error 27 where there are none. */
export function removeCycles(state: PoxState, range: CycleRange): void {
  for (let cycle = range.first; cycle < range.end; cycle++) {
    const { staker } = range
    const membership = state.cycleMemberships.get(mapKey(staker, cycle))
    if (membership === undefined) throw new ContractRefusal(poxErrors.NOT_STAKING)
    const { signer, microStx } = membership
    const shares = range.isStake ? microStx : 0n
    settleSigner(state, { signer, cycle, leg: undefined })
    settleStaker(state, { signer, cycle, leg: undefined, staker })
    const left = sub(state.delegated.of(signer, cycle), microStx)
    if (signerSetItem(state, signer, cycle) !== undefined) {
      const leaves = left < SIGNER_SET_MIN_MICRO_STX
      const removed = leaves ? state.signerShares.of(signer, cycle, stx) : shares
      if (leaves) removeSigner(state, signer, cycle)
      state.totalShares.lower(removed, cycle, stx)
      state.signerShares.lower(removed, signer, cycle, stx)
    }
    state.cycleMemberships.delete(mapKey(staker, cycle))
    state.stakerShares.clear(signer, cycle, stx, staker)
    state.delegated.write(left, signer, cycle)
    state.pending.lower(shares, signer, cycle)
    state.delegatedInAll.lower(microStx, cycle)
  }
}

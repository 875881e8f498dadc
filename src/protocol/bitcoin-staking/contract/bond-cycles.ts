import type { Principal } from '../../clarity/principal.ts'
import { legKey } from './leg.ts'
import type { PoxState } from './pox-state.ts'

/** Sats of a principal in a bond, in the cycles from `first` up to, not including, `end`. */
export interface BondRange {
  readonly bond: bigint
  readonly staker: Principal
  readonly signer: Principal
  readonly sats: bigint
  readonly first: bigint
  readonly end: bigint
}

/** Adds sats to a bond's shares of each cycle; no manager is too small [bitcoin-staking 4.10]. */
export function addBondCycles(state: PoxState, range: BondRange): void {
  const { staker, signer, sats } = range
  const leg = legKey(range.bond)
  for (let cycle = range.first; cycle < range.end; cycle++) {
    state.totalShares.raise(sats, cycle, leg)
    state.signerShares.raise(sats, signer, cycle, leg)
    state.stakerShares.write(sats, signer, cycle, leg, staker)
    const paid = state.signerPerShare.of(signer, cycle, leg)
    state.stakerPaid.write(paid, signer, cycle, leg, staker)
  }
}

/** Takes sats out of a bond's shares of each cycle. */
export function removeBondCycles(state: PoxState, range: BondRange): void {
  const { staker, signer, sats } = range
  const leg = legKey(range.bond)
  for (let cycle = range.first; cycle < range.end; cycle++) {
    state.totalShares.lower(sats, cycle, leg)
    state.signerShares.lower(sats, signer, cycle, leg)
    state.stakerShares.write(0n, signer, cycle, leg, staker)
  }
}

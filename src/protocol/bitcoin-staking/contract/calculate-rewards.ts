import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { BOND_GAP_CYCLES, OVERLAPPING_BONDS } from '../constants.ts'
import { rewardCycleAt, halfAt, halfStart, isBondTime } from '../cycle-clock.ts'
import { bondTargetSats } from '../math/bond.ts'
import { splitRest } from '../math/income.ts'
import { perShare } from '../math/shares.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { legKey } from './leg.ts'
import { newSats } from './new-sats.ts'
import { bondPeriods } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'
import type { PoxState } from './pox-state.ts'

/** Books what has arrived to the half cycle that ended last [bitcoin-staking 6.1]. */
export const calculateRewards = contractFunction(
  'calculate-rewards',
  { 'bond-periods': bondPeriods },
  (frame: PoxFrame, args) => {
    const { state } = frame
    const bonds = args['bond-periods']
    const height = sub(halfStart(state.clock, halfAt(state.clock, frame.burnHeight)), 1n)
    const cycle = rewardCycleAt(state.clock, height)
    const income = newSats(frame)
    requireNoCallback(frame)
    const { lastComputeHeight } = state.variables
    refuseUnless(height > lastComputeHeight, poxErrors.DISTRIBUTION_ALREADY_COMPUTED)
    requireActiveBonds(state, bonds, height)

    const left = payBonds(frame, { bonds, height, cycle, sats: income })
    const shares = state.totalShares.of(cycle, legKey(undefined))
    const { stxSats, reserveSats } = splitRest(left, shares)
    const accrued = perShare(stxSats, shares)
    const cumulative = add(state.perShare.of(cycle, legKey(undefined)), accrued)
    if (shares > 0n) state.perShare.write(cumulative, cycle, legKey(undefined))
    const reserve = add(state.variables.reserveSats, reserveSats)
    state.set({
      reserveSats: reserve,
      accountedSats: add(state.variables.accountedSats, sub(income, reserveSats)),
      lastComputeHeight: height,
    })
    const result = {
      'bond-periods': bonds,
      'calculation-height': height,
      'gross-accrued-rewards': income,
      'total-bond-rewards': sub(income, left),
      'reserve-deposit': reserveSats,
      'reserve-balance': reserve,
      'stx-cycle': cycle,
      'total-stx-staker-rewards': stxSats,
      'cycle-staked-ustx': shares,
      'accrued-rewards-per-ustx': accrued,
      'cumulative-rewards-per-ustx': cumulative,
    }
    frame.print({ topic: 'calculate-rewards', ...result })
    return result
  },
)

/** Whether a bond is set up and active at a height. */
export const isBondActive = (state: PoxState, bond: bigint, height: bigint): boolean =>
  state.bonds.has(mapKey(bond)) && isBondTime(state.clock, bond, height)

/** Requires that every bond that is active at a height is in the list: error 33. */
export function requireActiveBonds(
  state: PoxState,
  bonds: readonly bigint[],
  height: bigint,
): void {
  const { firstCycle } = state.clock
  const cycle = rewardCycleAt(state.clock, height)
  const newest = cycle > firstCycle ? (cycle - firstCycle) / BOND_GAP_CYCLES : 0n
  for (let age = 0n; age < OVERLAPPING_BONDS && age <= newest; age++) {
    const bond = newest - age
    const isMissing = isBondActive(state, bond, height) && !bonds.includes(bond)
    refuseUnless(!isMissing, poxErrors.ACTIVE_BOND_NOT_INCLUDED)
  }
}

interface BondPayment {
  readonly bonds: readonly bigint[]
  readonly height: bigint
  readonly cycle: bigint
  readonly sats: bigint
}

/** Pays each bond of the list up to its target; answers the sats that are left. */
function payBonds(frame: PoxFrame, { bonds, height, cycle, sats }: BondPayment): bigint {
  const { state } = frame
  let left = sats
  let last: { readonly ratio: bigint; readonly index: bigint } | undefined
  for (const index of bonds) {
    const bond = state.bonds.get(mapKey(index))
    if (bond === undefined) throw new ContractRefusal(poxErrors.BOND_NOT_FOUND)
    const ratio = bond.stxValueRatio
    const isInOrder =
      last === undefined || ratio < last.ratio || (ratio === last.ratio && index > last.index)
    refuseUnless(isInOrder, poxErrors.INVALID_BOND_PERIOD_ORDERING)
    refuseUnless(isBondActive(state, index, height), poxErrors.BOND_NOT_ACTIVE)
    const shares = state.totalShares.of(cycle, legKey(index))
    const target = bondTargetSats(shares, bond.targetRate)
    const paid = target < left ? target : left
    const accrued = perShare(paid, shares)
    const cumulative = add(state.perShare.of(cycle, legKey(index)), accrued)
    state.perShare.write(cumulative, cycle, legKey(index))
    left = sub(left, paid)
    last = { ratio, index }
    frame.print({
      topic: 'bond-distribution',
      'bond-index': index,
      'target-yield': target,
      'bond-rewards': paid,
      'bond-staked-sats': shares,
      'accrued-rewards-per-sat': accrued,
      'cumulative-rewards-per-sat': cumulative,
    })
  }
  return left
}

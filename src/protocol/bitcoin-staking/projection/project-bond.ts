import { bondEnd, bondStart, bondUnlock, halfAt, halfStart } from '../cycle-clock.ts'
import { minimumMicroStx } from '../math/bond.ts'
import { payBonds } from './bond-payments.ts'
import { mapByIncome, type ByIncome } from './by-income.ts'
import { periodsOf, type Periods } from './periods.ts'
import type { ProgrammeState } from './programme-state.ts'
import { commonAssumptions, type StakingAssumption } from './staking-assumptions.ts'
import { afterFee, shareSats } from './staking-reward.ts'

/** A part in a bond of the state, actual or hypothetical. */
export interface BondPlan {
  index: bigint
  sats: bigint
  /** Whether the bond's sats in the state include these. */
  isIncluded: boolean
  /** Basis points of the manager; null is unknown. */
  feeBips: bigint | null
}

/** What a part in a bond is expected to pay, in sats; null while the income is unknown. */
export interface BondProjection {
  /** What is paid as long as the income suffices. */
  target: Periods
  rewards: ByIncome<Periods> | null
  /** MicroSTX that must be locked with it, which earn nothing. */
  pairedMicroStx: bigint
  startHeight: bigint
  firstClaimHeight: bigint
  /** Bitcoin heights from which BTC, and STX, are free. */
  btcUnlockHeight: bigint
  stxUnlockHeight: bigint
  assumptions: StakingAssumption[]
}

/** Projects a part in a bond; undefined when the state has no such bond [bitcoin-staking 6.6]. */
export function projectBond(state: ProgrammeState, plan: BondPlan): BondProjection | undefined {
  const { clock } = state
  const added = plan.isIncluded ? 0n : plan.sats
  const bonds = state.bonds.map((bond) =>
    bond.index === plan.index ? { ...bond, sats: bond.sats + added } : bond,
  )
  const bond = bonds.find(({ index }) => index === plan.index)
  if (bond === undefined) return undefined
  const periods = (paidSats: bigint): Periods =>
    periodsOf(clock, afterFee(shareSats(paidSats, plan.sats, bond.sats), plan.feeBips))
  const paymentOf = (income: bigint) =>
    payBonds(bonds, income).payments.find(({ index }) => index === plan.index)!
  const startHeight = bondStart(clock, plan.index)
  return {
    target: periods(paymentOf(0n).targetSats),
    rewards: state.income && mapByIncome(state.income, (sats) => periods(paymentOf(sats).paidSats)),
    pairedMicroStx: minimumMicroStx(plan.sats, bond),
    startHeight,
    firstClaimHeight: halfStart(clock, halfAt(clock, startHeight) + 1n),
    btcUnlockHeight: bondUnlock(clock, plan.index),
    stxUnlockHeight: bondEnd(clock, plan.index),
    assumptions: [...commonAssumptions({ ...state, bonds }), { code: 'fee', bips: plan.feeBips }],
  }
}

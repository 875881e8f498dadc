import { mapKey } from '../../clarity/contract-map.ts'
import { compareFigures, type Compared } from '../../compare-figures.ts'
import { legKey } from '../contract/leg.ts'
import type { PoxState } from '../contract/pox-state.ts'
import { bondTargetSats } from '../math/bond.ts'
import { splitRest } from '../math/income.ts'
import { perShare } from '../math/shares.ts'
import type { PrintFields } from './print-fields.ts'
import type { BondAudit, CalculationAudit } from './staking-audit.ts'

/** A calculation as it was printed: each bond's part, then the whole. */
export interface PrintedCalculation {
  bonds: readonly PrintFields[]
  whole: PrintFields
  txid: string
  /** Sats that had arrived, if all movements of sBTC are known. */
  arrivedSats: bigint | null
}

/**
 * Recomputes a calculation from shares, terms and income, and books what the contract booked, so
 * that one fault does not hide behind another [bitcoin-staking 6.1].
 */
export function auditCalculation(state: PoxState, printed: PrintedCalculation): CalculationAudit {
  const { whole } = printed
  const cycle = whole.uint('stx-cycle')
  const income = whole.uint('gross-accrued-rewards')
  let left = income
  const bonds = printed.bonds.map((fields): BondAudit => {
    const audit = auditBond(state, fields, { cycle, left })
    left -= fields.uint('bond-rewards')
    return audit
  })
  const shares = state.totalShares.of(cycle, legKey(undefined))
  const { stxSats, reserveSats } = splitRest(left, shares)
  const reserve = state.variables.reserveSats + reserveSats
  const cumulative = state.perShare.of(cycle, legKey(undefined)) + perShare(stxSats, shares)
  const audit: CalculationAudit = {
    height: whole.uint('calculation-height'),
    cycle,
    txid: printed.txid,
    income: compareFigures(printed.arrivedSats, income),
    bonds,
    bondSats: compareFigures(income - left, whole.uint('total-bond-rewards')),
    reserveDeposit: compareFigures(reserveSats, whole.uint('reserve-deposit')),
    reserve: compareFigures(reserve, whole.uint('reserve-balance')),
    stxSats: compareFigures(stxSats, whole.uint('total-stx-staker-rewards')),
    shares: compareFigures(shares, whole.uint('cycle-staked-ustx')),
    perShare: compareFigures(cumulative, whole.uint('cumulative-rewards-per-ustx')),
  }
  state.perShare.write(found(audit.perShare), cycle, legKey(undefined))
  state.set({
    reserveSats: found(audit.reserve),
    accountedSats: state.variables.accountedSats + income - found(audit.reserveDeposit),
    lastComputeHeight: audit.height,
  })
  return audit
}

function auditBond(
  state: PoxState,
  fields: PrintFields,
  { cycle, left }: { cycle: bigint; left: bigint },
): BondAudit {
  const index = fields.uint('bond-index')
  const bond = state.bonds.get(mapKey(index))
  const shares = state.totalShares.of(cycle, legKey(index))
  const target = bond === undefined ? null : bondTargetSats(shares, bond.targetRate)
  const paid = target === null ? null : least(target, left)
  const before = state.perShare.of(cycle, legKey(index))
  const cumulative = paid === null ? null : before + perShare(paid, shares)
  const audit: BondAudit = {
    index,
    shares: compareFigures(shares, fields.uint('bond-staked-sats')),
    target: compareFigures(target, fields.uint('target-yield')),
    paid: compareFigures(paid, fields.uint('bond-rewards')),
    perShare: compareFigures(cumulative, fields.uint('cumulative-rewards-per-sat')),
  }
  state.perShare.write(found(audit.perShare), cycle, legKey(index))
  return audit
}

const found = (figure: Compared): bigint => figure.found!

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right)

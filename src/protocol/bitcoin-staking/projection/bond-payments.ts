import { bondTargetSats, type PairedStx } from '../math/bond.ts'

/** A bond as a calculation sees it. */
export interface ActiveBond extends PairedStx {
  index: bigint
  /** Basis points a year. */
  targetRate: bigint
  /** Sats in it, sBTC and Bitcoin together. */
  sats: bigint
}

/** What a calculation pays a bond. */
export interface BondPayment {
  index: bigint
  targetSats: bigint
  paidSats: bigint
}

/** The order in which bonds are paid: the higher ratio first, then the lower index. */
export const inPaymentOrder = <B extends Pick<ActiveBond, 'index' | 'stxValueRatio'>>(
  bonds: readonly B[],
): B[] =>
  bonds.toSorted((left, right) => {
    if (left.stxValueRatio !== right.stxValueRatio)
      return left.stxValueRatio > right.stxValueRatio ? -1 : 1
    return left.index < right.index ? -1 : 1
  })

/** Pays each bond up to its target; answers what is left in sats [bitcoin-staking 6.1]. */
export function payBonds(
  bonds: readonly ActiveBond[],
  incomeSats: bigint,
): { payments: BondPayment[]; leftSats: bigint } {
  let leftSats = incomeSats
  const payments = inPaymentOrder(bonds).map(({ index, sats, targetRate }) => {
    const targetSats = bondTargetSats(sats, targetRate)
    const paidSats = targetSats < leftSats ? targetSats : leftSats
    leftSats -= paidSats
    return { index, targetSats, paidSats }
  })
  return { payments, leftSats }
}

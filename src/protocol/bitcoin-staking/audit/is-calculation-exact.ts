import { splitRest } from '../math/income.ts'
import { perShare } from '../math/shares.ts'

/** What pox-5 printed of one calculation: sats, microSTX, per share scaled by 10^18. */
export interface BookedCalculation {
  incomeSats: bigint
  bondSats: bigint
  reserveDepositSats: bigint
  stxSats: bigint
  stakedMicroStx: bigint
  accruedPerMicroStx: bigint
  /** In all, this calculation included. */
  perMicroStx: bigint
}

/**
 * Whether a calculation is what follows from its income and from what bonds took of it; `before`:
 * per share in all of the cycle's calculations before it [bitcoin-staking 6.1].
 */
export function isCalculationExact(printed: BookedCalculation, before: bigint): boolean {
  const { incomeSats, bondSats, stakedMicroStx } = printed
  if (bondSats > incomeSats) return false
  const { stxSats, reserveSats } = splitRest(incomeSats - bondSats, stakedMicroStx)
  const accrued = perShare(stxSats, stakedMicroStx)
  return (
    printed.stxSats === stxSats &&
    printed.reserveDepositSats === reserveSats &&
    printed.accruedPerMicroStx === accrued &&
    printed.perMicroStx === before + accrued
  )
}

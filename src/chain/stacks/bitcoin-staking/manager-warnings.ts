import { SIGNER_SET_MIN_MICRO_STX } from '../../../protocol/bitcoin-staking/constants.ts'
import { UNUSUAL_FEE_BIPS, type ManagerReading } from './read-manager.ts'

/** What someone should know of a manager before staking with it; basis points, microSTX. */
export type ManagerWarning =
  /** Its fee is 10 % or more; open managers with 99.99 % exist [bitcoin-staking 11.14]. */
  | { code: 'unusual-fee'; bips: bigint }
  /** A higher fee is announced. */
  | { code: 'fee-rises'; bips: bigint; fromCycle: bigint }
  /** Its admin can change the fee at once, for every cycle that nobody has claimed yet. */
  | { code: 'fee-can-change'; bips: bigint }
  | { code: 'fee-unknown' }
  /** Its source is none of those that were read. */
  | { code: 'unknown-code' }
  /** Its key is not registered, or the key's grant was revoked. */
  | { code: 'takes-no-stakes' }
  /** Below 50,000 STX its stakes earn nothing [bitcoin-staking 11.8]. */
  | { code: 'below-minimum'; delegatedMicroStx: bigint }
  /** Holders can claim for themselves only, or not at all [bitcoin-staking 11.15]. */
  | { code: 'holder-only' }
  | { code: 'no-holder-claims' }

/** Warnings about a manager, the gravest first; what is unknown warns where it matters. */
export function managerWarnings(reading: ManagerReading): ManagerWarning[] {
  const { shape, fee, code, takesStakes, delegatedMicroStx } = reading
  const warnings: ManagerWarning[] = []
  if (shape.known && shape.value.family === 'closed') warnings.push({ code: 'no-holder-claims' })
  if (takesStakes.known && !takesStakes.value) warnings.push({ code: 'takes-no-stakes' })
  if (fee.known) warnings.push(...feeWarnings(reading, fee.value))
  else warnings.push({ code: 'fee-unknown' })
  if (code.known && code.value === null) warnings.push({ code: 'unknown-code' })
  if (delegatedMicroStx.known && delegatedMicroStx.value < SIGNER_SET_MIN_MICRO_STX)
    warnings.push({ code: 'below-minimum', delegatedMicroStx: delegatedMicroStx.value })
  if (shape.known && shape.value.family === 'native') warnings.push({ code: 'holder-only' })
  return warnings
}

type KnownFee = Extract<ManagerReading['fee'], { known: true }>['value']

function feeWarnings({ shape }: ManagerReading, { bips, pending }: KnownFee): ManagerWarning[] {
  const warnings: ManagerWarning[] = []
  if (bips >= UNUSUAL_FEE_BIPS) warnings.push({ code: 'unusual-fee', bips })
  if (pending !== null && pending.bips > bips) warnings.push({ code: 'fee-rises', ...pending })
  // Max500 announces a rise two cycles ahead; the native pool takes no fee.
  if (shape.known && shape.value.fee === 'variable') warnings.push({ code: 'fee-can-change', bips })
  return warnings
}

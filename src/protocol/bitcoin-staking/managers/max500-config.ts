import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { deserialize } from '../../clarity/deserialize.ts'
import { toBytes, type Hex } from '../../clarity/hex.ts'
import type { ParameterType, ParameterValue } from '../../clarity/parameter-types.ts'
import { add } from '../../clarity/u128.ts'
import { WITHDRAWAL_DUST_SATS } from '../constants.ts'
import { managerErrors } from './manager-errors.ts'
import type { Max500Settings } from './manager-state.ts'
import { addressType, isPayoutAddress } from './payout-address.ts'
import { calldataType } from './reference.ts'

/** How a holder of max500 wants to be paid [bitcoin-staking 7.5]. */
export const configType = {
  tuple: { 'pox-addr': addressType, 'max-fee': 'uint', 'min-claim': 'uint' },
} as const satisfies ParameterType

/** The settings as the contract keeps them. */
export type PayoutConfig = ParameterValue<typeof configType>

/** The least bound that could ever be paid out, in sats. */
export const defaultMinClaim = (maxFeeSats: bigint): bigint =>
  add(add(maxFeeSats, WITHDRAWAL_DUST_SATS), 1n)

/** Reads the settings in calldata, in either form; undefined for any other. */
export function parseConfig(calldata: Hex): PayoutConfig | undefined {
  const bytes = toBytes(calldata)
  const config = deserialize(configType, bytes)
  if (config !== undefined) return config
  const short = deserialize(calldataType, bytes)
  return short && { ...short, 'min-claim': defaultMinClaim(short['max-fee']) }
}

/** Requires settings that could be paid out: errors 1004, 1014. */
export function requireConfig(config: PayoutConfig): void {
  refuseUnless(isPayoutAddress(config['pox-addr']), managerErrors.INVALID_POX_ADDR)
  const least = add(config['max-fee'], WITHDRAWAL_DUST_SATS)
  refuseUnless(config['min-claim'] > least, managerErrors.INVALID_MIN_CLAIM)
}

/** Settings as the model keeps them. */
export const settingsOf = (config: PayoutConfig): Max500Settings => ({
  address: config['pox-addr'],
  maxFeeSats: config['max-fee'],
  minClaimSats: config['min-claim'],
})

/** Settings as the contract keeps them. */
export const configOf = (settings: Max500Settings): PayoutConfig => ({
  'pox-addr': settings.address,
  'max-fee': settings.maxFeeSats,
  'min-claim': settings.minClaimSats,
})

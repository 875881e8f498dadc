import type { PayoutSetting } from '../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import type { NetworkName } from '../../chain/stacks/deployments.ts'
import {
  formatBitcoinAddress,
  parseBitcoinAddress,
} from '../../protocol/bitcoin-staking/bitcoin/bitcoin-address.ts'
import { WITHDRAWAL_DUST_SATS } from '../../protocol/bitcoin-staking/constants.ts'
import type { ManagerFamily } from '../../protocol/bitcoin-staking/planner/operator-state.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { bitcoinNetworks } from './bitcoin-networks.ts'

/** How rewards are to be paid, as someone types it; amounts in sats. */
export interface PayoutInput {
  kind: 'sbtc' | 'bitcoin'
  address: string
  /** Budget for the fee on Bitcoin. */
  feeSats: string
  /** Max500: from where others may pay it out; empty: as low as the manager lets it be. */
  leastSats: string
}

/** Which of the fields cannot be taken as it is. */
export type PayoutProblem = 'address' | 'fee' | 'least'

/** What is offered first; every budget is taken off in full, so that none is for free. */
const USUAL_FEE_SATS = '3000'

/** What fields begin with: the setting that the manager has stored, null for sBTC. */
export function payoutInputOf(stored: PayoutSetting | null, network: NetworkName): PayoutInput {
  const none: PayoutInput = { kind: 'sbtc', address: '', feeSats: USUAL_FEE_SATS, leastSats: '' }
  const address = stored && addressOf(stored, network)
  if (stored === null || address === undefined) return none
  return {
    kind: 'bitcoin',
    address: address ?? '',
    feeSats: `${stored.maxFeeSats}`,
    leastSats: stored.minClaimSats === null ? '' : `${stored.minClaimSats}`,
  }
}

const addressOf = ({ version, hash }: PayoutSetting, network: NetworkName) =>
  formatBitcoinAddress(
    { version: version as `0x${string}`, hash: hash as `0x${string}` },
    bitcoinNetworks[network],
  )

/**
 * The setting that a call sends: null for sBTC. What was stored and is unchanged stays as it is,
 * byte for byte; only max500 takes an amount from which others may pay out.
 */
export function parsePayout(
  input: PayoutInput,
  {
    network,
    family,
    stored,
    locale,
  }: {
    network: NetworkName
    family: ManagerFamily | null
    stored: PayoutSetting | null
    locale: string
  },
): { ok: true; payout: PayoutSetting | null } | { ok: false; problem: PayoutProblem } {
  if (input.kind === 'sbtc') return { ok: true, payout: null }
  // A long address breaks across lines, also where it was copied.
  const typed = input.address.replaceAll(/\s/g, '')
  const isKept = stored !== null && typed === addressOf(stored, network)
  const address = isKept ? stored : parseBitcoinAddress(typed, bitcoinNetworks[network])
  if (address === undefined) return { ok: false, problem: 'address' }
  const fee = parseAmount(input.feeSats, 0, locale)
  if (!fee.ok) return { ok: false, problem: 'fee' }
  const isTaken = family === 'max500' || family === null
  const hasLeast = isTaken && input.leastSats.trim() !== ''
  const least = hasLeast ? parseAmount(input.leastSats, 0, locale) : null
  if (least && !(least.ok && least.value > fee.value + WITHDRAWAL_DUST_SATS))
    return { ok: false, problem: 'least' }
  const { version, hash } = address
  const minClaimSats = least?.ok ? least.value : null
  return { ok: true, payout: { version, hash, maxFeeSats: fee.value, minClaimSats } }
}

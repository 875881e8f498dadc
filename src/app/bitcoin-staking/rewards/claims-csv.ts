import type { PaidClaim } from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import { writeCsv } from '../../csv.ts'

const columns = [
  'date',
  'bitcoin_height',
  'cycle',
  'bond',
  'gross_sats',
  'fee_sats',
  'net_sats',
  'paid',
  'manager',
  'address',
  'transaction',
] as const

/**
 * The claims as CSV (RFC 4180), oldest first; what is unknown is an empty field, and so is the bond
 * of a stake. No fiat values: no price source is built in.
 */
export function claimsCsv(claims: readonly PaidClaim[]): string {
  const time = ({ blockTime }: PaidClaim) => (blockTime.known ? blockTime.value : 0)
  const rows = [...claims]
    .sort((one, other) => time(one) - time(other))
    .map((claim) => [
      claim.blockTime.known ? new Date(claim.blockTime.value * 1000).toISOString() : '',
      claim.burnHeight.known ? claim.burnHeight.value : '',
      claim.cycle,
      claim.bond ?? '',
      claim.grossSats,
      claim.grossSats - claim.netSats,
      claim.netSats,
      payoutText(claim),
      claim.manager,
      claim.staker,
      claim.txid,
    ])
  return writeCsv([columns, ...rows])
}

const payoutText = ({ payout }: PaidClaim): string =>
  payout.kind === 'bitcoin' ? `bitcoin ${payout.state}` : payout.kind

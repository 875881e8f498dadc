import { known } from '../../../chain/known.ts'
import type { PaidClaim } from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import type { RewardPayment } from '../../../chain/stacks/readings.ts'

/**
 * A claim as the yearly statement lists payments: sats after the fee, paid by the manager, when it
 * paid them; null: it keeps them.
 */
export function paymentOfClaim(claim: PaidClaim): RewardPayment | null {
  const { payout } = claim
  if (payout.kind === 'banked') return null
  const { txid, burnHeight, blockTime } = payout.by ?? claim
  return {
    key: claim.key,
    deployment: claim.manager,
    cycle: known(Number(claim.cycle)),
    sats: claim.netSats,
    enrolledAddress: claim.staker,
    rewardAddress: claim.staker,
    txid,
    eventIndex: claim.eventIndex,
    burnHeight,
    blockTime,
  }
}

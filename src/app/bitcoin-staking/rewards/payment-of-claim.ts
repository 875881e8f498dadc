import { known } from '../../../chain/known.ts'
import type { PaidClaim } from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import type { RewardPayment } from '../../../chain/stacks/readings.ts'

/** A claim as the yearly statement lists payments: sats after the fee, paid by the manager. */
export const paymentOfClaim = (claim: PaidClaim): RewardPayment => ({
  key: claim.key,
  deployment: claim.manager,
  cycle: known(Number(claim.cycle)),
  sats: claim.netSats,
  enrolledAddress: claim.staker,
  rewardAddress: claim.staker,
  txid: claim.txid,
  eventIndex: claim.eventIndex,
  burnHeight: claim.burnHeight,
  blockTime: claim.blockTime,
})

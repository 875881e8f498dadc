import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { managerErrors } from './manager-errors.ts'
import type { Max500Frame } from './max500-fees.ts'
import { releaseAccepted, returnRejected } from './reference-withdrawals.ts'

/** What is left when everything that belongs to someone is taken off; never below 0. */
export function unattributedSats({ chain, self, state }: Max500Frame): bigint {
  const owed =
    state.earnedFees.value +
    state.liability.value +
    state.unclaimed.value +
    state.creditedRefunds.value +
    state.totalPendingPayouts.value
  const balance = chain.sbtc.balance(self)
  return balance > owed ? balance - owed : 0n
}

/** Sends a holder the sBTC of a rejected withdrawal; answers its sats [bitcoin-staking 7.5]. */
export const max500ReclaimFailedWithdrawal = contractFunction(
  'reclaim-failed-withdrawal',
  { 'request-id': 'uint' },
  (frame: Max500Frame, args) => returnRejected(frame, args['request-id']),
)

/**
 * Credits a holder the unused fee of an accepted withdrawal; answers the sats withdrawn
 * [bitcoin-staking 7.5].
 */
export const max500SettleAcceptedWithdrawal = contractFunction(
  'settle-accepted-withdrawal',
  { 'request-id': 'uint' },
  (frame: Max500Frame, args) => {
    const { state } = frame
    const id = args['request-id']
    const { staker, sats, maxFeeSats } = releaseAccepted(frame, id)
    const left = unattributedSats(frame)
    const refund = left < maxFeeSats ? left : maxFeeSats
    state.refunds.raise(refund, staker)
    state.creditedRefunds.set(add(state.creditedRefunds.value, refund))
    frame.print({
      topic: 'settle-accepted-withdrawal',
      'request-id': id,
      staker,
      'liability-released': sats,
      'fee-refund': refund,
    })
    return sats
  },
)

/** Pays a holder its credited fees, for anyone [bitcoin-staking 7.5]. */
export const claimRefund = contractFunction(
  'claim-refund',
  { staker: 'principal' },
  (frame: Max500Frame, { staker }) => {
    const { state } = frame
    const sats = state.refunds.of(staker)
    refuseUnless(sats > 0n, managerErrors.NO_REFUND_CREDIT)
    state.refunds.write(0n, staker)
    state.creditedRefunds.set(sub(state.creditedRefunds.value, sats))
    frame.sendSbtc(staker, sats)
    frame.print({ topic: 'claim-refund', staker, 'amount-sats': sats })
    return sats
  },
)

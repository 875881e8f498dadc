import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { managerErrors } from './manager-errors.ts'
import type { ManagerFrame } from './manager-frame.ts'
import type { PayoutRequest } from './manager-state.ts'
import { isAccepted, pendingRequest, releaseRequest } from './payout.ts'

/** Sends a holder the sBTC of a withdrawal that was rejected [bitcoin-staking 7.2]. */
export const referenceReclaimFailedWithdrawal = contractFunction(
  'reclaim-failed-withdrawal',
  { 'request-id': 'uint' },
  (frame: ManagerFrame, args) => {
    returnRejected(frame, args['request-id'])
    return true
  },
)

/** Forgets a withdrawal that was accepted: its unused fee stays here [bitcoin-staking 7.2]. */
export const referenceSettleAcceptedWithdrawal = contractFunction(
  'settle-accepted-withdrawal',
  { 'request-id': 'uint' },
  (frame: ManagerFrame, args) => {
    const id = args['request-id']
    const request = releaseAccepted(frame, id)
    frame.print({
      topic: 'settle-accepted-withdrawal',
      'request-id': id,
      staker: request.staker,
      'liability-released': request.sats,
    })
    return true
  },
)

/** Sends back the sBTC of a rejected request; answers its sats. Errors: 1008, 1009. */
export function returnRejected(frame: ManagerFrame, id: bigint): bigint {
  const request = pendingRequest(frame, id)
  refuseUnless(isAccepted(frame, id) === false, managerErrors.WITHDRAWAL_NOT_REJECTED)
  releaseRequest(frame, id, request)
  frame.sendSbtc(request.staker, request.sats)
  frame.print({
    topic: 'reclaim-failed-withdrawal',
    'request-id': id,
    staker: request.staker,
    'amount-sats': request.sats,
  })
  return request.sats
}

/** Releases an accepted request; answers it. Errors: 1008, 1011. */
export function releaseAccepted(frame: ManagerFrame, id: bigint): PayoutRequest {
  const request = pendingRequest(frame, id)
  refuseUnless(isAccepted(frame, id) === true, managerErrors.WITHDRAWAL_NOT_ACCEPTED)
  releaseRequest(frame, id, request)
  return request
}

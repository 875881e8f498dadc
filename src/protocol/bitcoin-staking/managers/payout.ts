import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { requestWithdrawal } from '../simulation/sbtc-contracts.ts'
import { managerErrors } from './manager-errors.ts'
import type { ManagerFrame } from './manager-frame.ts'
import type { PayoutRequest, PayoutSettings } from './manager-state.ts'

/**
 * Asks for `sats` less the largest fee to be paid on Bitcoin, and counts them as owed until the
 * request is answered; answers its number. Errors: 1, 502 [bitcoin-staking 7.2].
 */
export function payOnBitcoin(
  frame: ManagerFrame,
  staker: Principal,
  { sats, settings }: { sats: bigint; settings: PayoutSettings },
): bigint {
  const { state } = frame
  const { maxFeeSats } = settings
  const id = requestWithdrawal(frame, sub(sats, maxFeeSats), maxFeeSats)
  state.requests.set(id.toString(), { staker, sats, maxFeeSats })
  state.liability.set(add(state.liability.value, sats))
  return id
}

/** A request of this manager that waits for settlement: error 1008. */
export function pendingRequest({ state }: ManagerFrame, id: bigint): PayoutRequest {
  const request = state.requests.get(id.toString())
  if (request === undefined) throw new ContractRefusal(managerErrors.UNKNOWN_WITHDRAWAL_REQUEST)
  return request
}

/** Whether the sBTC signers accepted a request; undefined while they have not answered. */
export const isAccepted = ({ chain }: ManagerFrame, id: bigint): boolean | undefined =>
  chain.withdrawals.request(id)?.accepted

/** Forgets a request and what was owed for it. */
export function releaseRequest({ state }: ManagerFrame, id: bigint, request: PayoutRequest): void {
  state.requests.delete(id.toString())
  state.liability.set(sub(state.liability.value, request.sats))
}

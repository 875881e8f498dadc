import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { managerErrors } from './manager-errors.ts'
import type { PayingManagerState, PayoutSettings } from './manager-state.ts'

/** A running function of the reference manager or a variant of it. */
export type ManagerFrame = ContractFrame<PayingManagerState<PayoutSettings>>

/** Requires that an admin calls directly: error 1002 [bitcoin-staking 7.2]. */
export function requireAdmin({ state, txSender, contractCaller }: ManagerFrame): void {
  const isAllowed = state.admins.has(txSender) && contractCaller === txSender
  refuseUnless(isAllowed, managerErrors.UNAUTHORIZED_ADMIN)
}

/** Requires that pox-5 asks: error 1006. */
export function requirePox({ chain, contractCaller }: ManagerFrame): void {
  refuseUnless(contractCaller === chain.pox, managerErrors.UNAUTHORIZED_CALLER)
}

import type { Principal } from './principal.ts'

/**
 * Who calls a contract: the signer of the transaction, and the contract through which the call
 * comes, or the signer again [dual-stacking 1.3].
 */
export interface Caller {
  readonly txSender: Principal
  readonly contractCaller: Principal
}

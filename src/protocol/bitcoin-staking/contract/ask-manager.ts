import { mapKey } from '../../clarity/contract-map.ts'
import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Hex } from '../../clarity/hex.ts'
import type { Principal } from '../../clarity/principal.ts'
import { validateStake } from '../managers/validate-stake.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'

/** The call of a manager about a position of the transaction's signer. */
export interface StakeQuestion {
  readonly firstIndex: bigint
  readonly indexes: bigint
  readonly microStx: bigint
  readonly sats: bigint
  readonly isBond: boolean
  readonly calldata: { readonly some: Hex } | null
}

/**
 * Asks a manager whether it takes a position; any ok will do, and its own error is passed on.
 * Error: 49 [bitcoin-staking 4, 7.1].
 */
export function askManager(frame: PoxFrame, manager: Principal, question: StakeQuestion): void {
  requireNoCallback(frame)
  frame.state.set({ isManagerAsked: true })
  frame.call(manager, validateStake, {
    staker: frame.txSender,
    'first-index': question.firstIndex,
    'num-indexes': question.indexes,
    'amount-ustx': question.microStx,
    'amount-sats': question.sats,
    'is-bond': question.isBond,
    'signer-calldata': question.calldata,
  })
  frame.state.set({ isManagerAsked: false })
}

/** Requires that a manager is registered with a key that still has a grant: errors 23, 17. */
export function requireGrant({ state }: PoxFrame, manager: Principal): void {
  const key = state.signers.get(manager)
  if (key === undefined) throw new ContractRefusal(poxErrors.SIGNER_NOT_FOUND)
  if (!hasGrant(state, manager, key))
    throw new ContractRefusal(poxErrors.SIGNER_KEY_GRANT_NOT_FOUND)
}

/** Whether a key has granted a manager the right to register it. */
export const hasGrant = (state: PoxFrame['state'], manager: Principal, key: Hex): boolean =>
  state.grants.has(mapKey(key, manager))

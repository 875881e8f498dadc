import type { StxBalance } from '../../../../protocol/bitcoin-staking/simulation/stx-balances.ts'
import type { ContractTuple } from '../../../../protocol/clarity/contract-value.ts'
import type { Principal } from '../../../../protocol/clarity/principal.ts'
import type { PoxAnswer, PoxOutcome } from '../../../network/bitcoin-staking/pox-outcome.ts'

/** A call or read: its contract, its function, and its arguments by name. */
export interface PoxRequest {
  readonly contract: Principal
  readonly fn: string
  readonly args: ContractTuple
}

/**
 * Pox-5 with its managers on a chain on which steps can be played: the TypeScript model, or
 * contracts in a VM. A step that the chain cannot make throws an `Error` that says why. Prints are
 * those of pox-5 and of managers, in order, without the `block-height` of the native manager.
 */
export interface PoxDriver {
  burnHeight(): number
  mine(blocks: number): void
  mintSbtc(to: Principal, sats: bigint): void
  /** Accepts a withdrawal request for a fee in sats, or rejects it when there is none. */
  answerWithdrawal(id: bigint, feeSats: bigint | undefined): void
  call(request: PoxRequest, sender: Principal): PoxOutcome
  read(request: PoxRequest): PoxAnswer
  stxAccount(who: Principal): StxBalance
  availableSats(who: Principal): bigint
}

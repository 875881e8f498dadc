import type {
  StakingAnswer,
  StakingQuestion,
} from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import type { StakingCall } from '../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { CommandResult } from '../command-result.ts'
import type { ClaimLeg } from './claim-queue.ts'

/** What the Bitcoin Staking tab may ask for. */
export interface StakingCommands {
  /** The tab is open: from now on the programme is read on this network. */
  follow(): Promise<CommandResult>
  /** Reads one manager, as someone looks at it or wants to stake with it. */
  readManager(manager: string): Promise<CommandResult>
  /** Puts the comparison with Dual Stacking away for good. */
  hideComparison(): Promise<CommandResult>
  /** Recomputes what the selected address was paid of a cycle. */
  verify(cycle: bigint): Promise<CommandResult>
  /** Reads what a manager has done so far, as someone looks at it. */
  readManagerRecord(manager: string): Promise<CommandResult>
  /**
   * Brings a call before the wallet; `accepted`: codes of what the person was told and agreed to.
   */
  sign(call: StakingCall, accepted: readonly string[]): Promise<CommandResult>
  /** Has a payout on Bitcoin that was rejected returned as sBTC, by the manager that owes it. */
  reclaim(manager: string, request: bigint): Promise<CommandResult>
  /** Asks what the selected account may put into a bond. */
  readBondOffer(bond: bigint): Promise<CommandResult>
  /** Asks the wallet for these claims, one after another, in this order. */
  claimAll(legs: readonly ClaimLeg[]): Promise<CommandResult>
  /** Goes on with them after a pause, and ends them. */
  resumeClaims(): Promise<CommandResult>
  stopClaims(): Promise<CommandResult>
  /** A projection off the main thread. */
  project(question: StakingQuestion, signal: AbortSignal): Promise<StakingAnswer>
}

import type { Caller } from '../../../protocol/clarity/caller.ts'
import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import type { PublicFunction, ReadFunction } from '../../../protocol/dual-stacking/contract/abi.ts'
import type { CallResult, ReadResult } from '../../../protocol/dual-stacking/contract/contract.ts'

/** How a call or read ended; an abort's reason is for display only. */
export type DriverOutcome = Exclude<CallResult, { abort: unknown }> | { readonly abort: string }
export type DriverAnswer = Exclude<ReadResult, { abort: unknown }> | { readonly abort: string }

/**
 * A Dual Stacking contract on a chain on which steps can be played: the TypeScript model, or the
 * Clarity contract in a VM. A step that the chain cannot make throws an `Error` that says why.
 */
export interface ReplayDriver {
  heights(): { readonly burn: number; readonly stacks: number }
  mineBurnBlocks(count: number): void
  mineStacksBlocks(count: number): void
  creditSbtc(to: string, sats: bigint): void
  transferSbtc(from: string, to: string, sats: bigint): void
  lock(who: string, microStx: bigint, unlockBurn: number): void
  setLiquid(who: string, microStx: bigint): void
  call(fn: PublicFunction, args: ContractTuple, caller: Caller): DriverOutcome
  read(fn: ReadFunction, args: ContractTuple, sender: string): DriverAnswer
  /** The variable that no read-only function returns: what the cycle pays, sats · 10^8. */
  rewardsToDistribute(): bigint
}

import type { Caller } from '../../clarity/caller.ts'
import { ContractRefusal, refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractTuple } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import type { Chain } from './chain.ts'
import type { State } from './state.ts'
import type { Variables } from './variables.ts'

/**
 * What a call leaves on the chain, in order: prints of the contract and transfers of sBTC out of
 * it.
 */
export type ContractEvent =
  | { readonly type: 'print'; readonly value: ContractTuple }
  | {
      readonly type: 'transfer'
      readonly from: Principal
      readonly to: Principal
      readonly sats: bigint
    }

/** One call in progress: the state and the chain it works on, and the events it has made so far. */
export class CallContext {
  readonly state: State
  readonly chain: Chain
  readonly caller: Caller
  /** The contract's own principal, which holds the reward pool. */
  readonly self: Principal
  /** Stacks height at which the contract was deployed: before it, its variables have no value. */
  readonly deployedAt: bigint
  readonly events: ContractEvent[] = []

  constructor(call: Pick<CallContext, 'state' | 'chain' | 'caller' | 'self' | 'deployedAt'>) {
    this.state = call.state
    this.chain = call.chain
    this.caller = call.caller
    this.self = call.self
    this.deployedAt = call.deployedAt
  }

  get variables(): Readonly<Variables> {
    return this.state.variables
  }

  set(changes: Partial<Variables>): void {
    this.state.set(changes)
  }

  print(value: ContractTuple): void {
    this.events.push({ type: 'print', value })
  }

  /** Moves sats out of the contract; answers undefined or the token's error [dual-stacking 7.3]. */
  transfer(to: Principal, sats: bigint): number | undefined {
    const refused = this.chain.transferSbtc(this.self, to, sats)
    if (refused === undefined) this.events.push({ type: 'transfer', from: this.self, to, sats })
    return refused
  }

  requireAdmin(): void {
    refuseUnless(this.caller.contractCaller === this.variables.admin, 200)
  }

  /**
   * Whether the state at the end of Stacks block h can be read: the block being built cannot
   * [dual-stacking 1.2].
   */
  isResolvable(h: bigint): boolean {
    return h < this.chain.stacksHeight
  }

  requireResolvable(h: bigint): void {
    if (!this.isResolvable(h)) throw new Abort('BlockNotResolvable')
  }

  /**
   * Runs a step that is rolled back alone when it refuses; an abort passes through and ends the
   * whole call [dual-stacking 1.4].
   */
  attempt(step: () => void): { readonly ok: true } | { readonly err: bigint } {
    const mark = this.state.journal.mark()
    const undoTransfers = this.chain.checkpoint()
    const seen = this.events.length
    try {
      step()
      return { ok: true }
    } catch (error) {
      if (!(error instanceof ContractRefusal)) throw error
      this.state.journal.rollback(mark)
      undoTransfers()
      this.events.length = seen
      return { err: BigInt(error.code) }
    }
  }
}

import type { Caller } from '../../clarity/caller.ts'
import type { ContractTuple, ContractValue } from '../../clarity/contract-value.ts'
import type { ParameterList, ParameterValues } from '../../clarity/parameter-types.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { Callable } from './callable.ts'
import type { Print, SbtcMove } from './outcome.ts'
import type { StakingChain } from './staking-chain.ts'

/** A call with its arguments by name. */
export interface Invocation {
  readonly args: ContractTuple
  readonly caller: Caller
}

/** The transaction that a function runs in. */
export interface CallExecution {
  readonly chain: StakingChain
  print(print: Print): void
  recordMove(move: SbtcMove): void
  call(contract: Principal, name: string, invocation: Invocation): ContractValue
  read(contract: Principal, name: string, args: ContractTuple): ContractValue
  /** Aborts unless the contract is deployed. */
  requireContract(contract: Principal): void
  /** Moves available sats; refuses with the token's error: 1, 2 or 3 [bitcoin-staking 1.5]. */
  transferSbtc(from: Principal, to: Principal, sats: bigint): void
}

/** One running function of a contract: who called it, its contract's state, and the chain. */
export class ContractFrame<S> {
  readonly execution: CallExecution
  /** The contract's own principal. */
  readonly self: Principal
  readonly state: S
  readonly caller: Caller

  constructor(execution: CallExecution, contract: { self: Principal; state: S }, caller: Caller) {
    this.execution = execution
    this.self = contract.self
    this.state = contract.state
    this.caller = caller
  }

  get chain(): StakingChain {
    return this.execution.chain
  }

  get txSender(): Principal {
    return this.caller.txSender
  }

  get contractCaller(): Principal {
    return this.caller.contractCaller
  }

  get burnHeight(): bigint {
    return this.chain.burnHeight
  }

  /**
   * The contract that a trait names, which must be deployed. Whether it has the trait's functions
   * is asked when one of them is called.
   */
  contractOf(trait: Principal): Principal {
    this.execution.requireContract(trait)
    return trait
  }

  print(value: ContractTuple): void {
    this.execution.print({ contract: this.self, value })
  }

  /** Calls a public function of another contract for the same signer. */
  call<P extends ParameterList, R extends ContractValue>(
    contract: Principal,
    called: Callable<P, R>,
    args: ParameterValues<P>,
  ): R {
    const caller = { txSender: this.txSender, contractCaller: this.self }
    return this.execution.call(contract, called.name, { args: args as ContractTuple, caller }) as R
  }

  /** Asks a read-only function of another contract. */
  ask<P extends ParameterList, R extends ContractValue>(
    contract: Principal,
    asked: Callable<P, R>,
    args: ParameterValues<P>,
  ): R {
    return this.execution.read(contract, asked.name, args as ContractTuple) as R
  }

  /** Sends sats of this contract; refuses with the token's error. */
  sendSbtc(to: Principal, sats: bigint): void {
    this.execution.transferSbtc(this.self, to, sats)
  }

  /** Takes sats from the signer of the transaction; refuses with the token's error. */
  takeSbtc(sats: bigint): void {
    this.execution.transferSbtc(this.txSender, this.self, sats)
  }
}

import type { Caller } from '../../clarity/caller.ts'
import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort, type AbortReason } from '../../clarity/u128.ts'
import type {
  Arguments,
  PublicFunction,
  ReadFunction,
  publicSignatures,
  readSignatures,
} from './abi.ts'
import { CallContext, type ContractEvent } from './call-context.ts'
import type { Chain } from './chain.ts'
import { publicFunctions } from './public-functions.ts'
import { readFunctions } from './read-functions.ts'
import { State } from './state.ts'
import type { Variables } from './variables.ts'

/** How a call ended: with `err` and `abort` nothing has changed. */
export type CallResult =
  | { readonly ok: ContractValue; readonly events: readonly ContractEvent[] }
  | { readonly err: bigint }
  | { readonly abort: AbortReason }

/** Answer of a read-only function: its Clarity value, or why the VM gave none. */
export type ReadResult = { readonly result: ContractValue } | { readonly abort: AbortReason }

/** By whom, as what and when the modelled contract was deployed. */
export interface ModelDeployment {
  /** Deployer, and so the first admin. */
  readonly deployer: Principal
  /** The contract's own principal, which holds the reward pool. */
  readonly principal: Principal
  /** Stacks height of the deployment. */
  readonly height: bigint
}

/**
 * Dual Stacking v1 as a deterministic state machine over a chain view: every function, error,
 * abort, event and known defect of the deployed contract [dual-stacking 2, 4, 5, 8.2]. It holds the
 * contract's state; the chain holds heights and balances.
 *
 * @example
 *   const contract = new DualStackingContract(chain, {
 *     deployer,
 *     principal: `${deployer}.dual-stacking`,
 *     height: 5n,
 *   })
 *   contract.call('enroll', { 'rewarded-address': null }, { txSender: user, contractCaller: user })
 *   // { ok: true, events: [...] }
 */
export class DualStackingContract {
  readonly #state: State
  readonly #chain: Chain
  readonly #deployment: ModelDeployment

  constructor(chain: Chain, deployment: ModelDeployment) {
    this.#chain = chain
    this.#deployment = deployment
    this.#state = new State(deployment.deployer)
  }

  /** The data variables as they are now [dual-stacking 2.1]. */
  get variables(): Readonly<Variables> {
    return this.#state.variables
  }

  /** Enrolled rows now: what the next cycle starts with (`next-cycle-participants-count`). */
  get nextCycleParticipants(): bigint {
    return this.#state.nextCycleParticipants.now
  }

  /**
   * Makes a public call in the chain's present block. Errors and aborts are values, and undo
   * everything [dual-stacking 4].
   */
  call<F extends PublicFunction>(
    name: F,
    args: Arguments<(typeof publicSignatures)[F]>,
    caller: Caller,
  ): CallResult {
    const tx = this.#transaction(caller)
    const undoTransfers = this.#chain.checkpoint()
    try {
      const ok = publicFunctions[name](tx, args) ?? true
      this.#state.journal.commit()
      return { ok, events: tx.events }
    } catch (error) {
      this.#state.journal.rollback(0)
      undoTransfers()
      if (error instanceof ContractRefusal) return { err: BigInt(error.code) }
      if (error instanceof Abort) return { abort: error.reason }
      throw error
    }
  }

  /** Asks a read-only function; `sender` matters for get-ratio-data alone [dual-stacking 5]. */
  read<F extends ReadFunction>(
    name: F,
    args: Arguments<(typeof readSignatures)[F]>,
    sender: Principal,
  ): ReadResult {
    try {
      return {
        result: readFunctions[name](
          this.#transaction({ txSender: sender, contractCaller: sender }),
          args,
        ),
      }
    } catch (error) {
      if (error instanceof ContractRefusal) return { result: { err: BigInt(error.code) } }
      if (error instanceof Abort) return { abort: error.reason }
      throw error
    }
  }

  #transaction(caller: Caller): CallContext {
    return new CallContext({
      state: this.#state,
      chain: this.#chain,
      caller,
      self: this.#deployment.principal,
      deployedAt: this.#deployment.height,
    })
  }
}

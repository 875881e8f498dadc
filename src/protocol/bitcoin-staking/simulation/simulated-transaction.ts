import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { ContractTuple, ContractValue } from '../../clarity/contract-value.ts'
import type { ParameterList } from '../../clarity/parameter-types.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import { ContractFrame, type CallExecution, type Invocation } from './contract-frame.ts'
import type { ContractModel } from './contract-model.ts'
import { moveLock } from './native-locks.ts'
import type { CallEffects, Print, SbtcMove, StxLock } from './outcome.ts'
import type { StakingChain } from './staking-chain.ts'

/** A deployed contract: its code and its state. */
export interface Instance {
  readonly kind: ContractModel<unknown>
  readonly state: unknown
}

/** The deployed contracts of a chain, by principal. */
export type Contracts = ReadonlyMap<Principal, Instance>

/** One transaction in progress: what it has left so far, and which functions are running. */
export class SimulatedTransaction implements CallExecution {
  readonly chain: StakingChain
  readonly #contracts: Contracts
  readonly #running: string[] = []
  readonly #prints: Print[] = []
  readonly #moves: SbtcMove[] = []
  readonly #locks: StxLock[] = []

  constructor(chain: StakingChain, contracts: Contracts) {
    this.chain = chain
    this.#contracts = contracts
  }

  get effects(): CallEffects {
    return { prints: this.#prints, moves: this.#moves, locks: this.#locks }
  }

  print(print: Print): void {
    this.#prints.push(print)
  }

  recordMove(move: SbtcMove): void {
    this.#moves.push(move)
  }

  /** Calls a public function; one that is running already makes the VM abort. */
  call(contract: Principal, name: string, { args, caller }: Invocation): ContractValue {
    const { kind, state } = this.#contract(contract)
    const called = kind.publicFunctions.get(name)
    if (called === undefined) throw new Abort('NoSuchFunction')
    this.#requireTraits(called.parameters, args)
    const identifier = `${contract}.${name}`
    if (this.#running.includes(identifier)) throw new Abort('CircularReference')
    this.#running.push(identifier)
    const ok = called.run(new ContractFrame(this, { self: contract, state }, caller), args)
    this.#running.pop()
    if (contract === this.chain.pox) {
      const lock = moveLock(this.chain, name, ok)
      if (lock !== undefined) this.#locks.push(lock)
    }
    return ok
  }

  /** Asks a read-only function, which knows no caller. */
  read(contract: Principal, name: string, args: ContractTuple): ContractValue {
    const { kind, state } = this.#contract(contract)
    const asked = kind.readFunctions.get(name)
    if (asked === undefined) throw new Abort('NoSuchFunction')
    const caller = { txSender: contract, contractCaller: contract }
    return asked.run(new ContractFrame(this, { self: contract, state }, caller), args)
  }

  requireContract(contract: Principal): void {
    this.#contract(contract)
  }

  transferSbtc(from: Principal, to: Principal, sats: bigint): void {
    const error = this.chain.sbtc.transfer(from, to, sats)
    if (error !== undefined) throw new ContractRefusal(error)
    this.recordMove({ from, to, sats })
  }

  #contract(principal: Principal): Instance {
    const instance = this.#contracts.get(principal)
    if (instance === undefined) throw new Abort('NoSuchContract')
    return instance
  }

  /** A standard principal is no trait; what a contract can do shows when it is called. */
  #requireTraits(parameters: ParameterList, args: ContractTuple): void {
    for (const [name, type] of Object.entries(parameters))
      if (type === 'trait' && !(args[name] as Principal).includes('.')) throw new Abort('NoTrait')
  }
}

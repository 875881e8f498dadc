import { keyBytes } from '../core/bytes.ts'
import { type Account, type ContractId, TRANSFER } from '../core/ids.ts'
import { Panic, shown } from '../core/panic.ts'
import type { InnerCallResult, Context, Contract, ContractFactory } from './contract.ts'
import { GAS } from './gas.ts'
import { Journal } from './journal.ts'
import { signedBy } from './signature.ts'
import { ContractStore } from './store.ts'
import { type ChainEvent, type TraceStep, valueOf } from './trace.ts'

/** How the model’s machine checks what is signed. */
export interface HostOptions {
  chainId?: number
  /** How signatures are checked; the model's own stand-in unless given. */
  verify?: (key: Account, message: Uint8Array, signature: string) => boolean
  /** Which keys someone can sign for; all but the point at infinity unless given. */
  isValidKey?: (key: Account) => boolean
}

const isNotInfinity = (key: Account): boolean => keyBytes(key)[0] !== 0xc0

/**
 * The machine that contracts run in: it keeps their stores, the call stack, gas and the trace, and
 * undoes everything of a call that fails. Deterministic: the same calls give the same state.
 */
export class Host {
  readonly chainId: number
  height = 0n
  readonly journal = new Journal()
  readonly contracts = new Map<ContractId, { contract: Contract; store: ContractStore }>()
  private readonly verify: NonNullable<HostOptions['verify']>
  private readonly isValidKey: NonNullable<HostOptions['isValidKey']>
  private stack: ContractId[] = []
  private sender: Account | null = null
  private gasLeft: bigint | null = null
  private events: ChainEvent[] = []
  private steps: TraceStep[] = []

  constructor(options: HostOptions = {}) {
    this.chainId = options.chainId ?? 0
    this.verify = options.verify ?? signedBy
    this.isValidKey = options.isValidKey ?? isNotInfinity
  }

  /** Puts a contract on the host. An id that is taken is an error of the caller. */
  deploy(id: ContractId, make: ContractFactory): void {
    if (this.contracts.has(id)) throw new Error(`Contract ${id} exists`)
    const store = new ContractStore(this.journal)
    this.contracts.set(id, { contract: make(store, id), store })
  }

  store(id: ContractId): ContractStore {
    const entry = this.contracts.get(id)
    if (!entry) throw new Error(`No contract ${id}`)
    return entry.store
  }

  /**
   * A call from outside the machine that changes state: a block's rewards and slashes. Returns its
   * events; throws `Panic`.
   */
  fromOutside(contract: ContractId, method: string, arg: unknown): ChainEvent[] {
    return this.run(null, null, () =>
      this.journal.attempt(() => this.dispatch(contract, method, arg)),
    ).events
  }

  /** A read: what the method answers, with every change undone. Throws `Panic` as the call does. */
  read(contract: ContractId, method: string, arg?: unknown): unknown {
    return this.run(null, null, () => this.journal.peek(() => this.dispatch(contract, method, arg)))
      .result
  }

  /**
   * The call of a transaction, as the transfer contract makes it: the machine part alone, without
   * fees. On failure the state is as before, `error` says why, and only the trace remains.
   */
  transact(
    sender: Account,
    { contract, method, arg }: { contract: ContractId; method: string; arg: unknown },
    gasLimit: bigint,
  ): CallOutcome {
    let error: Panic | null = null
    const { result, events, steps, gasSpent } = this.run(sender, gasLimit, () => {
      try {
        return this.journal.attempt(() => {
          this.charge(GAS.transaction)
          this.stack.push(TRANSFER)
          return this.dispatch(contract, method, arg)
        })
      } catch (caught) {
        if (!(caught instanceof Panic)) throw caught
        error = caught
        return undefined
      }
    })
    return { result, error, events: error ? [] : events, steps, gasSpent }
  }

  private run<T>(sender: Account | null, gasLimit: bigint | null, body: () => T) {
    this.stack = []
    this.sender = sender
    this.gasLeft = gasLimit
    this.events = []
    this.steps = []
    try {
      const result = body()
      return {
        result,
        events: this.events,
        steps: this.steps,
        gasSpent: gasLimit === null ? 0n : gasLimit - this.gasLeft!,
      }
    } finally {
      this.stack = []
      this.sender = null
      this.gasLeft = null
    }
  }

  private dispatch(id: ContractId, method: string, arg: unknown): unknown {
    const entry = this.contracts.get(id)
    if (!entry || !Object.hasOwn(entry.contract, method))
      throw new Panic(`${id}.${method}`, 'DoesNotExist')
    this.charge(GAS.call)
    const callers = this.stack.toReversed()
    const depth = this.stack.length
    const from = depth <= 1 && this.sender !== null ? this.sender : (callers[0] ?? id)
    this.steps.push({ kind: 'call', depth, from, to: id, method, value: valueOf(arg) })
    this.stack.push(id)
    const told = this.events.length
    try {
      const result = this.journal.attempt(() =>
        entry.contract[method]!(this.context(id, callers), arg),
      )
      this.steps.push({ kind: 'return', depth, from: id, to: from, method })
      return result
    } catch (error) {
      this.events.length = told
      if (error instanceof Panic)
        this.steps.push({ kind: 'panic', depth, contract: id, method, text: error.text })
      throw error
    } finally {
      this.stack.pop()
    }
  }

  private attempt(id: ContractId, method: string, arg: unknown): InnerCallResult {
    try {
      return { ok: true, value: this.dispatch(id, method, arg) }
    } catch (error) {
      if (!(error instanceof Panic) || error.kind === 'OutOfGas') throw error
      return { ok: false, error: shown(error) }
    }
  }

  private context(self: ContractId, callers: readonly ContractId[]): Context {
    return {
      self,
      caller: callers[0] ?? null,
      callers,
      sender: this.sender,
      height: this.height,
      chainId: this.chainId,
      call: (contract, method, arg) => this.dispatch(contract, method, arg),
      tryCall: (contract, method, arg) => this.attempt(contract, method, arg),
      isValidKey: this.isValidKey,
      emit: (topic, data) => {
        this.charge(GAS.event)
        this.events.push({ contract: self, topic, data })
        this.steps.push({
          kind: 'event',
          depth: callers.length,
          contract: self,
          topic,
          value: valueOf(data),
        })
      },
      verify: (key, message, signature) => {
        this.charge(GAS.signature)
        return this.verify(key, message, signature)
      },
    }
  }

  private charge(gas: bigint): void {
    if (this.gasLeft === null) return
    if (this.gasLeft < gas) {
      this.gasLeft = 0n
      throw new Panic('OutOfGas', 'OutOfGas')
    }
    this.gasLeft -= gas
  }
}

export interface CallOutcome {
  result: unknown
  error: Panic | null
  events: ChainEvent[]
  steps: TraceStep[]
  gasSpent: bigint
}

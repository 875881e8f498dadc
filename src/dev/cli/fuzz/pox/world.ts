import { bigintReplacer } from '../../../../chain/json.ts'
import { rewardCycleAt } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractTuple, ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { PoxChain } from '../../../network/bitcoin-staking/pox-chain.ts'
import type { PoxOutcome } from '../../../network/bitcoin-staking/pox-outcome.ts'
import type { Vm } from '../../../network/vm/vm.ts'
import { traceJson, type Json } from '../../replay/json.ts'
import type { PoxDriver } from '../../replay/pox/driver.ts'
import type { PoxHeader } from '../../replay/pox/header.ts'
import { kindOf, parametersOf } from '../../replay/pox/kinds.ts'
import { poxModelDriver } from '../../replay/pox/model-driver.ts'
import { callResult, playPoxStep } from '../../replay/pox/play.ts'
import { parsePoxStep } from '../../replay/pox/steps.ts'
import { drivePoxChain, poxGenesis } from '../../replay/pox/vm-driver.ts'
import { Divergence } from '../divergence.ts'
import { admin, fuzzPoxHeader, pox, type Beginning } from './actors.ts'

/** A request to withdraw sBTC that a manager has made. */
interface WithdrawalRequest {
  readonly manager: string
  readonly maxFeeSats: bigint
  readonly isAnswered: boolean
}

/**
 * Model and Clarity contracts side by side: every step is made on the model, recorded as a trace
 * with its results, and replayed on the contracts.
 */
export class PoxFuzzWorld {
  readonly clock: Beginning['clock']
  /** Who may set bonds up, and who may pause rewards. */
  bondAdmin = admin
  pauseAdmin = admin
  /** Withdrawal requests that payouts have made, by id. */
  readonly requests = new Map<bigint, WithdrawalRequest>()
  readonly #header: PoxHeader
  readonly #model: PoxDriver
  readonly #contracts: PoxDriver
  readonly #lines: Json[] = []

  /** `vm` is fresh, and has our pox-5 with every header accepted. */
  constructor(vm: Vm, beginning: Beginning) {
    this.clock = beginning.clock
    this.#header = fuzzPoxHeader(beginning, '', 0)
    this.#model = poxModelDriver(this.#header)
    this.#contracts = drivePoxChain(new PoxChain(vm, poxGenesis(this.#header)))
  }

  /** What was done so far: the operation, of calls the function and how it ended; no reads. */
  get outcomes(): string[] {
    return this.#lines.flatMap((line) => {
      const step = line as Record<string, Json>
      if (step.op === 'reads') return []
      if (step.op !== 'call') return [String(step.op)]
      const kind = kindOf(this.#header, String(step.contract ?? pox))
      const failure = step.abort === true ? 'abort' : `err ${String(step.err)}`
      return [`${kind} ${String(step.fn)} ${step.ok === undefined ? failure : 'ok'}`]
    })
  }

  get burn(): bigint {
    return BigInt(this.#model.burnHeight())
  }

  get cycle(): bigint {
    return rewardCycleAt(this.clock, this.burn)
  }

  mine(blocks: bigint): void {
    this.#model.mine(Number(blocks))
    this.#record({ op: 'mine', n: Number(blocks) })
  }

  mintSbtc(to: string, sats: bigint): void {
    this.#model.mintSbtc(to, sats)
    this.#record({ op: 'sbtc', to, sats: sats.toString() })
  }

  answerWithdrawal(id: bigint, feeSats: bigint | undefined): void {
    const request = this.requests.get(id)
    if (request !== undefined) this.requests.set(id, { ...request, isAnswered: true })
    this.#model.answerWithdrawal(id, feeSats)
    const answer: Json =
      feeSats === undefined ? { accept: false } : { accept: true, fee: feeSats.toString() }
    this.#record({ op: 'withdrawal', id: id.toString(), ...answer })
  }

  /** Makes a call with positional arguments. */
  call(contract: string, fn: string, args: readonly ContractValue[], sender: string): PoxOutcome {
    const outcome = this.#model.call(
      { contract, fn, args: this.#named('public', contract, fn, args) },
      sender,
    )
    const where: { [key: string]: Json } = contract === pox ? {} : { contract }
    this.#record({
      op: 'call',
      sender,
      ...where,
      fn,
      args: args.map(traceJson),
      ...callResult(outcome),
    })
    return outcome
  }

  /** Compares read-only answers: each a function of `pox-5`, or a contract's, with arguments. */
  compare(
    reads: ReadonlyArray<readonly [contract: string, fn: string, args: readonly ContractValue[]]>,
  ) {
    if (reads.length === 0) return
    const of = reads.map(([contract, fn, args]): Json => {
      const where = contract === pox ? [] : [contract]
      return [...where, fn, args.map(traceJson), this.#answer(contract, fn, args)]
    })
    this.#record({ op: 'reads', of })
  }

  /** Asks the model alone; null where it aborts. */
  ask(fn: string, ...args: readonly ContractValue[]): ContractValue {
    return this.askOf(pox, fn, ...args)
  }

  askOf(contract: string, fn: string, ...args: readonly ContractValue[]): ContractValue {
    const named = this.#named('read', contract, fn, args)
    const answer = this.#model.read({ contract, fn, args: named })
    return 'abort' in answer ? null : answer.value
  }

  stxOf(who: string) {
    return this.#model.stxAccount(who)
  }

  satsOf(who: string): bigint {
    return this.#model.availableSats(who)
  }

  #answer(contract: string, fn: string, args: readonly ContractValue[]): Json {
    const who = args[0]
    if (fn === 'sbtc-available') return this.satsOf(who as string).toString()
    if (fn === 'stx-account') {
      const { unlockedMicroStx, lockedMicroStx, unlockBurnHeight } = this.stxOf(who as string)
      return traceJson({
        unlocked: unlockedMicroStx,
        locked: lockedMicroStx,
        'unlock-height': unlockBurnHeight,
      })
    }
    const named = this.#named('read', contract, fn, args)
    const answer = this.#model.read({ contract, fn, args: named })
    return 'abort' in answer ? { abort: true } : traceJson(answer.value)
  }

  #named(
    access: 'public' | 'read',
    contract: string,
    fn: string,
    args: readonly ContractValue[],
  ): ContractTuple {
    const parameters = parametersOf(access, kindOf(this.#header, contract), fn)
    if (parameters === undefined) throw new Error(`There is no function ${contract} ${fn}`)
    return Object.fromEntries(Object.keys(parameters).map((name, index) => [name, args[index]!]))
  }

  /** Records the step that the model has just made, and makes it on the Clarity contracts. */
  #record(fields: { [key: string]: Json }): void {
    const json = { ...fields, burn: this.#model.burnHeight() }
    this.#lines.push(json)
    const step = parsePoxStep({ number: this.#lines.length + 1, json })
    const found = playPoxStep(this.#contracts, step, this.#header)
    if (found.length > 0) throw new Divergence(found.join('\n'), this.#trace())
  }

  #trace(): Json[] {
    const header = { ...this.#header, steps: this.#lines.length }
    const text = JSON.stringify(header, bigintReplacer)
    return [JSON.parse(text) as Json, ...this.#lines]
  }
}

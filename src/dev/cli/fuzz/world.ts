import type { Caller } from '../../../protocol/clarity/caller.ts'
import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import {
  publicSignatures,
  readSignatures,
  type PublicFunction,
  type ReadFunction,
} from '../../../protocol/dual-stacking/contract/abi.ts'
import type { Vm } from '../../network/vm/vm.ts'
import type { ReplayDriver } from '../replay/driver.ts'
import { traceJson, type Json } from '../replay/json.ts'
import { createModel, driveModel, type Model } from '../replay/model-driver.ts'
import { playStep, recordedEvents } from '../replay/play.ts'
import { parseStep } from '../replay/steps.ts'
import { driveVm } from '../replay/vm-driver.ts'
import { fuzzCallers, fuzzContract, fuzzPrincipals, fuzzHeader, fuzzUsers } from './actors.ts'
import { findDifferingVariables } from './clarity-variables.ts'
import { Divergence } from './divergence.ts'

type Fields = { readonly [key: string]: Json }

/**
 * Model and Clarity contract side by side: every step is made on both, compared, and recorded as a
 * trace with the model's results.
 */
export class World {
  readonly model: Model
  readonly #modelDriver: ReplayDriver
  readonly #vmDriver: ReplayDriver
  readonly #vm: Vm
  readonly #header = fuzzHeader('', 0)
  readonly #lines: Json[] = []
  readonly #unlock = new Map<string, number>()
  #supply = 0n

  /** `vm` is fresh; `contractSource` is the Clarity source, by default ours. */
  constructor(vm: Vm, contractSource?: string) {
    this.#vm = vm
    this.model = createModel(this.#header)
    this.#modelDriver = driveModel(this.model)
    this.#vmDriver = driveVm(vm, this.#header, new Set(fuzzCallers), contractSource)
  }

  /** The history so far: the operation, and for calls and reads the function and its outcome. */
  get outcomes(): string[] {
    return this.#lines.map((line) => {
      const step = line as Record<string, Json>
      if (step.op !== 'call' && step.op !== 'read') return String(step.op)
      if (step.err !== undefined) return `${String(step.fn)} err ${String(step.err)}`
      return `${String(step.fn)} ${step.abort ? 'abort' : 'ok'}`
    })
  }

  get burn(): number {
    return this.#modelDriver.heights().burn
  }

  mine(n: number): void {
    this.#modelDriver.mineBurnBlocks(n)
    this.#play({ op: 'mine', n })
  }

  mineStacks(n: number): void {
    this.#modelDriver.mineStacksBlocks(n)
    this.#play({ op: 'stacks', n })
  }

  /** Credits as much of `sats` as the token's supply can still take. */
  credit(to: string, sats: bigint): void {
    const left = 2n ** 128n - 1n - this.#supply
    const credited = sats < left ? sats : left
    this.#supply += credited
    this.#modelDriver.creditSbtc(to, credited)
    this.#play({ op: 'sbtc', to, sats: credited.toString() })
  }

  /**
   * Moves a thousandth of the balance of `from` for each of `thousandths`; nothing when that is 0
   * or the sender is the recipient.
   */
  transfer(from: string, to: string, thousandths: bigint): void {
    const sats = (this.model.chain.sbtcNow(from) * thousandths) / 1000n
    if (sats === 0n || from === to || !canAct(from)) return
    this.#modelDriver.transferSbtc(from, to, sats)
    this.#play({ op: 'sbtc-transfer', from, to, sats: sats.toString() })
  }

  /**
   * Locks `added` more microSTX; a first lock, or one after expiry, runs for `cycles` reward
   * cycles.
   */
  lock(who: string, added: bigint, cycles: number): void {
    if (!canAct(who)) return
    const old = this.#unlock.get(who)
    const nextCycle = 1050 * (Math.floor(this.burn / 1050) + 1)
    const unlockBurn = old !== undefined && old > this.burn ? old : nextCycle + 1050 * cycles
    // PoX increases from the next reward cycle on: in its last one, a lock cannot grow.
    if (unlockBurn <= nextCycle) return
    const total = this.model.chain.lockedNow(who) + added
    this.#unlock.set(who, unlockBurn)
    this.#modelDriver.lock(who, total, unlockBurn)
    this.#play({ op: 'lock', who, ustx: total.toString(), unlockBurn })
  }

  setLiquid(who: string, microStx: bigint): void {
    this.#modelDriver.setLiquid(who, microStx)
    this.#play({ op: 'liquid', who, ustx: microStx.toString() })
  }

  /** Returns the call's outcome. */
  call(fn: PublicFunction, args: ContractTuple, caller: Caller): 'ok' | 'abort' | number {
    const outcome = this.#modelDriver.call(fn, args, caller)
    const proxied: Fields =
      caller.contractCaller === caller.txSender ? {} : { caller: caller.contractCaller }
    const positional = Object.keys(publicSignatures[fn]).map((name) => traceJson(args[name]!))
    const step: Fields = { op: 'call', sender: caller.txSender, ...proxied, fn, args: positional }
    if ('err' in outcome) {
      this.#play({ ...step, err: Number(outcome.err) })
      return Number(outcome.err)
    }
    if ('abort' in outcome) {
      this.#play({ ...step, abort: true, why: outcome.abort })
      return 'abort'
    }
    const { events, transfers } = recordedEvents(outcome.events, this.#header)
    const recorded: Fields = { ...step, ok: traceJson(outcome.ok) }
    if (events.length > 0) Object.assign(recorded, { events })
    if (transfers.length > 0) Object.assign(recorded, { transfers })
    this.#play(recorded)
    return 'ok'
  }

  read(fn: ReadFunction, args: ContractTuple, sender: string): void {
    const answer = this.#modelDriver.read(fn, args, sender)
    const step = {
      op: 'read',
      sender,
      fn,
      args: Object.keys(readSignatures[fn]).map((name) => traceJson(args[name]!)),
    }
    this.#play(
      'abort' in answer
        ? { ...step, abort: true, why: answer.abort }
        : { ...step, result: traceJson(answer.result) },
    )
  }

  /** Reads from the model alone. */
  ask(fn: ReadFunction, args: ContractTuple): Json {
    const answer = this.#modelDriver.read(fn, args, fuzzUsers[0]!)
    return 'abort' in answer ? null : traceJson(answer.result)
  }

  /** Addresses that take part in the running cycle. */
  participants(): string[] {
    return fuzzPrincipals.filter(
      (address) => this.ask('is-enrolled-this-cycle', { address }) === true,
    )
  }

  /** Records the step that the model has just made, and makes it on the Clarity contract. */
  #play(fields: Fields): void {
    const heights = this.#modelDriver.heights()
    const json = { ...fields, ...heights }
    this.#lines.push(json)
    const step = parseStep({ number: this.#lines.length + 1, json }, this.#header)
    const found = [
      ...playStep(this.#vmDriver, step, this.#header),
      ...findDifferingVariables(this.#vm, fuzzContract, this.model.contract),
    ]
    if (found.length > 0) throw new Divergence(found.join('\n'), this.#trace())
  }

  #trace(): Json[] {
    return [{ ...fuzzHeader('fuzz', this.#lines.length) }, ...this.#lines]
  }
}

/** Whether an address can sign, or is a contract with code that acts for it. */
const canAct = (address: string): boolean => !address.includes('.') || fuzzCallers.includes(address)

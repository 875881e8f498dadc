import { ClarityType } from '@stacks/transactions'
import { toPlainClarity } from '../../../chain/stacks/clarity.ts'
import type { StxBalance } from '../../../protocol/bitcoin-staking/simulation/stx-balances.ts'
import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'
import { contractSource, sbtcDeposit, sbtcToken } from '../contracts.ts'
import { encodeValue, type InterfaceType } from '../vm/clarity-values.ts'
import type { VmOutcome } from '../vm/outcome.ts'
import { createVm, type Vm } from '../vm/vm.ts'
import { poxContractSource, poxSource, type PoxContractKind } from './contract-sources.ts'
import { pox5Contract } from './pox-5-contract.ts'
import type { PoxAnswer, PoxOutcome } from './pox-outcome.ts'
import { readEffects } from './read-effects.ts'

/** Administers `pox-5` until it names others. */
const initialAdmin = 'ST000000000000000000002AMW42H'
const sbtcWithdrawal = sbtcToken.replace('.sbtc-token', '.sbtc-withdrawal')

/** How a chain begins; amounts in microSTX and sats, by principal. */
export interface PoxGenesis {
  readonly clock: PoxClock
  readonly bondAdmin: string
  readonly pauseAdmin: string
  /** What each account owns in all; nothing is locked. */
  readonly microStx: ReadonlyMap<string, bigint>
  readonly sats: ReadonlyMap<string, bigint>
  readonly contracts: ReadonlyMap<string, PoxContractKind>
  /** Bitcoin height at which it begins. */
  readonly burnHeight: number
  /** Whether every Bitcoin header counts as known, so that proofs of timelocks can hold. */
  readonly acceptHeaders?: boolean
}

/** Bitcoin blocks and reward cycles of `pox-5` [bitcoin-staking 1.3]. */
export interface PoxClock {
  readonly firstBurnHeight: bigint
  readonly prepareBlocks: bigint
  readonly cycleBlocks: bigint
  readonly firstCycle: bigint
}

/**
 * A chain in the VM with our `pox-5` at the boot address, signer managers, and the sBTC contracts.
 * A million Bitcoin blocks of history take about 6 s.
 */
export async function createPoxChain(genesis: PoxGenesis): Promise<PoxChain> {
  const vm = await createVm({
    epoch: '4.0',
    clarity: 6,
    boot: { 'pox-5': poxSource({ acceptHeaders: genesis.acceptHeaders }) },
  })
  return new PoxChain(vm, genesis)
}

/** The chain that `createPoxChain` makes. Set-up that fails throws. */
export class PoxChain {
  readonly vm: Vm
  readonly #parameters = new Map<string, readonly InterfaceType[]>()

  constructor(vm: Vm, genesis: PoxGenesis) {
    this.vm = vm
    this.#deploy(sbtcDeposit, contractSource('sbtc-deposit'))
    this.#deploy(sbtcWithdrawal, contractSource('sbtc-withdrawal'))
    this.#deployContracts(genesis.contracts)
    this.#configure(genesis)
    for (const [who, microStx] of genesis.microStx) if (microStx > 0n) vm.mintStx(who, microStx)
    for (const [who, sats] of genesis.sats) this.mintSbtc(who, sats)
    const blocks = genesis.burnHeight - this.burnHeight
    if (blocks < 0) throw new Error(`The chain cannot begin below height ${this.burnHeight}`)
    this.mine(blocks)
  }

  get burnHeight(): number {
    return this.vm.heights().burn
  }

  /** Mines Bitcoin blocks. */
  mine(blocks: number): void {
    this.vm.mineEmptyBurnBlocks(blocks)
  }

  /** Mints sats; those of `pox-5` itself are miners' income. */
  mintSbtc(to: string, sats: bigint): void {
    // The token mints no 0.
    if (sats > 0n) this.#command(sbtcDeposit, 'deposit', [to, sats])
  }

  /** Accepts a withdrawal request for a fee in sats, or rejects it when there is none. */
  answerWithdrawal(id: bigint, feeSats: bigint | undefined): void {
    if (feeSats === undefined) this.#command(sbtcWithdrawal, 'reject-withdrawal-request', [id])
    else this.#command(sbtcWithdrawal, 'accept-withdrawal-request', [id, feeSats])
  }

  /** Makes a public call; errors and aborts are values. Throws when there is no such function. */
  call(contract: string, name: string, args: readonly ContractValue[], sender: string): PoxOutcome {
    const outcome = this.vm.callPublic(contract, name, this.#encode(contract, name, args), sender)
    if (outcome.aborted) return { abort: outcome.reason }
    const { value } = outcome
    if (value.type === ClarityType.ResponseErr)
      return { err: toPlainClarity(value.value) as bigint }
    if (value.type !== ClarityType.ResponseOk) throw new Error(`${name} answers no response`)
    return { ok: toPlainClarity(value.value), effects: readEffects(outcome.events) }
  }

  /** Asks a read-only function. Throws when there is no such function. */
  read(contract: string, name: string, args: readonly ContractValue[]): PoxAnswer {
    return answer(this.vm.callReadOnly(contract, name, this.#encode(contract, name, args)))
  }

  /** What an account owns in STX at this height, and what of it is locked. */
  stxAccount(who: string): StxBalance {
    const found = answer(this.vm.evaluate(`(stx-account '${who})`))
    if ('abort' in found) throw new Error(found.abort)
    const account = found.value as { readonly [field: string]: bigint }
    return {
      unlockedMicroStx: account.unlocked!,
      lockedMicroStx: account.locked!,
      unlockBurnHeight: account['unlock-height']!,
    }
  }

  /** Sats that an account can spend. */
  availableSats(who: string): bigint {
    const found = this.read(sbtcToken, 'get-balance-available', [who])
    if ('abort' in found) throw new Error(found.abort)
    return (found.value as { ok: bigint }).ok
  }

  #deployContracts(contracts: PoxGenesis['contracts']): void {
    const find = (kind: PoxContractKind) => [...contracts].find(([, each]) => each === kind)?.[0]
    const named = { plain: find('plain'), nativePool: find('native-pool') }
    const namesNone = (kind: PoxContractKind) => kind !== 'reenter' && kind !== 'native'
    const rows = [...contracts]
    for (const [id, kind] of [
      ...rows.filter(([, kind]) => namesNone(kind)),
      ...rows.filter(([, kind]) => !namesNone(kind)),
    ])
      this.#deploy(id, poxContractSource(kind, named))
  }

  #deploy(id: string, source: string): void {
    const [deployer, name] = id.split('.') as [string, string]
    const outcome = this.vm.deploy({ name, deployer, source, epoch: '4.0', clarity: 6 })
    if (outcome.aborted) throw new Error(`Cannot deploy ${id}: ${outcome.reason}`)
  }

  #configure({ clock, bondAdmin, pauseAdmin }: PoxGenesis): void {
    const { firstBurnHeight, prepareBlocks, cycleBlocks, firstCycle } = clock
    const parameters = [firstBurnHeight, prepareBlocks, cycleBlocks, firstCycle]
    this.#command(pox5Contract, 'set-burnchain-parameters', parameters, initialAdmin)
    this.#command(pox5Contract, 'set-bond-admin', [bondAdmin], initialAdmin)
    this.#command(pox5Contract, 'set-pause-admin', [pauseAdmin], initialAdmin)
  }

  #command(
    contract: string,
    name: string,
    args: readonly ContractValue[],
    sender = initialAdmin,
  ): void {
    const outcome = this.call(contract, name, args, sender)
    if ('abort' in outcome) throw new Error(`${name} aborts: ${outcome.abort}`)
    if ('err' in outcome) throw new Error(`${name} fails with error ${outcome.err}`)
  }

  #encode(contract: string, name: string, args: readonly ContractValue[]) {
    const types = this.#typesOf(contract, name)
    if (types.length !== args.length)
      throw new TypeError(`${name} takes ${types.length} arguments, not ${args.length}`)
    return types.map((type, index) => encodeValue(type, args[index]!))
  }

  #typesOf(contract: string, name: string): readonly InterfaceType[] {
    const key = `${contract} ${name}`
    const known = this.#parameters.get(key)
    if (known !== undefined) return known
    const found = this.vm
      .contractInterface(contract)
      ?.functions.find((each) => each.name === name && each.access !== 'private')
    if (found === undefined) throw new TypeError(`${contract} has no function ${name}`)
    const types = found.args.map((each) => each.type as InterfaceType)
    this.#parameters.set(key, types)
    return types
  }
}

const answer = (outcome: VmOutcome): PoxAnswer =>
  outcome.aborted ? { abort: outcome.reason } : { value: toPlainClarity(outcome.value) }

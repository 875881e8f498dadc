import type { EpochString, IContractInterface } from '@stacks/clarinet-sdk-wasm'
import { Cl, deserializeCV, serializeCVBytes } from '@stacks/transactions'
import {
  contractSource,
  networkContracts,
  type ContractKind,
} from '../../../src/dev/network/contracts.ts'
import { defaultDeployer } from '../../../src/dev/network/vm/contract-id.ts'
import type { VmCosts, VmEvent, VmOutcome } from '../../../src/dev/network/vm/outcome.ts'
import { quietly } from '../../../src/dev/network/vm/quietly.ts'
import { createVm, type VmContract } from '../../../src/dev/network/vm/vm.ts'
import type { ContractTuple, ContractValue } from '../../../src/protocol/clarity/contract-value.ts'
import { SBTC_TOKEN } from '../../../src/protocol/dual-stacking/constants.ts'
import { fromClarity, toClarity } from './clarity.ts'

export const admin = defaultDeployer
const tokenAddress = SBTC_TOKEN.split('.')[0]!
const pox = 'ST000000000000000000002AMW42H.pox-4'

export type CallResult = { ok: ContractValue } | { err: bigint } | { abort: string }

export type Transfer = { from: string; to: string; sats: bigint }

/** What a call did: its result, the prints of the contract, the sBTC it moved. */
export type CallOutcome = {
  result: CallResult
  prints: ContractTuple[]
  transfers: Transfer[]
  costs?: VmCosts | undefined
}

export type WorldOptions = {
  build: ContractKind
  epoch?: EpochString
  trackCosts?: boolean
  more?: VmContract[]
}

/** What a network of this kind deploys. */
export const listContracts = (build: ContractKind): VmContract[] =>
  networkContracts[build].rows.map(({ file, name, owner }) => ({
    name,
    source: contractSource(file),
    ...(owner !== undefined && { deployer: owner }),
  }))

const resultOf = (outcome: VmOutcome): CallResult =>
  outcome.aborted
    ? { abort: outcome.reason }
    : (fromClarity(outcome.value) as unknown as CallResult)

const printOf = (event: VmEvent) =>
  fromClarity(deserializeCV(event.data['raw_value']!)) as ContractTuple

/**
 * A Dual Stacking contract on a new chain, with the helper contracts it needs. Arguments and
 * results are plain values (see `toClarity`). Every call is mined in a separate Stacks block.
 */
export const createWorld = async ({
  build,
  epoch = '3.3',
  trackCosts = false,
  more = [],
}: WorldOptions) => {
  const { dualStacking: contract, liquidStacking: liquid } = networkContracts[build]
  const vm = await createVm({ epoch, trackCosts, contracts: [...listContracts(build), ...more] })
  const interfaces = vm.sdk.getContractsInterfaces()
  const functions = new Map<string, IContractInterface['functions'][number]>()
  for (const [id, { functions: each }] of interfaces)
    for (const fn of each) functions.set(`${id}.${fn.name}`, fn)
  /** First Stacks block of each burn block. */
  const firstBlocks = new Map<number, number>()

  const encode = (id: string, fn: string, args: ContractValue[]) => {
    const known = functions.get(`${id}.${fn}`)
    if (!known || known.args.length !== args.length)
      throw new Error(`${id} has no function ${fn} with ${args.length} arguments`)
    return known.args.map(({ type }, index) => toClarity(type, args[index]!))
  }

  const doneOf = (outcome: VmOutcome, id: string): CallOutcome => {
    const events = outcome.aborted ? [] : outcome.events
    return {
      result: resultOf(outcome),
      prints: events
        .filter(({ event, data }) => event === 'print_event' && data['contract_identifier'] === id)
        .map(printOf),
      transfers: events
        .filter(({ event }) => event === 'ft_transfer_event')
        .map(({ data }) => ({
          from: data['sender']!,
          to: data['recipient']!,
          sats: BigInt(data['amount']!),
        })),
      costs: outcome.aborted ? undefined : outcome.costs,
    }
  }

  /** Public call of any contract. */
  const callOf = (
    id: string,
    fn: string,
    args: ContractValue[] = [],
    sender = admin,
  ): CallOutcome => doneOf(vm.callPublic(id, fn, encode(id, fn, args), sender), id)

  const must = (outcome: VmOutcome) => {
    const result = resultOf(outcome)
    if (!('ok' in result))
      throw new Error(
        `Preparation failed: ${JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
      )
  }

  /** Public call of Dual Stacking. */
  const call = (fn: string, args: ContractValue[] = [], sender = admin): CallOutcome =>
    callOf(contract, fn, args, sender)

  /** The same, for its result. */
  const result = (fn: string, args: ContractValue[] = [], sender = admin): CallResult =>
    call(fn, args, sender).result

  /** The same for calls that must succeed: their result. */
  const ok = (fn: string, args: ContractValue[] = [], sender = admin): ContractValue => {
    const answer = result(fn, args, sender)
    if (!('ok' in answer))
      throw new Error(`${fn} answered ${'err' in answer ? `error ${answer.err}` : answer.abort}`)
    return answer.ok
  }

  /**
   * A private function of Dual Stacking, for states that public calls can make only in ways that
   * this chain cannot.
   */
  const callPrivate = (fn: string, args: ContractValue[]): ContractValue => {
    const call = {
      callPrivateFn: {
        contract,
        method: fn,
        args_maps: encode(contract, fn, args).map(serializeCVBytes),
        sender: admin,
      },
    }
    const [done] = quietly(() => vm.sdk.mineBlock([call]) as { result: string }[])
    return fromClarity(deserializeCV(done!.result))
  }

  /** Read-only call of any contract; an abort is thrown. */
  const readOf = <T extends ContractValue = ContractValue>(
    id: string,
    fn: string,
    args: ContractValue[] = [],
    sender = admin,
  ): T => {
    const outcome = vm.callReadOnly(id, fn, encode(id, fn, args), sender)
    if (outcome.aborted) throw new Error(outcome.reason)
    return fromClarity(outcome.value) as T
  }

  /** Read-only call of Dual Stacking. */
  const read = <T extends ContractValue = ContractValue>(
    fn: string,
    args: ContractValue[] = [],
    sender = admin,
  ): T => readOf(contract, fn, args, sender)

  /** A data variable of Dual Stacking. */
  const variable = <T extends ContractValue = ContractValue>(name: string): T =>
    fromClarity(vm.dataVar(contract, name)!) as T

  const noteFirstBlock = () => firstBlocks.set(vm.heights().burn, vm.heights().stacks)

  const mineBurnBlocks = (count: number) => {
    for (let mined = 0; mined < count; mined += 1) {
      vm.mineEmptyBurnBlocks(1)
      noteFirstBlock()
    }
  }

  const mineToBurnBlock = (height: bigint | number) =>
    mineBurnBlocks(Number(height) - vm.heights().burn)

  const firstBlockOf = (burn: bigint | number): bigint => {
    const block = firstBlocks.get(Number(burn))
    if (block === undefined) throw new Error(`Burn block ${burn} has not been mined here`)
    return BigInt(block)
  }

  const reset = async () => {
    await vm.reset()
    firstBlocks.clear()
    mineBurnBlocks(3)
  }
  mineBurnBlocks(3)

  return {
    vm,
    build,
    contract,
    liquid,
    callOf,
    call,
    callPrivate,
    result,
    ok,
    read,
    readOf,
    variable,
    mineBurnBlocks,
    mineToBurnBlock,
    firstBlockOf,
    reset,
    giveSbtc: (to: string, sats: bigint) =>
      must(
        vm.callPublic(`${tokenAddress}.sbtc-deposit`, 'deposit', [
          toClarity('principal', to),
          Cl.uint(sats),
        ]),
      ),
    moveSbtc: (from: string, to: string, sats: bigint) =>
      must(
        vm.callPublic(
          SBTC_TOKEN,
          'transfer',
          [Cl.uint(sats), toClarity('principal', from), toClarity('principal', to), Cl.none()],
          from,
        ),
      ),
    setLiquid: (who: string, microStx: bigint) =>
      must(
        vm.callPublic(liquid, 'set-stacked-ustx', [toClarity('principal', who), Cl.uint(microStx)]),
      ),
    /** Locks microStx in PoX-4 for a number of reward cycles. */
    lockStx: (who: string, microStx: bigint, cycles = 12) => {
      vm.mintStx(who, microStx + 1_000_000n)
      const pay = Cl.tuple({
        version: Cl.bufferFromHex('00'),
        hashbytes: Cl.bufferFromHex('00'.repeat(20)),
      })
      must(
        vm.callPublic(
          pox,
          'delegate-stx',
          [Cl.uint(microStx), Cl.standardPrincipal(admin), Cl.none(), Cl.none()],
          who,
        ),
      )
      must(
        vm.callPublic(pox, 'delegate-stack-stx', [
          Cl.standardPrincipal(who),
          Cl.uint(microStx),
          pay,
          Cl.uint(vm.heights().burn),
          Cl.uint(cycles),
        ]),
      )
    },
    sbtcOf: (who: string): bigint => {
      const outcome = vm.callReadOnly(SBTC_TOKEN, 'get-balance-available', [
        toClarity('principal', who),
      ])
      return (resultOf(outcome) as { ok: bigint }).ok
    },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

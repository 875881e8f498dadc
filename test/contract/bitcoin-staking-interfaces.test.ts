import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { fuzzPoxHeader, managers, pool, pox, proxy } from '../../src/dev/cli/fuzz/pox/actors.ts'
import { Dice } from '../../src/dev/cli/fuzz/pox/dice.ts'
import { listReads } from '../../src/dev/cli/fuzz/pox/reads.ts'
import { PoxFuzzWorld } from '../../src/dev/cli/fuzz/pox/world.ts'
import { kindOf, modelContracts } from '../../src/dev/cli/replay/pox/kinds.ts'
import { PoxChain } from '../../src/dev/network/bitcoin-staking/pox-chain.ts'
import type { InterfaceType } from '../../src/dev/network/vm/clarity-values.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import { poxPublicFunctions } from '../../src/protocol/bitcoin-staking/contract/pox-contract.ts'
import { poxReadFunctions } from '../../src/protocol/bitcoin-staking/contract/read-functions.ts'
import type { ContractFunction } from '../../src/protocol/bitcoin-staking/simulation/contract-model.ts'
import type { ParameterType } from '../../src/protocol/clarity/parameter-types.ts'
import { createPoxVm } from '../support/bitcoin-staking/pox-world.ts'

const beginning = {
  clock: { firstBurnHeight: 3n, prepareBlocks: 5n, cycleBlocks: 30n, firstCycle: 1n },
  microStx: Array.from({ length: 7 }, () => 400_000_000_000n),
  sats: Array.from({ length: 7 }, () => 5_000_000_000n),
}

let vm: Vm
beforeAll(async () => {
  vm = await createPoxVm({ acceptHeaders: true })
})

/** A parameter's type as one text, the same for model and interface. */
function textOf(type: ParameterType): string {
  if (type === 'trait') return 'trait_reference'
  if (type === 'uint') return 'uint128'
  if (typeof type === 'string') return type
  if ('buffer' in type) return `buffer ${type.buffer}`
  if ('ascii' in type) return `ascii ${type.ascii}`
  if ('optional' in type) return `optional ${textOf(type.optional)}`
  if ('list' in type) return `list ${type.max} ${textOf(type.list)}`
  if ('tuple' in type)
    return `{${Object.entries(type.tuple)
      .map(([name, each]) => `${name}: ${textOf(each)}`)
      .toSorted()
      .join(', ')}}`
  return `response ${textOf(type.ok)} ${textOf(type.err)}`
}

function interfaceTextOf(type: InterfaceType): string {
  if (typeof type === 'string') return type
  if ('buffer' in type) return `buffer ${type.buffer.length}`
  if ('optional' in type) return `optional ${interfaceTextOf(type.optional)}`
  if ('list' in type) return `list ${type.list.length} ${interfaceTextOf(type.list.type)}`
  if ('tuple' in type)
    return `{${type.tuple
      .map((each) => `${each.name}: ${interfaceTextOf(each.type)}`)
      .toSorted()
      .join(', ')}}`
  if ('response' in type)
    return `response ${interfaceTextOf(type.response.ok)} ${interfaceTextOf(type.response.error)}`
  return JSON.stringify(type)
}

const signatures = (functions: ReadonlyMap<string, ContractFunction<never>>): string[] =>
  [...functions.values()]
    .map(({ name, parameters }) => `${name} ${Object.values(parameters).map(textOf).join(', ')}`)
    .toSorted()

test('model and contracts have the same functions, with parameters of the same types', async () => {
  await vm.reset()
  const header = fuzzPoxHeader(beginning, '', 0)
  const chain = new PoxChain(vm, {
    ...beginning,
    bondAdmin: header.bondAdmin,
    pauseAdmin: header.pauseAdmin,
    microStx: new Map(),
    sats: new Map(),
    contracts: new Map(Object.entries(header.contracts)),
    burnHeight: header.burn,
  })
  const declared = (contract: string, access: 'public' | 'read_only'): string[] =>
    chain.vm
      .contractInterface(contract)!
      .functions.filter((each) => each.access === access)
      .map(({ name, args }) => {
        const types = args.map(({ type }) => interfaceTextOf(type as InterfaceType))
        return `${name} ${types.join(', ')}`
      })
      .toSorted()
  const recorded = JSON.parse(
    readFileSync('test/support/fixtures/bitcoin-staking/manager-interfaces.json', 'utf8'),
  ) as Record<string, { functions: unknown }>
  const models = modelContracts(header)
  for (const contract of [...managers.keys(), pool, proxy]) {
    const model = models.get(contract)!
    const kind = kindOf(header, contract)
    expect(declared(contract, 'public'), kind).toEqual(signatures(model.publicFunctions))
    expect(declared(contract, 'read_only'), kind).toEqual(signatures(model.readFunctions))
    // What the client's tests take for the node's answer.
    const shown = recorded[kind!]?.functions
    if (shown !== undefined)
      expect(chain.vm.contractInterface(contract)!.functions, kind).toEqual(shown)
  }
  expect(declared(pox, 'public')).toEqual(signatures(poxPublicFunctions))
  expect(declared(pox, 'read_only')).toEqual(signatures(poxReadFunctions))
})

test('each read-only function answers the same on the model and on the contracts', async () => {
  await vm.reset()
  const world = new PoxFuzzWorld(vm, beginning)
  const asked = new Set<string>()
  // Each round begins its choices elsewhere; 7919 is prime, so that they spread.
  for (let round = 0; round < 15; round++) {
    const dice = new Dice(Array.from({ length: 80 }, (_, index) => (round * 80 + index) * 7919))
    const reads = listReads(world, dice)
    for (const [contract, fn] of reads) if (contract === pox) asked.add(fn)
    world.compare(reads)
  }
  const unasked = [...poxReadFunctions.keys()].filter((fn) => !asked.has(fn))
  expect(unasked).toEqual(['get-bc-h-hash'])
})

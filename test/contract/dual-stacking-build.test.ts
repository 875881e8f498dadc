import { readFileSync } from 'node:fs'
import type { IContractInterface } from '@stacks/clarinet-sdk-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  fillRegions,
  liveContracts,
  liveFile,
  liveSource,
} from '../../src/contracts/live/generate.ts'
import { publicSignatures, readSignatures } from '../../src/protocol/dual-stacking/contract/abi.ts'
import { createWorld } from '../support/contract/world.ts'

type Type = IContractInterface['functions'][number]['args'][number]['type']

const show = (type: Type): string => {
  if (typeof type === 'string') return type === 'uint128' ? 'uint' : type
  if ('optional' in type) return `(optional ${show(type.optional)})`
  if ('response' in type) return `(response ${show(type.response.ok)} ${show(type.response.error)})`
  if ('list' in type) return `(list ${type.list.length} ${show(type.list.type)})`
  if ('tuple' in type)
    return `{${type.tuple
      .map(({ name, type }) => `${name}: ${show(type)}`)
      .sort()
      .join(', ')}}`
  return JSON.stringify(type)
}

const signatures = (contract: IContractInterface) =>
  contract.functions
    .filter(({ access }) => access !== 'private')
    .map(({ name, access, args, outputs }) => {
      const parameters = args.map((arg) => `${arg.name}: ${show(arg.type)}`).join(', ')
      return `${access} ${name}(${parameters}) -> ${show(outputs.type)}`
    })
    .sort()

const maps = (contract: IContractInterface) =>
  contract.maps.map(({ name, key, value }) => `${name} ${show(key)} -> ${show(value)}`).sort()

const variables = (contract: IContractInterface) =>
  contract.variables
    .filter(({ access }) => access === 'variable')
    .map(({ name, type }) => `${name} ${show(type)}`)
    .sort()

const interfaceOf = async (build: 'v1' | 'live') => {
  const world = await createWorld({ build })
  return world.vm.sdk.getContractsInterfaces().get(world.contract)!
}

let v1: IContractInterface
let live: IContractInterface
beforeAll(async () => {
  v1 = await interfaceOf('v1')
  live = await interfaceOf('live')
})

const names = (contract: IContractInterface, access: string) =>
  contract.functions
    .filter((fn) => fn.access === access)
    .map(({ name }) => name)
    .sort()

test('the v1 build has exactly the functions of v1, with the specified types', async () => {
  expect(names(v1, 'public')).toEqual(Object.keys(publicSignatures).sort())
  expect(names(v1, 'read_only')).toEqual(Object.keys(readSignatures).sort())
  await expect(
    `${[...signatures(v1), '', ...maps(v1), '', ...variables(v1)].join('\n')}\n`,
  ).toMatchFileSnapshot('interfaces/dual-stacking.txt')
})

test('the live build differs in what it documents, and in nothing else', () => {
  const one = signatures(v1)
  const other = signatures(live)
  expect(one.filter((line) => !other.includes(line))).toEqual([
    'public opt-out-defi-batch(defi-contracts: (list 200 principal)) -> (response (list 200 bool) uint)',
  ])
  expect(other.filter((line) => !one.includes(line))).toEqual([
    'public opt-out-defi-batch(defi-contracts: (list 200 principal)) -> (response (list 200 (response bool uint)) uint)',
    'read_only get-capture-window() -> {end: uint, is-open: bool, start: uint}',
  ])
  expect(variables(live)).toEqual(variables(v1))
})

test('the generated contracts are in step with their sources', () => {
  for (const contract of liveContracts)
    expect(readFileSync(liveFile(contract), 'utf8'), contract).toBe(liveSource(contract))
})

test('for a network with another sBTC token, the live build names only that one', () => {
  const testnet = 'SN3VMHXEN64ZZF71JQ5VESXDWTR301XTTXGF4J8F1.sbtc-token'
  const source = liveSource('dual-stacking', testnet)
  expect(source).toContain(`'${testnet} transfer`)
  expect(source).not.toContain('SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4')
})

test('the live build never reads a past block', () => {
  for (const contract of liveContracts)
    expect(liveSource(contract).replaceAll(/;;.*/g, ''), contract).not.toContain('(at-block ')
})

describe('the generator', () => {
  const source = 'a\n;;@ x\nb\n;;@ end\nc\n  ;;+ y\nd'
  test('fills regions and slots', () => {
    expect(fillRegions(source, 'ignored\n;;@ x\n1\n2\n;;@ end\n;;@ y\n  3\n;;@ end')).toBe(
      'a\n1\n2\nc\n  3\nd',
    )
  })
  test('refuses a region that nothing fills', () => {
    expect(() => fillRegions(source, ';;@ x\n1\n;;@ end')).toThrow(
      'Nothing to put in place of region y',
    )
  })
  test('refuses a filling that has no place', () => {
    expect(() => fillRegions('a', ';;@ x\n1\n;;@ end')).toThrow('Regions without a place: x')
  })
  test('refuses a region without an end', () => {
    expect(() => fillRegions(';;@ x\na', ';;@ x\n1\n;;@ end')).toThrow('no end')
    expect(() => fillRegions('a', ';;@ x\n1')).toThrow('Region x has no end')
  })
})

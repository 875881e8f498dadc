import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { interfaceAnswer, type ContractInterface } from '../../../../../src/chain/stacks/answers.ts'
import { managerShapeOf } from '../../../../../src/chain/stacks/bitcoin-staking/manager-shape.ts'
import { hashSource } from '../../../../../src/chain/stacks/hash-source.ts'
import { poxContractSource } from '../../../../../src/dev/network/bitcoin-staking/contract-sources.ts'

/** Interfaces of our managers, as a node answers them. */
const interfaces = v.parse(
  v.record(v.string(), interfaceAnswer),
  JSON.parse(
    readFileSync(
      new URL(
        '../../../../support/fixtures/bitcoin-staking/manager-interfaces.json',
        import.meta.url,
      ),
      'utf8',
    ),
  ),
)
const without = (contract: ContractInterface, name: string): ContractInterface => ({
  ...contract,
  functions: contract.functions.filter((each) => each.name !== name),
})

describe('a manager by its interface [bitcoin-staking 7.7]', () => {
  test.each([
    ['reference', { family: 'reference', paysBitcoin: true, fee: 'variable', fixesFees: true }],
    ['xverse', { family: 'reference', paysBitcoin: true, fee: 'variable', fixesFees: true }],
    ['max500', { family: 'max500', paysBitcoin: true, fee: 'max500', fixesFees: true }],
    ['native', { family: 'native', paysBitcoin: false, fee: null, fixesFees: false }],
  ])('%s', (name, shape) => {
    expect(managerShapeOf(interfaces[name]!)).toEqual(shape)
  })

  test('without a claim of holders is closed', () => {
    const closed = without(interfaces.reference!, 'claim-staker-rewards')
    expect(managerShapeOf(closed)).toMatchObject({ family: 'closed' })
  })

  test('that pox-5 could not ask is none', () => {
    expect(managerShapeOf(without(interfaces.reference!, 'validate-stake!'))).toBeUndefined()
    expect(managerShapeOf({ ...interfaces.native!, functions: [] })).toBeUndefined()
  })
})

describe('a source’s hash', () => {
  const source = poxContractSource('reference')

  test('without layout is the same for another layout, and the exact one is not', () => {
    const other = `;; another heading\n${source.replaceAll('\n', '\n  ')};; end`
    expect(hashSource(other).plain).toBe(hashSource(source).plain)
    expect(hashSource(other).exact).not.toBe(hashSource(source).exact)
  })

  test('differs for other code', () => {
    const dearer = source.replace('u10000', 'u10001')
    expect(dearer).not.toBe(source)
    expect(hashSource(dearer).plain).not.toBe(hashSource(source).plain)
    expect(hashSource('(a "b ;; c")').plain).not.toBe(hashSource('(a "b ;;  c")').plain)
    expect(hashSource('(a b)').plain).not.toBe(hashSource('(ab)').plain)
  })
})

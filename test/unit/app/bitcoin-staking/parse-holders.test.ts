import { expect, test } from 'vitest'
import { parseHolders } from '../../../../src/app/bitcoin-staking/parse-holders.ts'
import { checkAddress } from '../../../../src/chain/stacks/check-address.ts'
import { alice, bob, carol } from '../../../support/staking-bench.ts'

const parse = (text: string) => parseHolders(text, (each) => checkAddress(each, 'devnet'))

test('holders are one a line, in their order, whatever columns follow', () => {
  expect(parse(`\n${bob}\r\n  ${alice}  \n"${carol}";12;x\n\n`)).toEqual({
    holders: [bob, alice, carol],
    bad: [],
  })
})

test('lines that are none are named with the reason, and the others are kept', () => {
  const list = [
    alice,
    'nonsense',
    'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7',
    alice.toLowerCase(),
    `${bob.slice(0, -1)}${bob.endsWith('A') ? 'B' : 'A'}`,
    'someone.btc',
    carol,
  ]
  expect(parse(list.join('\n'))).toEqual({
    holders: [alice, carol],
    bad: [
      { line: 2, text: 'nonsense', problem: 'not-a-principal' },
      { line: 3, text: list[2], problem: 'wrong-network' },
      { line: 4, text: list[3], problem: 'repeated' },
      { line: 5, text: list[4], problem: 'bad-checksum' },
      { line: 6, text: list[5], problem: 'name' },
    ],
  })
})

test('a first line may name the columns', () => {
  expect(parse(`Address,sats\n${alice},1`)).toEqual({ holders: [alice], bad: [] })
  expect(parse(`${alice}\naddress`).bad).toEqual([
    { line: 2, text: 'address', problem: 'not-a-principal' },
  ])
})

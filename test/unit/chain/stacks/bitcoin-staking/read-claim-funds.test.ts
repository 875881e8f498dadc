import { expect, test } from 'vitest'
import { known } from '../../../../../src/chain/known.ts'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClaimFunds } from '../../../../../src/chain/stacks/bitcoin-staking/read-claim-funds.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import {
  alice,
  bob,
  carol,
  contract,
  StakingBench,
  STX,
  stranger,
} from '../../../../support/staking-bench.ts'

/** Half a cycle is pulled by a manager of each family; carol's part of max500 is banked. */
async function readAll() {
  const bench = StakingBench.with('m1', 'max', 'native')
  bench.stake(alice, 50_000n * STX, { manager: 'm1' })
  bench.ok('delegate', [contract('native'), 50_000n * STX, 12n], bob, 'pool')
  bench.stake(carol, 100_000n * STX, { manager: 'max' })
  bench.mineTo(150n)
  bench.distribute(1_000_000n)
  for (const name of ['m1', 'max', 'native']) bench.ok('claim-rewards', [[], 1n], stranger, name)
  bench.ok('settle-staker-rewards', [carol, 1n, null], stranger, 'max')
  const { client, deployment, asked } = modelNode(bench)
  await client.tip()
  const reader = new PoxReader(client, deployment)
  const read = (
    name: string,
    staker: string,
    family: 'reference' | 'max500' | 'native' | 'closed',
  ) => readClaimFunds(reader, { manager: contract(name), cycle: 1n, bond: null, staker }, family)
  return { read, asked }
}

test('each family shows what it holds for a claim', async () => {
  const { read } = await readAll()
  const none = known(0n)
  expect(await read('m1', alice, 'reference')).toEqual({
    poolSats: known(212_500n),
    bankedSats: none,
  })
  expect(await read('native', bob, 'native')).toEqual({
    poolSats: known(212_500n),
    bankedSats: none,
  })
  expect(await read('max', carol, 'max500')).toEqual({
    poolSats: known(0n),
    bankedSats: known(425_000n),
  })
})

test('of a manager without claims nothing is asked', async () => {
  const { read, asked } = await readAll()
  const before = asked.length
  expect((await read('m1', alice, 'closed')).poolSats).toEqual({
    known: false,
    reason: 'not-offered',
  })
  expect(asked).toHaveLength(before)
})

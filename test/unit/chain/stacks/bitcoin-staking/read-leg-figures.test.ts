import { expect, test } from 'vitest'
import { known } from '../../../../../src/chain/known.ts'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import {
  readLegFigures,
  readManagerLegFigures,
} from '../../../../../src/chain/stacks/bitcoin-staking/read-leg-figures.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import {
  alice,
  bob,
  BTC,
  contract,
  dave,
  StakingBench,
  STX,
} from '../../../../support/staking-bench.ts'

/** Cycle 1 with stakes of two managers, one of them too small, and a bond; a half is booked. */
async function readAll() {
  const bench = StakingBench.with('m1', 'm2')
  bench.stake(alice, 100_000n * STX)
  bench.stake(bob, 10_000n * STX, { manager: 'm2' })
  bench.setupBond(0n)
  bench.enter(dave, 0n, BTC, 'm2')
  bench.mineTo(150n)
  bench.distribute(1_060_000n, [0n])
  const { client, deployment, asked } = modelNode(bench)
  await client.tip()
  const reader = new PoxReader(client, deployment)
  const ofLeg = (bond: bigint | null) => readLegFigures(reader, { cycle: 1n, bond })
  const ofManager = (name: string, bond: bigint | null) =>
    readManagerLegFigures(reader, { manager: contract(name), cycle: 1n, bond })
  return { ofLeg, ofManager, asked }
}

test('a leg shows its shares and what is booked for each', async () => {
  const { ofLeg } = await readAll()
  // The bond takes its target of 60,000; 85 % of the rest are 850,000.
  expect(await ofLeg(null)).toEqual({
    shares: known(100_000n * STX),
    perShare: known((850_000n * 10n ** 18n) / (100_000n * STX)),
  })
  expect(await ofLeg(0n)).toEqual({
    shares: known(BTC),
    perShare: known((60_000n * 10n ** 18n) / BTC),
  })
})

test('a manager shows its shares and what it can pull; below 50,000 STX none', async () => {
  const { ofManager, asked } = await readAll()
  const before = asked.length
  expect(await ofManager('m1', null)).toEqual({
    shares: known(100_000n * STX),
    pullableSats: known(850_000n),
  })
  expect(asked).toHaveLength(before + 2)
  expect(await ofManager('m2', null)).toEqual({ shares: known(0n), pullableSats: known(0n) })
  expect(await ofManager('m2', 0n)).toEqual({ shares: known(BTC), pullableSats: known(60_000n) })
})

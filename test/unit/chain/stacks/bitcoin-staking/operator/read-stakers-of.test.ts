import { expect, test } from 'vitest'
import { known } from '../../../../../../src/chain/known.ts'
import { readStakersOf } from '../../../../../../src/chain/stacks/bitcoin-staking/operator/read-stakers-of.ts'
import { PoxReader } from '../../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { modelNode } from '../../../../../support/bitcoin-staking/model-node.ts'
import { alice, bob, carol, contract, StakingBench } from '../../../../../support/staking-bench.ts'

async function read(api: (path: string) => unknown) {
  const { client, deployment, asked } = modelNode(StakingBench.with('m1'), { api })
  await client.tip()
  const holders = await readStakersOf(new PoxReader(client, deployment), contract('m1'))
  return { holders, asked: asked.filter((path) => path.includes('/stakers')) }
}

const row = (staker: string) => ({ staker, types: ['stx'] })

test('holders of a manager are read page by page, each once', async () => {
  const { holders, asked } = await read((path) =>
    path.includes('cursor=next')
      ? { results: [row(bob), row(carol)], cursor: { next: null } }
      : { results: [row(alice), row(bob)], cursor: { next: 'next' } },
  )
  expect(holders).toEqual(known([alice, bob, carol]))
  expect(asked).toHaveLength(2)
})

test('a holder of another network is left out; a page that is none is not believed', async () => {
  const other = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
  const { holders } = await read(() => ({
    results: [row(other), row(alice)],
    cursor: { next: null },
  }))
  expect(holders).toEqual(known([alice]))
  const bad = await read(() => ({ results: [row('x')], cursor: {} }))
  expect(bad.holders.known).toBe(false)
})

test('a list that never ends is read to a bound', async () => {
  const { holders, asked } = await read(() => ({
    results: [row(alice)],
    cursor: { next: crypto.randomUUID() },
  }))
  expect(holders).toEqual(known([alice]))
  expect(asked).toHaveLength(100)
})

import { expect, test } from 'vitest'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClock } from '../../../../../src/chain/stacks/bitcoin-staking/read-clock.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { StakingBench } from '../../../../support/staking-bench.ts'

const clockSaid = (change: object) => {
  const { client, deployment } = modelNode(StakingBench.with('m1'), {
    lie: (path, truth) => (path === '/v2/pox' ? { ...(truth as object), ...change } : truth),
    refuse: (path) => path.includes('call-read'),
  })
  return readClock(new PoxReader(client, deployment))
}

test('the clock is the node’s', async () => {
  expect(await clockSaid({})).toEqual({
    known: true,
    value: { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n },
  })
})

test.each([
  ['no length', { reward_cycle_length: 0 }],
  ['one block', { reward_cycle_length: 1, prepare_phase_block_length: 0 }],
  ['nothing but a prepare phase', { prepare_phase_block_length: 100 }],
  ['more blocks than there are numbers', { reward_cycle_length: 1e300 }],
  ['a part of a block', { first_burnchain_block_height: 0.5 }],
  ['a height below zero', { first_burnchain_block_height: -1 }],
])('a clock with cycles of %s is not known', async (_, change) => {
  expect(await clockSaid(change)).toMatchObject({ known: false })
})

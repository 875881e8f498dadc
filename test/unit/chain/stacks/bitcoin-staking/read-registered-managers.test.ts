import { expect, test } from 'vitest'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readRegisteredManagers } from '../../../../../src/chain/stacks/bitcoin-staking/read-registered-managers.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { alice, contract, StakingBench } from '../../../../support/staking-bench.ts'

const read = (signers: readonly unknown[], next: string | null = null) => {
  const node = modelNode(StakingBench.with('m1'), {
    api: () => ({ results: signers.map((signer) => ({ signer })), cursor: { next } }),
  })
  return { node, managers: readRegisteredManagers(new PoxReader(node.client, node.deployment)) }
}

test('a manager that is no contract of the network is dropped alone', async () => {
  const signers = [
    contract('m1'),
    'Send your recovery words to twinstack-help.example',
    `${contract('m2')}?x=<b>`,
    alice,
    'SP000000000000000000002Q6VF78.pox-5',
    `${alice.slice(0, -1)}X.m1`,
    5,
    contract('m2'),
  ]
  expect(await read(signers).managers).toEqual({
    known: true,
    value: [contract('m1'), contract('m2')],
  })
})

test('a list longer than was asked for is no answer', async () => {
  const signers = Array.from({ length: 51 }, (_, at) => contract(`m${at}`))
  expect(await read(signers).managers).toEqual({ known: false, reason: 'bad-answer' })
})

test('a list that never ends is read to a bound', async () => {
  const { node, managers } = read([contract('m1')], 'more')
  expect(await managers).toMatchObject({ known: true })
  expect(node.asked.length).toBeLessThanOrEqual(4)
})

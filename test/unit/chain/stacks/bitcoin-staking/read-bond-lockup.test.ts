import { expect, test } from 'vitest'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readBondLockup } from '../../../../../src/chain/stacks/bitcoin-staking/read-bond-lockup.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { BTC, dave, StakingBench } from '../../../../support/staking-bench.ts'

const path = `/extended/v3/staking/bonds/0/registrations/${dave}`

async function read(registration: unknown) {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.enter(dave, 0n, 3n * BTC)
  const node = modelNode(bench, { api: (asked) => (asked === path ? registration : undefined) })
  await node.client.tip()
  const { clock } = bench.chain.poxState
  const reader = new PoxReader(node.client, node.deployment)
  return { clock, lockup: await readBondLockup(reader, { clock, bond: 0n, address: dave }) }
}

test('sats on Bitcoin name their outputs; whether those are unspent is unknown', async () => {
  const transactions = [
    { tx_id: '0xab', output_index: 1 },
    { tx_id: '0xcd', output_index: 0 },
  ]
  const { clock, lockup } = await read({ staker: dave, type: 'l1', l1_lockup: { transactions } })
  // A bond of twelve cycles, less half a cycle [bitcoin-staking 1.3].
  const end = (clock.firstCycle + 12n) * clock.cycleBlocks
  expect(lockup).toEqual({
    outputs: {
      known: true,
      value: [
        { txid: '0xab', output: 1 },
        { txid: '0xcd', output: 0 },
      ],
    },
    earliestUnlockHeight: clock.firstBurnHeight + end - clock.cycleBlocks / 2n,
    hasAnnouncedExit: { known: true, value: false },
    isUnspent: { known: false, reason: 'not-offered' },
  })
})

test.each<[string, unknown, object]>([
  ['sBTC has no outputs', { type: 'l2', l2_lockup: { tx_id: '0xab' } }, { value: null }],
  ['a list that is not given is unknown', { type: 'l1' }, { reason: 'not-offered' }],
  ['an answer of another shape is unknown', { type: 'l3' }, { known: false }],
  ['no answer is unknown', undefined, { known: false }],
])('%s', async (_, registration, outputs) => {
  expect((await read(registration)).lockup.outputs).toMatchObject(outputs)
})

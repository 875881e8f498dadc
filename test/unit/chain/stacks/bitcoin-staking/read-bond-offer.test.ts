import { expect, test } from 'vitest'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readBondOffer } from '../../../../../src/chain/stacks/bitcoin-staking/read-bond-offer.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { BTC, dave, StakingBench, stranger } from '../../../../support/staking-bench.ts'

function withBond(): StakingBench {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.enter(dave, 0n, 3n * BTC)
  return bench
}

const read = async (node: ReturnType<typeof modelNode>, address: string) => {
  await node.client.tip()
  return readBondOffer(new PoxReader(node.client, node.deployment), { bond: 0n, address })
}

test('a bond shows what an address may put in, and how full it is', async () => {
  const api = (path: string) =>
    path === '/extended/v3/staking/bonds/0'
      ? { index: 0, parameters: { target_rate_bps: 300, btc_capacity: '8400000000000000' } }
      : undefined
  const offer = await read(modelNode(withBond(), { api }), dave)
  expect(offer).toEqual({
    bond: 0n,
    allowanceSats: { known: true, value: 21_000_000n * BTC },
    capacitySats: { known: true, value: 84_000_000n * BTC },
    registeredSats: { known: true, value: 3n * BTC },
  })
})

test('an address that is not on the list has no allowance; a capacity may be unknown', async () => {
  const offer = await read(modelNode(withBond()), stranger)
  expect(offer.allowanceSats).toEqual({ known: true, value: null })
  expect(offer.capacitySats).toMatchObject({ known: false })
})

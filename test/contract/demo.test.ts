import { expect, it } from 'vitest'
import { createDuskClient } from '../../src/chain/dusk/client.ts'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import { builtInDeployments } from '../../src/chain/stacks/deployments.ts'
import { readNetwork } from '../../src/chain/stacks/read-network.ts'
import { findDeploymentId } from '../../src/dev/cli/start/find-deployment-id.ts'
import { startDuskDemo, startStacksDemo } from '../../src/dev/cli/start/start-networks.ts'

// What `npm start` shows first.

it('has paid a cycle, so that its golden ratio is known', async () => {
  const network = await startStacksDemo({ port: 0 })
  const row = builtInDeployments.find(({ id }) => id === findDeploymentId(network))!
  const client = createStacksClient({ bases: [network.url] })
  const deployment = { ...row, apiBases: [network.url] }
  const { reading } = await readNetwork(client, deployment, {
    previous: null,
    lastPaidHeight: null,
  })
  const isKept = network.control.status().keeper
  await network.close()
  expect(reading?.cycle).toMatchObject({ known: true, value: { id: 1 } })
  expect(reading?.goldenRatios).toMatchObject({ known: true, value: [{ cycle: 0 }] })
  expect(isKept).toBe(true)
})

it('stakes about as much DUSK as mainnet, so that rates are as there', async () => {
  const network = await startDuskDemo(0, 'token')
  const list = await createDuskClient({ bases: [network.url] }).provisioners()
  await network.close()
  if (!list.ok) throw new Error(list.failure.code)
  const staked = list.value.reduce((sum, { amount }) => sum + amount, 0n)
  expect(staked / 10n ** 15n).toBe(200n)
})

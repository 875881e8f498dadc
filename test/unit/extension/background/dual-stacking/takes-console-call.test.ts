import { expect, it } from 'vitest'
import { exampleNetwork } from '../../../../../src/app/dual-stacking/example-network.ts'
import { deploymentsItem, networkItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { settingsItem } from '../../../../../src/app/stored/shared-items.ts'
import { builtInDeployments } from '../../../../../src/chain/stacks/deployments.ts'
import type { NetworkReading } from '../../../../../src/chain/stacks/readings.ts'
import { takesConsoleCall } from '../../../../../src/extension/background/dual-stacking/takes-console-call.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

const base = builtInDeployments.find(({ id }) => id === 'embedded-v1')!
const winding = ['distribute-rewards', 'finalize-reward-distribution', 'emergency-withdraw-sbtc']
// `transfer` pays into the pool.
const others = ['transfer', 'update-admin', 'initialize-contract', 'enroll', 'constructor']

/** Which calls are taken by a contract of the user's own, after a reading of `deployment`. */
const taken = async (writable: NetworkReading['writable'] | null, deployment = 'own') => {
  const store = await openItemStore(createMemoryArea())
  await store.update(deploymentsItem, () => [{ ...base, id: 'own', custom: true }])
  await store.update(settingsItem, () => ({ ...initialSettings(), deployment: 'own' }))
  if (writable) await store.update(networkItem, () => ({ ...exampleNetwork, deployment, writable }))
  return [...winding, ...others].filter((name) => takesConsoleCall(store, name))
}

it('takes no call for a contract that was not read, or is another than it should be', async () => {
  expect(await taken(null)).toEqual([])
  expect(await taken({ ok: true }, 'embedded-v1')).toEqual([])
  expect(await taken({ ok: false, reason: 'unknown-contract' })).toEqual([])
  expect(await taken({ ok: false, reason: 'no-user-calls' })).toEqual([])
})

it('lets what is superseded, ended or inactive be wound up, and pays nothing into it', async () => {
  for (const reason of ['superseded', 'ended', 'inactive-network'] as const)
    expect(await taken({ ok: false, reason })).toEqual(winding)
  expect(await taken({ ok: true })).toEqual([...winding, ...others])
  expect(await taken({ ok: false, reason: 'closed' })).toEqual([...winding, ...others])
})

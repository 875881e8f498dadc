import { readFileSync } from 'node:fs'
import { Cl, type ClarityValue } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paidTo } from '../../docs/examples/defi.ts'
import { awaitFinalization } from '../../src/chain/stacks/await-finalization.ts'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import {
  embeddedDeployment,
  findDeployment,
  type Deployment,
} from '../../src/chain/stacks/deployments.ts'
import { deployer, userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'

const [alice, bob] = userAccounts as [DevnetAccount, DevnetAccount]
const vault = `${deployer.address}.sample-defi`
let network: Network
let deployment: Deployment

beforeAll(async () => {
  network = await createNetwork({ demo: true, keeper: false })
  deployment = { ...findDeployment(embeddedDeployment)!, apiBases: [network.url] }
  const source = readFileSync(
    new URL('../../src/contracts/sample-defi.clar', import.meta.url),
    'utf8',
  ).replaceAll('.dual-stacking-v1', network.contracts.dualStacking.replace(/^.*(?=\.)/, ''))
  await call(deployer, { kind: 'deploy', name: 'sample-defi', source, clarity: 3 })
})
afterAll(() => network?.close())

type Action = Parameters<ReturnType<typeof createStacksSender>>[1]

async function call(account: DevnetAccount, action: Action): Promise<void> {
  const sent = await createStacksSender(network.node)(account, action)
  if (!sent.ok || sent.transaction.status !== 'success')
    throw new Error(
      JSON.stringify(sent, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    )
}
const invoke = (account: DevnetAccount, contract: string, method: string, args: ClarityValue[]) =>
  call(account, { kind: 'call', contract, method, args })
const owed = async (who: string): Promise<unknown> => {
  const position = await createStacksClient({ bases: [network.url] }).callRead(
    vault,
    'get-position',
    [Cl.principal(who)],
  )
  return position.ok && (position.value as { owed: bigint }).owed
}

describe('a DeFi protocol that pays its own users', () => {
  it('learns of the finalization and its reward, and splits it among its depositors', async () => {
    await invoke(deployer, network.contracts.dualStacking, 'enroll-defi', [
      Cl.principal(vault),
      Cl.principal(vault),
      Cl.principal(vault),
      Cl.none(),
    ])
    await invoke(alice, vault, 'deposit', [Cl.uint(3_000_000)])
    await invoke(bob, vault, 'deposit', [Cl.uint(1_000_000)])
    const client = createStacksClient({ bases: [network.url] })
    const who = { enrolled: vault, rewardAddresses: [vault] }

    // The cycle that was running when it enrolled pays it nothing; settling that one begins the
    // next.
    const first = awaitFinalization(client, deployment, { ...who, cycle: 0 }, { everyMs: 20 })
    await network.control.runTo('finalize-reward-distribution')
    expect(await first).toMatchObject({ cycle: 0, sats: 0n, payments: [] })
    await invoke(alice, vault, 'settle', [])
    await network.control.runTo('advance-to-next-cycle')

    const second = awaitFinalization(client, deployment, { ...who, cycle: 1 }, { everyMs: 20 })
    await network.control.runTo('finalize-reward-distribution')
    const { sats, payments } = await second
    expect(payments).toMatchObject([{ sats, rewardAddress: vault }])
    expect(sats).toBeGreaterThan(0n)
    expect(await paidTo(vault, 1, deployment)).toBe(sats)
    await invoke(bob, vault, 'settle', [])
    expect(await owed(alice.address)).toBe((sats * 3n) / 4n)
    expect(await owed(bob.address)).toBe(sats / 4n)
  })

  it('is told no amount by an index that is behind the finalization', async () => {
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('finalize-reward-distribution')
    await network.control.mineBurn(1)
    network.control.setApiLag(40)
    let looks = 0
    const client = createStacksClient({
      bases: [network.url],
      fetch: (url, init) => {
        if (url.endsWith('/extended') && (looks += 1) === 3) network.control.setApiLag(0)
        return fetch(url, init)
      },
    })
    const who = { cycle: 2, enrolled: vault, rewardAddresses: [] }
    const { sats, payments } = await awaitFinalization(client, deployment, who, { everyMs: 5 })
    expect(looks).toBe(3)
    expect(payments).toHaveLength(1)
    expect(sats).toBeGreaterThan(0n)
  })

  it('is told the same of a contract of anyone’s own, whose family no row states', async () => {
    const who = { cycle: 2, enrolled: vault, rewardAddresses: [vault] }
    const client = createStacksClient({ bases: [network.url] })
    const own = { ...deployment, id: 'own', family: null, custom: true }
    const finalized = await awaitFinalization(client, own, who, { everyMs: 5 })
    expect(finalized).toEqual(await awaitFinalization(client, deployment, who, { everyMs: 5 }))
    expect(finalized.sats).toBeGreaterThan(0n)
  })

  it('stops waiting when aborted', async () => {
    const stop = new AbortController()
    const waiting = awaitFinalization(
      createStacksClient({ bases: [network.url] }),
      deployment,
      { cycle: 99, enrolled: vault, rewardAddresses: [] },
      { signal: stop.signal, everyMs: 10 },
    )
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })
})

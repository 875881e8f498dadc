import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import { findDeployment } from '../../src/chain/stacks/deployments.ts'
import type { RewardPayment } from '../../src/chain/stacks/readings.ts'
import { collectRewards } from '../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from '../../src/chain/stacks/rewards/reward-cursor.ts'
import { keeperAccount, userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { createFamilies, type Families } from '../../src/dev/network/families/families.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'

// An account that has had its rewards sent to one address, then to another, then to itself.

const [first, holder, second] = userAccounts as [DevnetAccount, DevnetAccount, DevnetAccount]
let network: Network
let families: Families

beforeAll(async () => {
  network = await createNetwork({ contract: 'v1', keeper: false })
  for (const { address } of userAccounts) await network.control.faucetSbtc(address, 20_000_000n)
  families = await createFamilies(network.node)
  const send = createStacksSender(network.node)
  const sendTo = (address: string) =>
    send(holder, {
      kind: 'call',
      contract: families.contracts.v2,
      method: 'change-reward-address',
      args: [Cl.principal(address)],
    })
  await families.v2.open([{ account: holder, rewardAddress: first.address }])
  await families.v2.runTo('advance-to-next-cycle')
  await sendTo(second.address)
  await families.v2.runTo('advance-to-next-cycle')
  await families.v2.runTo('advance-to-next-cycle')
  await sendTo(holder.address)
})
afterAll(() => network?.close())

/** Everything that is found, `budget` requests at a time; the cursor is stored in between. */
const collect = async (
  history: boolean,
  budget: number,
  {
    address = holder.address,
    rewardAddresses = [],
    from = emptyRewards,
  }: { address?: string; rewardAddresses?: string[]; from?: RewardCursor } = {},
) => {
  const client = createStacksClient({ bases: [network.url] })
  const deployments = ['embedded-v2', 'embedded-v1', 'embedded-v3'].map((id) => findDeployment(id)!)
  const account = { address, rewardAddresses, deployments }
  const found = new Map<string, RewardPayment>()
  let cursor = from
  for (;;) {
    const tip = await client.tip()
    if (!tip.ok) throw new Error(tip.failure.code)
    const collected = await collectRewards(client, account, structuredClone(cursor), {
      tip: tip.value,
      budget,
      history,
    })
    expect(collected.problem).toBeNull()
    for (const payment of collected.found) found.set(payment.key, payment)
    cursor = collected.cursor
    if (collected.requestsLeft === null) return { found: [...found.values()], cursor, client }
  }
}
const receivers = (found: RewardPayment[]) =>
  new Set(found.map(({ rewardAddress }) => rewardAddress))

it.each([4, 30])(
  'what went to its earlier ones is found, %i requests at a time',
  async (budget) => {
    const { found } = await collect(true, budget)
    expect(receivers(found)).toEqual(new Set([first.address, second.address]))
    for (const payment of found)
      expect(payment).toMatchObject({ enrolledAddress: holder.address, deployment: 'embedded-v2' })
    expect(new Set(found.map(({ cycle }) => cycle.known && cycle.value)).size).toBe(found.length)
  },
)

it('so it is with every deprecated path switched off', async () => {
  const { found: on } = await collect(true, 30)
  network.control.setDeprecatedPaths(false)
  const off = await collect(true, 30).finally(() => network.control.setDeprecatedPaths(true))
  expect(off.found.map(({ key }) => key).toSorted()).toEqual(on.map(({ key }) => key).toSorted())
})

it('only the history looks for them', async () => {
  expect((await collect(false, 30)).found).toEqual([])
})

it('once they have been read, nothing more is asked of them', async () => {
  const { cursor, client } = await collect(true, 30)
  await network.control.mineBurn(1)
  const tip = await client.tip()
  if (!tip.ok) throw new Error(tip.failure.code)
  const asked: string[] = []
  const watched = createStacksClient({
    bases: [network.url],
    fetch: (...call) => {
      asked.push(String(call[0]))
      return fetch(...call)
    },
  })
  await collectRewards(
    watched,
    {
      address: holder.address,
      rewardAddresses: [],
      deployments: [findDeployment('embedded-v2')!],
    },
    cursor,
    { tip: tip.value, budget: 30, history: true },
  )
  expect(asked.filter((url) => url.includes(`/principals/${holder.address}/`))).toEqual([])
  expect(cursor.calls?.addresses.toSorted()).toEqual([first.address, second.address].toSorted())
})

describe('what a contract without events paid to another address', () => {
  const nobody = 'ST000000000000000000002AMW42H'
  const later = 'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0'
  const account = keeperAccount
  const { address } = account

  /** Payments by amount, so that each is another one. */
  const pay = async (to: string, sats: bigint) => {
    await families.v3.pay([{ address: to, sats }])
    await network.control.mineBurn(1)
  }
  const sendTo = (reward: string) =>
    createStacksSender(network.node)(account, {
      kind: 'call',
      contract: families.contracts.v3,
      method: 'change-reward-address',
      args: [Cl.principal(reward)],
    })
  const earners = (found: RewardPayment[]) =>
    Object.fromEntries(
      found
        .filter(({ deployment }) => deployment === 'embedded-v3')
        .map((payment) => [
          Number(payment.sats),
          [payment.enrolledAddress, payment.rewardAddress, payment.evidence],
        ]),
    )
  const expected = {
    5_000: [address, nobody, 'transfer'],
    6_000: [address, first.address, 'transfer'],
    7_000: [address, first.address, 'unclear'],
    8_000: [address, second.address, 'unclear'],
  }

  beforeAll(async () => {
    await network.control.faucetSbtc(address, 1_000_000n)
    await families.v3.enroll(account, nobody)
    await pay(address, 5_000n)
    await sendTo(first.address)
    await pay(address, 6_000n)
    await families.v3.enroll(first)
    await families.v3.enroll(second)
    await pay(address, 7_000n)
    // Its own, before the account had anything sent to it.
    await pay(second.address, 3_000n)
    await sendTo(second.address)
    await pay(address, 8_000n)
  })

  it.each([4, 30])('is the account’s by its own calls, %i requests at a time', async (budget) => {
    expect(earners((await collect(true, budget, { address })).found)).toEqual(expected)
  })

  it('is so with every deprecated path switched off', async () => {
    network.control.setDeprecatedPaths(false)
    const off = await collect(true, 30, { address }).finally(() =>
      network.control.setDeprecatedPaths(true),
    )
    expect(earners(off.found)).toEqual(expected)
  })

  it('is its receiver’s own to a search of that one', async () => {
    const { found } = await collect(true, 30, { address: second.address })
    expect(earners(found)).toEqual({
      3_000: [second.address, second.address, 'transfer'],
      8_000: [second.address, second.address, 'transfer'],
    })
  })

  it('is found after a call that came since the others were read', async () => {
    const { cursor } = await collect(true, 30, { address })
    await sendTo(later)
    await pay(address, 9_000n)
    const { found } = await collect(true, 30, { address, from: cursor, rewardAddresses: [later] })
    expect(earners(found)[9_000]).toEqual([address, later, 'transfer'])
  })
})

import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStacksClient, type StacksClient } from '../../src/chain/stacks/client.ts'
import {
  embeddedDeployment,
  findDeployment,
  type Deployment,
} from '../../src/chain/stacks/deployments.ts'
import { readAccount } from '../../src/chain/stacks/read-account.ts'
import { readNetwork } from '../../src/chain/stacks/read-network.ts'
import { readPastCycle } from '../../src/chain/stacks/read-past-cycle.ts'
import type {
  AccountReading,
  CycleReading,
  NetworkReading,
  RewardPayment,
} from '../../src/chain/stacks/readings.ts'
import { collectRewards } from '../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from '../../src/chain/stacks/rewards/reward-cursor.ts'
import type { StacksTip } from '../../src/chain/stacks/stacks-read.ts'
import { trackTransaction } from '../../src/chain/stacks/track-transaction.ts'
import {
  deployer,
  keeperAccount,
  userAccounts,
  type DevnetAccount,
} from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'

let network: Network
let deployment: Deployment

const [user, other] = userAccounts as [DevnetAccount, DevnetAccount]

beforeAll(async () => {
  network = await createNetwork({ demo: true, keeper: false })
  deployment = { ...findDeployment(embeddedDeployment)!, apiBases: [network.url] }
})
afterAll(() => network?.close())

const newClient = (stored?: unknown) => createStacksClient({ bases: deployment.apiBases, stored })

const theNetwork = async (
  client: StacksClient,
  previous?: NetworkReading | null,
): Promise<NetworkReading> => {
  const { reading, problem } = await readNetwork(client, deployment, { previous })
  expect(problem).toBeNull()
  return reading!
}

const theAccount = async (
  client: StacksClient,
  address: string,
  fresh = false,
): Promise<AccountReading> => {
  const { reading, problem } = await readAccount(
    client,
    deployment,
    { address, network: await theNetwork(client) },
    { fresh },
  )
  expect(problem).toBeNull()
  return reading!
}

const value = <T>(of: { known: true; value: T } | { known: false; reason: string }): T => {
  if (!of.known) throw new Error(`unknown: ${of.reason}`)
  return of.value
}
const cycleOf = (reading: NetworkReading): CycleReading => value(reading.cycle)

const call = async (
  account: DevnetAccount,
  method: string,
  args: Parameters<typeof Cl.list>[0],
) => {
  const sent = await createStacksSender(network.node)(account, {
    kind: 'call',
    contract: deployment.contract,
    method,
    args,
  })
  if (!sent.ok) throw new Error(sent.reason)
  return sent.transaction.txid
}

const tipOf = async (client: StacksClient): Promise<StacksTip> => {
  const tip = await client.tip()
  if (!tip.ok) throw new Error('no tip')
  return tip.value
}

describe('readings of the embedded network', () => {
  it('show the cycle, the parameters and an account as the chain has them', async () => {
    const client = newClient()
    const reading = await theNetwork(client)
    const { burn, stacks } = network.control.heights()
    expect(reading).toMatchObject({
      family: 'v1',
      burnHeight: burn,
      stacksHeight: stacks,
      writable: { ok: true },
    })
    expect(cycleOf(reading)).toMatchObject({
      id: 0,
      snapshotsPerCycle: 3,
      blocksPerSnapshot: 4,
      participantsCount: 10,
      phase: 'snapshots',
    })
    expect(value(reading.apr)).toBe(5_000_000n)
    expect(value(reading.multiplier)).toBe(9n)
    expect(value(reading.poolSats)).toBe(5_000_000_000n)
    expect(value(reading.minimumSats)).toBe(10_000n)
    expect(reading.totalWeights).toEqual({ known: false, reason: 'not-offered' })

    const account = await theAccount(client, user.address)
    expect(value(account.sats)).toBe(25_000_000n)
    expect(value(account.lockedMicroStx)).toBe(60_000_000_000n)
    expect(value(account.liquidMicroStx)).toBe(0n)
    expect(value(account.enrolledThisCycle)).toBe(false)
    expect(value(account.enrolledNextCycle)).toBe(false)
    expect(value(account.holding)).toBeNull()
  })

  it('cost nothing twice in a Bitcoin block, and few requests in the next', async () => {
    const first = newClient()
    await theAccount(first, user.address)
    const start = first.counts()
    await theAccount(first, user.address)
    expect(first.counts().requests - start.requests).toBe(1)

    const restarted = newClient(first.snapshot())
    await theAccount(restarted, user.address)
    expect(restarted.counts().requests).toBe(1)

    await network.control.mineBurn(1)
    await theAccount(restarted, user.address)
    const later = restarted.counts().requests - 1
    expect(start.requests).toBeLessThanOrEqual(18)
    expect(later).toBeLessThanOrEqual(9)
  })

  it('see an own transaction within the block, and follow it to its end', async () => {
    const client = newClient()
    await theAccount(client, user.address)
    const txid = await call(user, 'enroll', [Cl.some(Cl.principal(other.address))])
    const tracked = await trackTransaction(client, { txid, sentAt: Date.now() })
    expect(tracked).toMatchObject({
      ok: true,
      news: { state: 'confirmed', burnHeight: network.control.heights().burn },
    })
    const account = await theAccount(client, user.address, true)
    expect(value(account.enrolledNextCycle)).toBe(true)
    expect(value(account.rewardAddress)).toBe(other.address)
    expect(value(account.enrolledThisCycle)).toBe(false)

    const again = await call(user, 'enroll', [Cl.none()])
    expect(await trackTransaction(client, { txid: again, sentAt: Date.now() })).toMatchObject({
      ok: true,
      news: {
        state: 'aborted',
        by: 'contract',
        errorNumber: 101,
      },
    })
    const unseen = { txid: 'ab'.repeat(32) }
    expect(await trackTransaction(client, { ...unseen, sentAt: Date.now() })).toMatchObject({
      ok: true,
      news: { state: 'pending' },
    })
    expect(
      await trackTransaction(client, { ...unseen, sentAt: Date.now() - 4_000_000 }),
    ).toMatchObject({ ok: true, news: { state: 'dropped' } })
    expect(
      await trackTransaction(client, {
        ...unseen,
        sentAt: Date.now(),
        sender: user.address,
        nonce: 0,
      }),
    ).toMatchObject({ ok: true, news: { state: 'replaced' } })
  })
})

describe('rewards', () => {
  const collectAll = async (
    client: StacksClient,
    address: string,
    from: RewardCursor = emptyRewards,
    rewardAddresses: string[] = [],
  ) => {
    const found: RewardPayment[] = []
    let cursor = from
    let calls = 0
    for (;;) {
      const collected = await collectRewards(
        client,
        { address, rewardAddresses, deployments: [deployment] },
        cursor,
        { tip: await tipOf(client), budget: 4 },
      )
      expect(collected.problem).toBeNull()
      found.push(...collected.found)
      cursor = collected.cursor
      calls += 1
      if (collected.requestsLeft === null) return { found, cursor, calls }
      expect(calls).toBeLessThan(50)
    }
  }

  it('are found for a newly followed address, and distinguished from other sBTC', async () => {
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('finalize-reward-distribution')
    const client = newClient()
    const reading = await theNetwork(client)
    expect(cycleOf(reading)).toMatchObject({ id: 1, phase: 'finalized' })
    expect(value(reading.totalWeights).cycle).toBe(1)
    expect(value(reading.goldenRatios).map(({ cycle }) => cycle)).toEqual([1, 0])

    // The user's rewards go to the other's address; the other received sBTC from a faucet and from
    // a withdrawal too.
    await network.control.faucetSbtc(other.address, 777n)
    await call(deployer, 'emergency-withdraw-sbtc', [Cl.uint(888n), Cl.principal(other.address)])
    const { found, cursor } = await collectAll(client, user.address, emptyRewards, [other.address])
    expect(found).toHaveLength(1)
    const [payment] = found as [RewardPayment]
    expect(payment).toMatchObject({
      deployment: deployment.id,
      cycle: { known: true, value: 1 },
      enrolledAddress: user.address,
      rewardAddress: other.address,
    })
    const holding = value((await theAccount(client, user.address)).holding)
    expect(payment.sats).toBe(holding?.rewardSats)
    expect(payment.sats).toBeGreaterThan(0n)
    expect(await network.node.ledger.transaction(`0x${payment.txid}`)?.action).toMatchObject({
      method: 'distribute-rewards',
    })

    const before = client.counts().requests
    expect((await collectAll(client, user.address, cursor, [other.address])).found).toEqual([])
    expect(client.counts().requests - before).toBe(1)
  })

  it('and the outcome of a past cycle for an address is read, and remembered', async () => {
    const client = newClient()
    const first = await readPastCycle(client, deployment, { address: user.address, cycle: 1 })
    expect(first.problem).toBeNull()
    expect(first.reading).toMatchObject({
      cycle: 1,
      holding: { value: { rewarded: true, lastSnapshot: 2 } },
      weight: { known: true },
      sizes: { value: { snapshots: 3, blocksPerSnapshot: 4 } },
      finalized: { value: true },
    })
    expect(value(first.reading!.weight)).toBeGreaterThan(0n)
    expect(
      value(
        (await readPastCycle(client, deployment, { address: user.address, cycle: 0 })).reading!
          .holding,
      ),
    ).toBeNull()
    await network.control.mineBurn(1)
    await client.tip()
    const asked = client.counts().requests
    expect(
      (await readPastCycle(client, deployment, { address: user.address, cycle: 1 })).reading,
    ).toEqual(first.reading)
    expect(client.counts().requests).toBe(asked)
  })

  it('of every participant match the contract through all cycles', async () => {
    const client = newClient()
    const reading = await theNetwork(client)
    const rows = network.node.ledger
      .calls(deployment.contract, 'enroll')
      .map(({ sender }) => sender)
    for (const address of new Set(rows)) {
      const { found } = await collectAll(client, address)
      for (const payment of found.filter(({ enrolledAddress }) => enrolledAddress === address)) {
        const told = await client.callRead(
          deployment.contract,
          'reward-amount-for-cycle-and-address',
          [Cl.uint(value(payment.cycle)), Cl.principal(address)],
        )
        expect(told).toEqual({ ok: true, value: { some: payment.sats } })
      }
      if (address !== user.address)
        expect(found.map(({ cycle }) => value(cycle)).sort()).toEqual([0, 1])
    }
    expect(cycleOf(reading).participantsCount).toBe(11)
  })

  it('of the next cycle cost one request a block until it is paid', async () => {
    const client = newClient()
    const { cursor } = await collectAll(client, user.address, emptyRewards, [other.address])
    const requests: number[] = []
    let next = cursor
    const payments: RewardPayment[] = []
    const collect = async () => {
      const before = client.counts().requests
      const collected = await collectRewards(
        client,
        { address: user.address, rewardAddresses: [], deployments: [deployment] },
        next,
        { tip: await tipOf(client) },
      )
      requests.push(client.counts().requests - before - 1)
      payments.push(...collected.found)
      next = collected.cursor
    }
    for (let step = ''; step !== 'finalize-reward-distribution';) {
      await collect()
      step = (await network.control.step()).called ?? ''
    }
    await network.control.mineBurn(1)
    await collect()
    expect(payments.map(({ cycle }) => value(cycle))).toEqual([2])
    // Two addresses (the former reward address counts), and one more look at the payment that is
    // still young.
    expect(Math.max(...requests)).toBeLessThanOrEqual(4)
  })
})

describe('the first build on a network without at-block', () => {
  beforeAll(async () => {
    await network.close()
    network = await createNetwork({
      contract: 'v1',
      demo: { snapshots: 2, blocksPerSnapshot: 2 },
      keeper: false,
    })
    deployment = { ...findDeployment('embedded-v1')!, apiBases: [network.url] }
  })

  it('leaves what it cannot read unknown, and accepts no enrollments', async () => {
    await call(user, 'enroll', [Cl.none()])
    await network.control.runTo('finalize-reward-distribution')
    await network.control.runTo('advance-to-next-cycle')
    const client = newClient()
    await theAccount(client, user.address)
    await network.node.perform({ kind: 'epoch', epoch: '3.4' })
    await network.control.mineBurn(1)
    const account = await theAccount(client, keeperAccount.address)
    expect(account.enrolledThisCycle).toEqual({ known: false, reason: 'at-block-unavailable' })
    expect(value(account.enrolledNextCycle)).toBe(false)
    expect(value((await theAccount(client, user.address)).enrolledThisCycle)).toBe(true)
    const asked = client.counts().requests
    await network.control.mineBurn(1)
    const reading = await theNetwork(client)
    expect(reading.writable).toEqual({ ok: false, reason: 'inactive-network' })
    await theAccount(client, keeperAccount.address)
    expect(client.counts().requests - asked).toBeLessThanOrEqual(13)
  })
})

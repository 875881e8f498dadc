import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { askBlock } from '../../src/chain/stacks/api/block-sources.ts'
import { beginAudit } from '../../src/chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../src/chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../src/chain/stacks/audit/read-cycle-parameters.ts'
import { awaitFinalization } from '../../src/chain/stacks/await-finalization.ts'
import { createStacksClient, type StacksClient } from '../../src/chain/stacks/client.ts'
import { readPlannerState } from '../../src/chain/stacks/console/read-planner-state.ts'
import { readProposals } from '../../src/chain/stacks/console/read-proposals.ts'
import { createMemoryStore } from '../../src/chain/stacks/contract-index/participant-record.ts'
import { emptyIndex, readIndex } from '../../src/chain/stacks/contract-index/read-index.ts'
import { findDeployment, type Deployment } from '../../src/chain/stacks/deployments.ts'
import { firstStacksBlock } from '../../src/chain/stacks/first-stacks-block.ts'
import { readNetwork } from '../../src/chain/stacks/read-network.ts'
import type { RewardPayment } from '../../src/chain/stacks/readings.ts'
import { collectRewards } from '../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards } from '../../src/chain/stacks/rewards/reward-cursor.ts'
import { trackTransaction } from '../../src/chain/stacks/track-transaction.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'
import { auditCycle, CycleRecorder } from '../../src/protocol/dual-stacking/audit/index.ts'
import { fetchSentCall } from '../../src/wallet/stacks/fetch-sent-call.ts'

const user = userAccounts[0]!
let network: Network
let deployment: Deployment
let enrolment: string

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 3 },
    keeper: false,
    contract: 'live',
  })
  deployment = { ...findDeployment('embedded-live')!, apiBases: [network.url] }
  const send = createStacksSender(network.node)
  const call = (method: string, args: Parameters<typeof Cl.list>[0], account = deployer) =>
    send(account, { kind: 'call', contract: deployment.contract, method, args })
  const sent = await call('enroll', [Cl.none()], user)
  if (!sent.ok) throw new Error('not sent')
  enrolment = sent.transaction.txid
  await network.control.runTo('finalize-reward-distribution')
  await call('update-APR', [Cl.uint(7_000_000)])
  await network.control.faucetSbtc(deployment.contract, 123_456n)
  await network.control.runTo('finalize-reward-distribution')
  await call('emergency-withdraw-sbtc', [Cl.uint(1_000), Cl.principal(user.address)])
  await network.control.runTo('propose-golden-ratio')
  await network.control.mineBurn(1)
})
afterAll(() => network?.close())

/** What a new client reads from the chain, with and without deprecated paths. */
const onAndOff = async <T>(work: (client: StacksClient) => Promise<T>): Promise<[T, T]> => {
  const run = async () => {
    const client = createStacksClient({ bases: deployment.apiBases })
    await client.tip()
    return work(client)
  }
  const on = await run()
  network.control.setDeprecatedPaths(false)
  onTestFinished(() => network.control.setDeprecatedPaths(true))
  return [on, await run()]
}

const collect = async (client: StacksClient, budget: number): Promise<RewardPayment[]> => {
  const found = new Map<string, RewardPayment>()
  let cursor = emptyRewards
  for (;;) {
    const tip = await client.tip()
    if (!tip.ok) throw new Error(tip.failure.code)
    const collected = await collectRewards(
      client,
      { address: user.address, rewardAddresses: [], deployments: [deployment] },
      JSON.parse(
        JSON.stringify(cursor, (_, value: unknown) =>
          typeof value === 'bigint' ? `${value}` : value,
        ),
        (key, value: unknown) => (key === 'sats' ? BigInt(value as string) : value),
      ) as typeof cursor,
      { tip: tip.value, budget },
    )
    expect(collected.problem).toBeNull()
    for (const payment of collected.found) found.set(payment.key, payment)
    cursor = collected.cursor
    if (collected.requestsLeft === null) return [...found.values()]
  }
}

describe('with every deprecated path switched off', () => {
  it.each([4, 30])('rewards are the same payments, %i requests at a time', async (budget) => {
    const [on, off] = await onAndOff((client) => collect(client, budget))
    expect(on).toHaveLength(1)
    expect(off).toEqual(on)
  })

  it('rewards that are all known cost one request for an address and block', async () => {
    network.control.setDeprecatedPaths(false)
    onTestFinished(() => network.control.setDeprecatedPaths(true))
    const client = createStacksClient({ bases: deployment.apiBases })
    const account = { address: user.address, rewardAddresses: [], deployments: [deployment] }
    const step = async (cursor: typeof emptyRewards) => {
      const tip = await client.tip()
      if (!tip.ok) throw new Error(tip.failure.code)
      const before = client.counts().requests
      const { cursor: next } = await collectRewards(client, account, cursor, {
        tip: tip.value,
        budget: 30,
      })
      return { next, requests: client.counts().requests - before }
    }
    let { next } = await step(emptyRewards)
    await network.control.mineBurn(7)
    ;({ next } = await step(next))
    await network.control.mineBurn(1)
    expect((await step(next)).requests).toBe(1)
  })

  it.each([0, 1])('the audit of cycle %i has the same figures', async (cycle) => {
    const [on, off] = await onAndOff(async (client) => {
      const begun = await beginAudit(client, deployment, cycle)
      if (!begun.ok) throw new Error(begun.failure.code)
      const recorder = new CycleRecorder()
      const collected = await collectEntries(client, deployment, begun.value.cursor, {
        budget: 200,
      })
      expect(collected.requestsLeft).toBeNull()
      recorder.add(collected.entries)
      const parameters = await readCycleParameters(
        client,
        deployment,
        begun.value.capabilities,
        collected.cursor,
      )
      if (!parameters.ok) throw new Error(parameters.failure.code)
      return auditCycle(recorder.data(cycle, parameters.value))
    })
    expect(on.verdict).toBe(cycle === 1 ? 'exact' : 'consistent')
    expect(off).toEqual(on)
  })

  it('the planner and the proposals are the same', async () => {
    const [on, off] = await onAndOff(async (client) => {
      const store = createMemoryStore()
      const tip = await client.tip()
      if (!tip.ok) throw new Error(tip.failure.code)
      const index = await readIndex(
        client,
        deployment,
        { store, cursor: emptyIndex },
        { tip: tip.value, budget: 100 },
      )
      expect(index.requestsLeft).toBeNull()
      const state = await readPlannerState(client, deployment, deployer.address, {
        store,
        cursor: index.cursor,
      })
      if (!state.ok) throw new Error(state.failure.code)
      const proposals = await readProposals(client, deployment.contract, state.value.cycle.id, 0)
      return { state: state.value, proposals }
    })
    expect(on.proposals).toMatchObject({ ok: true, value: [{ counted: 0 }] })
    expect(off).toEqual(on)
  })

  it('a block and the first one of a Bitcoin height are the same', async () => {
    const { stacks, burn } = network.control.heights()
    const [on, off] = await onAndOff(async (client) => ({
      blocks: await Promise.all([
        askBlock(client, stacks),
        askBlock(client, 7),
        askBlock(client, stacks + 1),
      ]),
      first: await Promise.all([5, 3, 0, -1].map((back) => firstStacksBlock(client, burn - back))),
    }))
    expect(on.blocks.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(on.first[3]).toEqual({ ok: true, value: undefined })
    expect(on.first[2]).toMatchObject({ ok: true, value: expect.any(Number) as number })
    expect(off.first).toEqual(on.first)
    const told = ({ blocks }: typeof on) =>
      blocks.map((block) => (block.ok ? block.value : block.failure.code))
    expect(told(off)).toEqual(told(on))
  })

  it('a transaction is tracked, and the call in it told', async () => {
    const [on, off] = await onAndOff(async (client) => ({
      news: await trackTransaction(client, { txid: enrolment, sentAt: 0 }),
      sent: await fetchSentCall(client, enrolment),
    }))
    expect(on.news).toMatchObject({ ok: true, news: { state: 'confirmed' } })
    expect(on.sent).toMatchObject({ ok: true, value: { postConditionMode: 'allow' } })
    expect(off.news).toEqual(on.news)
    expect(off.sent).toEqual({
      ok: true,
      value: on.sent.ok && { ...on.sent.value, postConditionMode: null },
    })
  })

  it('the reading of the network and a finalization are the same', async () => {
    const [on, off] = await onAndOff(async (client) => {
      const { reading, problem } = await readNetwork(client, deployment)
      expect(problem).toBeNull()
      const reward = await awaitFinalization(
        client,
        deployment,
        { cycle: 1, enrolled: user.address, rewardAddresses: [] },
        { everyMs: 20 },
      )
      return { reading: { ...reading, readAt: 0 }, reward }
    })
    expect(on.reward.sats).toBeGreaterThan(0n)
    expect(on.reading.totalWeights).toMatchObject({ known: true })
    expect(off).toEqual(on)
  })
})

import { Cl } from '@stacks/transactions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStacksClient, type StacksClient } from '../../../src/chain/stacks/client.ts'
import { findDeployment, type Deployment } from '../../../src/chain/stacks/deployments.ts'
import { readAccount } from '../../../src/chain/stacks/read-account.ts'
import { readNetwork } from '../../../src/chain/stacks/read-network.ts'
import type {
  AccountReading,
  NetworkReading,
  RewardPayment,
} from '../../../src/chain/stacks/readings.ts'
import { collectRewards } from '../../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from '../../../src/chain/stacks/rewards/reward-cursor.ts'
import { createFastClock } from '../../../src/dev/faults/fast-clock.ts'
import {
  faults,
  startFaultProxy,
  type Fault,
  type FaultProxy,
} from '../../../src/dev/faults/fault-proxy.ts'
import { userAccounts } from '../../../src/dev/network/accounts.ts'
import { createFamilies } from '../../../src/dev/network/families/families.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { createStacksSender } from '../../../src/dev/network/node/sender.ts'

let network: Network
let proxy: FaultProxy
let deployment: Deployment
let clock: ReturnType<typeof createFastClock>
let client: StacksClient

const user = userAccounts[0]!.address
const at = (id: string): Deployment => ({ ...findDeployment(id)!, apiBases: [proxy.url] })
/** Cycles that have paid the user, and whether an older API says in which block. */
const paid: Record<string, unknown> = {
  'embedded-v1': [[1, false]],
  'embedded-v2': [[0, false]],
  'embedded-v3': [],
}
/** What a family cannot answer, however well the host does. */
const untold: Record<string, string[]> = {
  'embedded-v3': [
    'cycle',
    'totalWeights',
    'minimumSats',
    'enrolledThisCycle',
    'blacklisted',
    'holding',
  ],
}
const newClient = (timeoutMs = 5_000, stored?: unknown) =>
  createStacksClient({ bases: deployment.apiBases, clock, timeoutMs, random: () => 0, stored })

beforeAll(async () => {
  network = await createNetwork({ contract: 'v1', demo: true, keeper: false })
  proxy = await startFaultProxy(network.url)
  deployment = at('embedded-v1')
  const families = await createFamilies(network.node)
  await families.v2.open([{ account: userAccounts[0]!, defiSats: 5_000_000n }])
  await families.v2.runTo('advance-to-next-cycle')
  await families.v3.enroll(userAccounts[0]!)
  await createStacksSender(network.node)(userAccounts[0]!, {
    kind: 'call',
    contract: deployment.contract,
    method: 'enroll',
    args: [Cl.none()],
  })
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('finalize-reward-distribution')
})
beforeEach(() => {
  clock = createFastClock()
  client = newClient()
})
afterEach(() => proxy.play(undefined))
afterAll(async () => {
  await proxy?.close()
  await network?.close()
})

const unknowns = (reading: NetworkReading | AccountReading) =>
  Object.entries(reading).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'known' in value && !value.known ? [name] : [],
  )

type Both = { network: NetworkReading; account: AccountReading }

const refresh = async (
  previous?: Both,
  fresh = false,
): Promise<Both & { problem: string | null }> => {
  const read = await readNetwork(client, deployment, { previous: previous?.network ?? null, fresh })
  if (!read.reading) throw new Error(`nothing to show: ${read.problem}`)
  const own = await readAccount(
    client,
    deployment,
    { address: user, network: read.reading },
    {
      previous: previous?.account ?? null,
      fresh,
    },
  )
  if (!own.reading) throw new Error(`nothing to show: ${own.problem}`)
  return { network: read.reading, account: own.reading, problem: read.problem ?? own.problem }
}
const expectWhole = (read: Both & { problem: string | null }) => {
  expect(read.problem).toBeNull()
  expect([...unknowns(read.network), ...unknowns(read.account)]).toEqual(
    untold[deployment.id] ?? [],
  )
}
const good = async () => {
  const read = await refresh()
  expectWhole(read)
  return read
}

describe.each(['embedded-v1', 'embedded-v2', 'embedded-v3'])('a fault of the host of %s', (id) => {
  beforeEach(() => {
    deployment = at(id)
    client = newClient()
  })
  afterAll(() => {
    deployment = at('embedded-v1')
  })

  it.each<[string, () => Fault, string | null]>([
    ['many 429', () => faults.busy(1000, '90'), 'rate-limited'],
    ['a burst of 429', () => faults.busy(2), null],
    ['some 500', () => faults.broken(2), null],
    ['nothing but 500', () => faults.broken(1000), 'server-error'],
    ['a slow drip', faults.drip, 'slow'],
    ['truncated JSON', faults.truncated, 'bad-answer'],
    ['a login page', faults.page, 'bad-answer'],
  ])('%s leaves what was known, with its age, and passes by itself', async (_, fault, problem) => {
    const before = await good()
    await network.control.mineBurn(1)
    clock.advance(600_000)
    proxy.play(fault())
    client = newClient(problem === 'slow' ? 150 : undefined, client.snapshot())
    const during = await refresh(before, true)
    expect(during.problem).toBe(problem)
    expect([...unknowns(during.network), ...unknowns(during.account)]).toEqual(untold[id] ?? [])
    if (problem) expect(during.network.readAt).toBe(before.network.readAt)

    proxy.play(undefined)
    clock.advance(120_000)
    client = newClient(undefined, client.snapshot())
    const after = await refresh(during)
    expectWhole(after)
    expect(after.network.readAt).toBe(clock.now())
    expect(after.network.burnHeight).toBe(network.control.heights().burn)
  })

  it('a stale cache in between shows old heights until it ends', async () => {
    proxy.play(faults.stale())
    const before = await good()
    await network.control.mineBurn(2)
    expect((await refresh(before, true)).network.burnHeight).toBe(before.network.burnHeight)
    proxy.play(undefined)
    expect((await refresh(before)).network.burnHeight).toBe(before.network.burnHeight + 2)
  })

  it('an older API costs what only the newer one offers', async () => {
    proxy.play(faults.older())
    const read = await refresh()
    expect(read.problem).toBeNull()
    // A past cycle's weights are found by a filter that only newer ones have.
    expect([...unknowns(read.network), ...unknowns(read.account)]).toEqual(
      id === 'embedded-v2' ? ['totalWeights'] : (untold[id] ?? []),
    )
    const tip = await client.tip()
    if (!tip.ok) throw new Error('no tip')
    const collected = await collectRewards(
      client,
      { address: user, rewardAddresses: [], deployments: [deployment] },
      emptyRewards,
      { tip: tip.value, budget: 20 },
    )
    expect(
      collected.found.map(({ cycle, burnHeight }) => [
        cycle.known && cycle.value,
        burnHeight.known,
      ]),
    ).toEqual(paid[id])
  })

  it('another network is named, and nothing of it is shown', async () => {
    proxy.play((exchange) =>
      exchange.path === '/v2/info'
        ? { ...exchange, text: exchange.text.replace(/"network_id":\d+/, '"network_id":1') }
        : exchange,
    )
    expect(await readNetwork(client, deployment)).toEqual({ reading: null, problem: 'wrong-chain' })
  })

  it('a missing contract is reported as such', async () => {
    expect(
      await readNetwork(client, { ...deployment, contract: `${deployment.contract}-not` }),
    ).toEqual({ reading: null, problem: 'contract-missing' })
  })
})

describe('a contract or network with other capabilities', () => {
  it('without at-block leaves only what needs it unknown, and is asked once', async () => {
    proxy.play(faults.withoutAtBlock())
    // Something of the user was captured in this cycle, so that they take part is known all the
    // same.
    const read = await good()
    const other = userAccounts[2]!.address
    expect(
      (await readAccount(client, deployment, { address: other, network: read.network })).reading
        ?.enrolledThisCycle,
    ).toEqual({ known: false, reason: 'at-block-unavailable' })
    await network.control.mineBurn(1)
    await client.tip()
    const asked = proxy.seen.length
    await readAccount(client, deployment, { address: other, network: read.network })
    expect(
      proxy.seen.slice(asked).filter((path) => path.endsWith('/is-enrolled-this-cycle')),
    ).toEqual([])
  })

  it('whose interface changed is read in another way from then on', async () => {
    const before = await good()
    await network.control.mineBurn(1)
    proxy.play(
      faults.without([
        'cycle-data',
        'snapshot-data',
        'get-apr-data',
        'get-last-operation-state',
        'get-minimum-enrollment-amount',
        'enroll',
      ]),
    )
    const during = await refresh(before, true)
    expect(during.problem).toBeNull()
    expect(during.network.cycle).toEqual(before.network.cycle)
    expect(during.network.apr).toEqual(before.network.apr)
    expect((await refresh(before)).network.writable).toEqual({ ok: false, reason: 'no-user-calls' })
  })
})

describe('a reorganisation of three blocks', () => {
  it('takes a reward back and pays it again without a second notification', async () => {
    const ledger = new Map<string, RewardPayment>()
    const told: string[] = []
    let cursor: RewardCursor = emptyRewards
    const collect = async () => {
      const tip = await client.tip()
      if (!tip.ok) throw new Error('no tip')
      const collected = await collectRewards(
        client,
        { address: user, rewardAddresses: [], deployments: [deployment] },
        cursor,
        { tip: tip.value, budget: 20 },
      )
      expect(collected.problem).toBeNull()
      cursor = collected.cursor
      for (const key of collected.gone) ledger.delete(key)
      for (const payment of collected.found) {
        if (!told.includes(payment.key)) told.push(payment.key)
        ledger.set(payment.key, payment)
      }
    }
    const cycles = () =>
      [...ledger.values()].map(({ cycle }) => (cycle.known ? cycle.value : -1)).sort()

    await network.control.runTo('set-is-distribution-enabled')
    const fork = network.node.entries().length
    await network.control.mineBurn(2)
    await network.control.runTo('finalize-reward-distribution')
    await network.control.mineBurn(1)
    await collect()
    expect(cycles()).toEqual([1, 2])

    // Three Bitcoin blocks and all that was in them never happened.
    await network.node.restore(network.node.entries().slice(0, fork))
    await network.control.mineBurn(1)
    await collect()
    expect(cycles()).toEqual([1])

    await network.control.mineBurn(1)
    await network.control.faucetSbtc(user, 5_000n)
    await network.control.runTo('finalize-reward-distribution')
    await network.control.mineBurn(2)
    await collect()
    expect(cycles()).toEqual([1, 2])
    expect(told).toHaveLength(2)
    for (let block = 0; block < 8; block += 1) {
      await network.control.mineBurn(1)
      await collect()
    }
    expect(cycles()).toEqual([1, 2])
    expect(cursor.young).toEqual([])
  })
})

import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import { findDeployment } from '../../src/chain/stacks/deployments.ts'
import { readAccount } from '../../src/chain/stacks/read-account.ts'
import { readNetwork } from '../../src/chain/stacks/read-network.ts'
import type { AccountReading, NetworkReading, RewardPayment } from '../../src/chain/stacks/readings.ts'
import { collectRewards } from '../../src/chain/stacks/rewards/collect.ts'
import { emptyRewards } from '../../src/chain/stacks/rewards/cursor.ts'
import { keeperAccount, userAccounts } from '../../src/network/accounts.ts'
import { createFamilies } from '../../src/network/families/families.ts'
import type { Families } from '../../src/network/families/families.ts'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import { createKeeper } from '../../src/network/keeper/keeper.ts'
import { createSender } from '../../src/network/node/sender.ts'
import { faults, startFaultProxy } from '../support/fault-proxy.ts'
import type { FaultProxy } from '../support/fault-proxy.ts'
import { fastClock } from '../support/http-host.ts'

let network: Network
let families: Families
let proxy: FaultProxy
const user = userAccounts[0]!
const v1 = findDeployment('embedded-v1')!

beforeAll(async () => {
  network = await createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 3 }, keeper: false })
  families = await createFamilies(network.node)
  await families.v2.open([{ account: user, defiSats: 5_000_000n }])
  await families.v3.enroll(user)
  await createSender(network.node)(user, { kind: 'call', contract: v1.contract, method: 'enroll', args: [Cl.none()] })
  proxy = await startFaultProxy(network.url)
})
afterAll(async () => {
  await proxy?.close()
  await network?.close()
})

/** A Bitcoin block comes, and the keeper does all that is due in the first contract; a step that needs one more Stacks block gets it. */
const keeperBlock = async () => {
  const keeper = createKeeper({ node: network.node, contract: v1.contract, kind: 'v1', account: keeperAccount, send: createSender(network.node) })
  await network.control.mineBurn(1)
  for (let step = await keeper.step(); step.step.kind !== 'wait-burn'; step = await keeper.step()) if (step.step.kind === 'wait-stacks') await network.control.mineStacks(1)
}
const plainBlock = () => network.control.mineBurn(1).then(() => undefined)

it.each<[string, { id: string; tenMinutes(hour: number, minute: number): Promise<unknown>; payments: number; first: number; atBlock?: false }]>([
  ['v1', { id: 'embedded-v1', tenMinutes: keeperBlock, payments: 2, first: 20 }],
  ['v1 without at-block', { id: 'embedded-v1', tenMinutes: plainBlock, payments: 2, first: 26, atBlock: false }],
  ['v2', { id: 'embedded-v2', tenMinutes: (hour, minute) => (hour === 1 && minute === 30 ? families.v2.runTo('distribute-rewards') : plainBlock()), payments: 1, first: 24 }],
  ['v3', { id: 'embedded-v3', tenMinutes: (hour, minute) => (hour === 1 && minute === 30 ? families.v3.pay([{ address: user.address, sats: 777n }]) : plainBlock()), payments: 1, first: 20 }],
])("a holder's hour costs at most two requests a minute, and the day it pays no more: %s", { timeout: 300_000 }, async (_, { id, tenMinutes, payments: expected, first: most, atBlock }) => {
  proxy.play(atBlock === false ? faults.withoutAtBlock() : undefined)
  const deployment = { ...findDeployment(id)!, apiBases: [proxy.url] }
  const clock = fastClock()
  let stored: unknown
  let requests = 0
  let bytes = 0
  let network1: NetworkReading | null = null
  let account: AccountReading | null = null
  let cursor = emptyRewards
  const payments: RewardPayment[] = []
  const problems = new Set<unknown>()

  /** What the background does at an alarm and when a view opens; it was stopped in between and kept only what it stored. */
  const refresh = async () => {
    const client = createStacksClient({ bases: deployment.apiBases, clock, stored })
    const read = await readNetwork(client, deployment, { previous: network1 })
    network1 = read.reading
    problems.add(read.problem)
    const own = await readAccount(client, deployment, user.address, network1!, { previous: account })
    account = own.reading
    problems.add(own.problem)
    const tip = await client.tip({ maxAgeMs: 60_000 })
    if (!tip.ok) throw new Error('no tip')
    const collected = await collectRewards(client, [deployment], { address: user.address, rewardAddresses: [] }, cursor, { tip: tip.value })
    cursor = collected.cursor
    payments.push(...collected.found)
    problems.add(collected.problem)
    stored = client.snapshot() ?? stored
    const counts = client.counts()
    requests += counts.requests
    bytes += counts.bytes
  }

  await refresh()
  const first = { requests, bytes }
  const hours: number[] = []
  for (let hour = 0; hour < 3; hour += 1) {
    const before = requests
    // The whole hour is played in less than a minute: a limit of two a minute is 120 for it.
    network.control.setRateLimit(120)
    for (let minute = 0; minute < 60; minute += 1) {
      clock.advance(60_000)
      if (minute % 10 === 0) await tenMinutes(hour, minute)
      if (minute % 5 === 0) await refresh()
      if (minute % 6 === 1) await refresh()
    }
    hours.push(requests - before)
  }
  network.control.setRateLimit(null)
  expect([...problems]).toEqual([null])
  expect(payments).toHaveLength(expected)
  expect(first.requests).toBeLessThanOrEqual(most)
  expect((bytes - first.bytes) / (requests - first.requests)).toBeLessThan(1000)
  for (const hour of hours) expect(hour).toBeLessThanOrEqual(120)
})

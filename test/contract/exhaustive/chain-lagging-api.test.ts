import { Cl } from '@stacks/transactions'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stripHexPrefix } from '../../../src/chain/hex.ts'
import { beginAudit } from '../../../src/chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../../src/chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../../src/chain/stacks/audit/read-cycle-parameters.ts'
import { createStacksClient, type StacksClient } from '../../../src/chain/stacks/client.ts'
import { readAtOneMoment } from '../../../src/chain/stacks/console/read-at-one-moment.ts'
import { findDeployment, type Deployment } from '../../../src/chain/stacks/deployments.ts'
import { collectRewards } from '../../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from '../../../src/chain/stacks/rewards/reward-cursor.ts'
import type { StacksReadFailure } from '../../../src/chain/stacks/stacks-read.ts'
import { createFastClock } from '../../../src/dev/faults/fast-clock.ts'
import { deployer, userAccounts } from '../../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { createStacksSender } from '../../../src/dev/network/node/sender.ts'
import {
  auditCycle,
  CycleRecorder,
  type CycleAudit,
} from '../../../src/protocol/dual-stacking/audit/index.ts'

// What the node tells and what the API lists belong together when they are of one moment.

const user = userAccounts[0]!
let network: Network
let deployment: Deployment

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    contract: 'live',
    blockIntervalMs: 0,
  })
  deployment = { ...findDeployment('embedded-live')!, apiBases: [network.url] }
  await call('enroll', [Cl.none()], user)
  // Set by a call, so that what it was can be told after it has changed.
  await call('update-APR', [Cl.uint(5_000_000)])
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('finalize-reward-distribution')
})
afterAll(() => network?.close())
afterEach(() => {
  network.control.setApiLag(0)
  network.control.setDeprecatedPaths(true)
})

const call = (method: string, args: Parameters<typeof Cl.list>[0], account = deployer) =>
  createStacksSender(network.node)(account, {
    kind: 'call',
    contract: deployment.contract,
    method,
    args,
  })

const clientOf = (sleeps: () => void = () => {}): StacksClient => {
  const clock = createFastClock()
  const sleep: typeof clock.sleep = async (...args) => {
    sleeps()
    await clock.sleep(...args)
  }
  return createStacksClient({ bases: deployment.apiBases, clock: { ...clock, sleep } })
}

const audit = async (
  cycle: number,
  client = clientOf(),
): Promise<CycleAudit | StacksReadFailure['code']> => {
  const begun = await beginAudit(client, deployment, cycle)
  if (!begun.ok) return begun.failure.code
  const recorder = new CycleRecorder()
  const collected = await collectEntries(client, deployment, begun.value.cursor, { budget: 200 })
  expect(collected.requestsLeft).toBeNull()
  recorder.add(collected.entries)
  const parameters = await readCycleParameters(
    client,
    deployment,
    begun.value.capabilities,
    collected.cursor,
  )
  return parameters.ok
    ? auditCycle(recorder.data(cycle, parameters.value))
    : parameters.failure.code
}

describe.each([true, false])('with deprecated paths served: %s', (served) => {
  it('an audit of a cycle whose end the API does not know gives no verdict', async () => {
    network.control.setDeprecatedPaths(served)
    const right = await audit(1)
    expect(right).toMatchObject({ verdict: 'exact' })
    network.control.setApiLag(2)
    expect(await audit(1)).toBe('slow')
    network.control.setApiLag(0)
    expect(await audit(1)).toEqual(right)
  })

  it('an audit waits for an API that follows', async () => {
    network.control.setDeprecatedPaths(served)
    const right = await audit(1)
    network.control.setApiLag(2)
    const client = clientOf(() => network.control.setApiLag(0))
    expect(await audit(1, client)).toEqual(right)
  })

  it('a setting changed in a block that the API lacks is not taken for an older one', async () => {
    network.control.setDeprecatedPaths(served)
    const right = (await audit(1)) as CycleAudit
    network.control.setApiLag(1)
    await call('update-APR', [Cl.uint(served ? 7_000_000 : 8_000_000)])
    expect(await audit(1)).toBe('slow')
    network.control.setApiLag(0)
    expect(await audit(1)).toMatchObject({ verdict: right.verdict, payout: right.payout })
  })

  it('an audit after a reorganisation is the same, once everything is mined again', async () => {
    network.control.setDeprecatedPaths(served)
    const right = (await audit(1)) as CycleAudit
    const calls = network.node.ledger.calls(deployment.contract, 'finalize-reward-distribution')
    const since = network.control.heights().stacks - calls.at(-1)!.stacks + 1
    await network.control.reorganise(since)
    expect(await audit(1)).toMatchObject({ verdict: 'open' })
    await network.control.mine()
    expect(await audit(1)).toMatchObject({ verdict: right.verdict, payout: right.payout })
  })
})

describe('a payment that is known', () => {
  const collect = async (client: StacksClient, from: RewardCursor) => {
    const tip = await client.tip()
    if (!tip.ok) throw new Error(tip.failure.code)
    return collectRewards(
      client,
      { address: user.address, rewardAddresses: [], deployments: [deployment] },
      from,
      { tip: tip.value, budget: 30 },
    )
  }

  it('is not taken back when the API falls behind it, but when its block was undone', async () => {
    const client = clientOf()
    const first = await collect(client, emptyRewards)
    expect(first.found).toHaveLength(1)
    network.control.setApiLag(60)
    await network.control.mineBurn()
    const second = await collect(client, first.cursor)
    expect(second.gone).toEqual([])

    const { key, sats, txid } = first.found[0]!
    const paid = network.node.ledger.transaction(`0x${stripHexPrefix(txid)}`)
    network.control.setApiLag(0)
    await network.control.reorganise(network.control.heights().stacks - paid!.stacks + 1)
    const third = await collect(client, second.cursor)
    expect(third.gone).toEqual([key])
    await network.control.mine()
    await network.control.mineBurn()
    const last = await collect(client, third.cursor)
    expect(last.found[0]).toMatchObject({ key, sats })
    expect(new Set(last.found.map((each) => each.key))).toEqual(new Set([key]))
  })
})

describe('what an operator’s plan is made of', () => {
  const plan = (client: StacksClient, read: () => Promise<void> = async () => {}) => {
    let reads = 0
    return readAtOneMoment(client, deployment.contract, async () => {
      reads += 1
      await read()
      return { ok: true, value: reads }
    })
  }

  it('waits for the index, and is not read while that stays behind', async () => {
    network.control.setApiLag(2)
    let looks = 0
    const waits = clientOf(() => {
      looks += 1
      if (looks === 3) network.control.setApiLag(0)
    })
    expect(await plan(waits)).toEqual({ ok: true, value: 1 })
    expect(looks).toBe(3)
    network.control.setApiLag(2)
    expect(await plan(clientOf())).toEqual({ ok: false, failure: { code: 'slow' } })
  })

  it('is read again when a step was taken meanwhile, and not for ever', async () => {
    const step = async () => void (await network.control.runTo('capture-snapshot-balances'))
    let taken = 0
    const once = () => (taken++ === 0 ? step() : Promise.resolve())
    expect(await plan(clientOf(), once)).toEqual({ ok: true, value: 2 })
    const always = async () => void (await network.control.runTo('advance-to-next-snapshot'))
    const ever = () => (taken++ % 2 === 0 ? always() : step())
    expect(await plan(clientOf(), ever)).toEqual({ ok: false, failure: { code: 'slow' } })
  })
})

import { Cl, type UIntCV } from '@stacks/transactions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import {
  faults,
  startFaultProxy,
  type Fault,
  type FaultProxy,
} from '../../src/dev/faults/fault-proxy.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// A host that misbehaves as public ones do, and a browser that is used all the while.

const [user] = userAccounts as [(typeof userAccounts)[0]]
let network: Network
let proxy: FaultProxy
let session: Session
let popup: View

beforeAll(async () => {
  network = await sharedNetwork()
  await callAs(network, user, 'enroll', [Cl.none()])
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('distribute-rewards')
  proxy = await startFaultProxy(network.url)
  session = await sharedSession(proxy.url)
})
beforeEach(async () => {
  await session.reset()
  popup = await session.connect(await session.openPage())
  await session.refresh()
  await session.probe.waitUntil(
    ({ rewards, refresh }) => rewards.length === 1 && refresh.requestsLeft === null,
    'the first reward',
  )
})
afterAll(() => proxy?.close())
afterEach(() => proxy.play(undefined))

const alarm = () =>
  session.chromium.inBackground(() =>
    (chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch({
      name: 'refresh',
    }),
  )

/** The popup shows what it knows, whatever happens behind it. */
async function showsFigures(): Promise<void> {
  await popup.waitForText(say['status.pill.enrolled'])
  await popup.waitForText(say['whatIf.title'])
  await popup.press(say['tab.rewards'])
  const [reward] = (await session.probe.readState()).rewards
  await popup.waitForText(`${reward!.sats.toLocaleString('en')} sats`)
  await popup.press(say['tab.dual'])
}

/** Besides, it opens its forms. */
async function isUsable(): Promise<void> {
  await showsFigures()
  await popup.press(say['action.change-reward-address'])
  await popup.press(say['nav.cancel'])
}

/** After the fault a next alarm is all that it takes. */
async function recovers(): Promise<void> {
  proxy.play(undefined)
  const { burn } = network.control.heights()
  await alarm()
  await session.probe.waitUntil(
    (state) => state.refresh.problem === null && state.network?.burnHeight === burn,
    'a reading of today',
  )
  for (const problem of ['rate-limited', 'server-error', 'slow', 'bad-answer'] as const)
    await popup.waitForNoText(say[`problems.${problem}`])
}

describe('each fault leaves a usable popup that shows the age of its figures, and passes', () => {
  it.each<[string, () => Fault, 'rate-limited' | 'server-error' | 'slow' | 'bad-answer']>([
    ['too many requests', () => faults.busy(Infinity, '2'), 'rate-limited'],
    ['nothing but errors', () => faults.broken(Infinity), 'server-error'],
    ['a slow drip', faults.drip, 'slow'],
    ['JSON that breaks off', faults.truncated, 'bad-answer'],
    ['a login page', faults.page, 'bad-answer'],
  ])('%s', async (_, fault, problem) => {
    const before = await session.probe.readState()
    await network.control.mineBurn(1)
    proxy.play(fault())
    const reading = session.refresh()
    await isUsable()
    await reading
    await popup.waitForText(say[`problems.${problem}`])
    await popup.waitForText(say['age.shown'].split('{time}')[0]!)
    await isUsable()
    const during = await session.probe.readState()
    expect(during.readings).toEqual(before.readings)
    expect(during.network?.readAt).toBe(before.network?.readAt)
    expect(during.rewards).toEqual(before.rewards)
    await recovers()
  })

  it.each<[string, () => Fault]>([
    // The API exposes no header of its limit, so the client's pause has to do: one fits a refresh.
    ['a 429 that says nothing of when', () => faults.busy(1)],
    ['two errors', () => faults.broken(2)],
  ])('%s: waited for, without a word', async (_, fault) => {
    await network.control.mineBurn(1)
    proxy.play(fault())
    await session.refresh()
    const { refresh, network: reading } = await session.probe.readState()
    expect([refresh.problem, reading?.burnHeight]).toEqual([null, network.control.heights().burn])
    await isUsable()
  })

  it('a stale cache: its figures are shown until it ends', async () => {
    proxy.play(faults.stale())
    await session.refresh()
    const before = await session.probe.readState()
    await network.control.mineBurn(2)
    await session.refresh()
    expect((await session.probe.readState()).network?.burnHeight).toBe(before.network?.burnHeight)
    await isUsable()
    await recovers()
  })

  it('an API one version behind: everything that it offers is shown', async () => {
    proxy.play(faults.older())
    await session.reset({ apiBases: [proxy.url] })
    await session.probe.sendCommand({ type: 'watch', address: user.address })
    await session.refresh()
    const { readings, rewards } = await session.probe.waitUntil(
      (state) => state.rewards.length === 1 && state.refresh.requestsLeft === null,
      'the reward',
    )
    expect(readings[user.address]).toMatchObject({
      sats: { known: true },
      enrolledNextCycle: { value: true },
    })
    expect(rewards).toMatchObject([{ cycle: { value: 1 }, burnHeight: { known: false } }])
  })

  it('reads that need at-block fail: the rest works', async () => {
    proxy.play(faults.withoutAtBlock())
    await network.control.mineBurn(1)
    await session.refresh()
    await isUsable()
    await recovers()
  })

  it('a contract whose interface changed: read another way, not written to', async () => {
    await network.control.mineBurn(1)
    proxy.play(
      faults.without(['cycle-data', 'snapshot-data', 'get-apr-data', 'change-reward-address']),
    )
    await session.refresh()
    await session.refresh()
    await popup.waitForText(say['writable.no-user-calls'])
    const { network: reading, refresh } = await session.probe.readState()
    expect(refresh.problem).toBeNull()
    expect(reading).toMatchObject({
      cycle: { known: true },
      apr: { known: true },
      burnHeight: network.control.heights().burn,
    })
    await showsFigures()
    await popup.waitForNoText(say['action.change-reward-address'])
    await network.control.mineBurn(1)
    await recovers()
    await popup.waitForNoText(say['writable.no-user-calls'])
    await isUsable()
  })
})

/** Opens cycles until the snapshots of one are still to come, and gives its number. */
async function openFutureCycle(): Promise<number> {
  const names = ['cycle-id', 'current-cycle-bitcoin-block-height']
  for (;;) {
    await network.control.runTo('advance-to-next-cycle')
    const values = await network.node.host.dataVars(network.contracts.dualStacking, names)
    const [id, start] = values.map((hex) => Number((Cl.deserialize(hex!) as UIntCV).value))
    if (start! >= network.control.heights().burn) return id!
  }
}

it('a reorganisation of three blocks takes back and repays a reward, announced once', async () => {
  await session.chromium.inBackground(() => {
    const { notifications } = (globalThis as { browser?: typeof chrome }).browser ?? chrome
    const create = notifications.create.bind(notifications) as (
      ...args: unknown[]
    ) => Promise<string>
    const scope = globalThis as { created?: unknown[] }
    scope.created = []
    Object.assign(notifications, {
      create: (...args: unknown[]) => (scope.created!.push(args[0]), create(...args)),
    })
  })
  const announced = () =>
    session.chromium.inBackground(() => (globalThis as { created?: unknown[] }).created)
  const cycles = async () =>
    (await session.probe.readState()).rewards.map(({ cycle }) => (cycle.known ? cycle.value : null))
  const cycle = await openFutureCycle()
  await network.control.runTo('set-is-distribution-enabled')
  const fork = network.node.entries().length
  await network.control.mineBurn(2)
  await network.control.runTo('distribute-rewards')
  await network.control.mineBurn(1)
  await session.refresh()
  const { rewards } = await session.probe.waitUntil(
    (state) => state.rewards.length === 2,
    'the second reward',
  )
  expect(await announced()).toEqual([rewards[0]!.key])

  await network.node.restore(network.node.entries().slice(0, fork))
  await network.control.mineBurn(4)
  await session.refresh()
  await session.probe.waitUntil(
    (state) => state.rewards.length === 1,
    'the second reward to be gone',
  )
  await isUsable()

  await network.control.runTo('distribute-rewards')
  await network.control.mineBurn(1)
  await session.refresh()
  await session.probe.waitUntil((state) => state.rewards.length === 2, 'the second reward again')
  await session.refresh()
  expect(await cycles()).toEqual([cycle, 1])
  expect(await announced()).toEqual([rewards[0]!.key])
})

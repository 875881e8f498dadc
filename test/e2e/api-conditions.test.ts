import { beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'
import { ConsoleUser } from '../support/console-user.ts'
import { MainJob, type JobConditions } from '../support/main-job.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// What holders and operators do, while the API is as it really is at times.

const LAG = 2
const [user] = userAccounts as [(typeof userAccounts)[0]]
let network: Network
let session: Session

beforeEach(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
})

/** Notes each notification that is created from now on: browsers take them away after a while. */
const hearNotifications = () =>
  session.chromium.inBackground(() => {
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
const heardNotifications = () =>
  session.chromium.inBackground(() => (globalThis as { created?: unknown[] }).created)

const whileGrowing = async <T>(work: () => Promise<T>): Promise<T> => {
  const timer = setInterval(() => void network.control.mineStacks(), 1_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

describe.each<[string, () => JobConditions]>([
  [
    'deprecated paths switched off',
    () => {
      network.control.setDeprecatedPaths(false)
      return {}
    },
  ],
  [
    'an API two blocks behind its node',
    () => {
      network.control.setApiLag(LAG)
      return { catchUp: () => network.control.mineStacks(LAG), whileGrowing }
    },
  ],
])('with %s', (_, begin) => {
  it('a holder enrolls, is paid once and told so, verifies, changes and leaves', async () => {
    const conditions = begin()
    await new MainJob(session, network, conditions).run()
  })

  it('an operator runs a cycle from the console', async () => {
    const conditions = begin()
    const operator = new ConsoleUser(session, network, conditions)
    await operator.open()
    await operator.connect()
    await operator.page.bringToFront()
    // Neither a plan nor an audit is made while the index is behind its node.
    const { whileGrowing: run = (work) => work() } = conditions
    expect(await run(() => operator.runTo('finalize-reward-distribution'))).toContain(
      'finalize-snapshots',
    )
    await operator.openSection('audit')
    await operator.view.fill(op['audit.cycle'], '0')
    await operator.view.press(op['audit.run'])
    await run(() => operator.view.waitForText(op['audit.verdict.exact']))
  })
})

describe('over a reorganisation', () => {
  it('an enrolment waits again, and is confirmed once it is mined again', async () => {
    const job = new MainJob(session, network)
    await job.connect()
    await job.enroll()
    await network.control.reorganise(1)
    await session.refresh()
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a transaction that waits again',
    )
    await job.popup.waitForText(say['activity.submitted.text'].split('{')[0]!)
    expect((await job.readAccount())?.enrolledNextCycle).toEqual({ known: true, value: false })
    await job.mine('enroll')
    expect((await job.readAccount())?.enrolledNextCycle).toEqual({ known: true, value: true })
  })

  it('an operator goes on once a call that was undone is mined again', async () => {
    const operator = new ConsoleUser(session, network)
    await operator.open()
    await operator.connect()
    await operator.page.bringToFront()
    expect(await operator.runTo('capture-snapshot-balances')).toEqual(['capture-snapshot-balances'])
    await network.control.reorganise(1)
    await session.refresh()
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a call that waits again',
    )
    await operator.mine()
    expect(await operator.runTo('advance-to-next-snapshot')).toEqual(['advance-to-next-snapshot'])
  })

  it('a reward that was undone is taken back, and comes again without a second word', async () => {
    const job = new MainJob(session, network)
    await job.connect()
    await job.enroll()
    const sats = await job.seeReward()
    const [before] = await session.probe.notifications()
    await hearNotifications()
    const [paid] = network.node.ledger
      .calls(network.contracts.dualStacking, 'distribute-rewards')
      .slice(-1)
    await network.control.reorganise(network.control.heights().stacks - paid!.stacks + 1)
    await session.refresh()
    await session.probe.waitUntil(({ rewards }) => rewards.length === 0, 'no reward')
    await network.control.mine()
    await network.control.mineBurn()
    await session.refresh()
    const { rewards } = await session.probe.waitUntil(
      (state) => state.rewards.length === 1,
      'the reward again',
    )
    expect(rewards[0]).toMatchObject({ sats, enrolledAddress: user.address, key: before })
    expect(await heardNotifications()).toEqual([])
    await job.readCycle(sats)
    await job.verifyReward(sats)
  })
})

describe('at the API’s request limit', () => {
  const alarm = () =>
    session.chromium.inBackground(async () => (await chrome.alarms.get('refresh'))?.scheduledTime)
  /** The background's clock goes ahead to the next try, and its alarm rings. */
  const passTime = (ms: number) =>
    session.chromium.inBackground((by) => {
      const now = Date.now
      Date.now = () => now() + by
      ;(chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch({
        name: 'refresh',
      })
    }, ms)

  it('a holder sees when the next try is, and it is made', async () => {
    const job = new MainJob(session, network)
    await job.connect()
    network.control.setRateLimit(0)
    await network.control.mineBurn()
    await session.probe.sendCommand({ type: 'refresh' })
    await job.popup.waitForText('Retrying in')
    const { refresh } = await session.probe.readState()
    expect(await alarm()).toBe(refresh.retryAt)
    network.control.setRateLimit(null)
    await passTime(refresh.retryAt! - Date.now())
    const after = await session.probe.waitUntil(
      (state) => state.refresh.problem === null,
      'figures',
    )
    expect(after.refresh.retryAt).toBeNull()
  })
})

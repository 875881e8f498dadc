import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { parseItem } from '../../src/app/stored/item.ts'
import { ledgerItem, type Ledger } from '../../src/app/stored/items.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs } from '../../src/dev/network/demo/call-as.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

// A reward is told exactly once: not lost when the browser stops the service worker or is quit
// itself at the worst moment, and not repeated by any of it.

const [user, other] = userAccounts as [(typeof userAccounts)[0], (typeof userAccounts)[0]]
let network: Network
let session: Session

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
  })
  session = await Session.start({ api: network.url })
  await callAs(network, user, 'enroll', [Cl.none()])
  await network.control.runTo('advance-to-next-cycle')
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})
beforeEach(async () => {
  await session.reset()
  await session.probe.command({ type: 'watch', address: user.address })
  await session.refresh()
  expect(
    (await session.probe.state()).rewards.filter(
      ({ cycle }) => cycle.known && cycle.value === currentCycle,
    ),
  ).toEqual([])
})

let currentCycle = 1
/** The running cycle pays, and the next one begins. */
async function payCycle(): Promise<void> {
  await network.control.runTo('distribute-rewards')
  currentCycle++
}
const beginNext = () => network.control.runTo('advance-to-next-cycle')

const ledger = async (): Promise<Ledger> => {
  const parsed = parseItem(ledgerItem, (await session.probe.raw())['ledger'])
  return parsed.ok ? parsed.value : {}
}
const states = async () =>
  Object.values(await ledger())
    .filter(({ state }) => state !== 'past')
    .map(({ state }) => state)
/** Waits until what was due is shown. */
const shown = () =>
  session.probe.untilRaw(
    (raw) =>
      JSON.stringify(raw['ledger']).includes('"state":"shown"') &&
      !JSON.stringify(raw['ledger']).includes('"state":"due"'),
    'a shown reward',
  )
const startBackground = () => session.probe.command({ type: 'select', address: user.address })

it('says amount, cycle and address once, and a click opens the reward', async () => {
  await session.chromium.inBackground(() => {
    const { notifications } = (globalThis as { browser?: typeof chrome }).browser ?? chrome
    const create = notifications.create.bind(notifications) as (
      ...args: unknown[]
    ) => Promise<string>
    const scope = globalThis as { told?: unknown[] }
    scope.told = []
    Object.assign(notifications, {
      create: (...args: unknown[]) => (scope.told!.push(args), create(...args)),
    })
  })
  await payCycle()
  await session.refresh()
  await session.refresh()
  const created = await session.chromium.inBackground(
    () => (globalThis as { told?: unknown[] }).told,
  )
  const [reward] = (await session.probe.state()).rewards
  expect(created).toEqual([
    [
      reward!.key,
      expect.objectContaining({
        title: 'A reward has landed',
        message: `${reward!.sats.toLocaleString('en')} sats for cycle 1, paid to ${user.address.slice(0, 7)}…${user.address.slice(-4)}`,
      }),
    ],
  ])
  const opened = session.chromium.context.waitForEvent('page')
  await session.chromium.inBackground((key) => {
    const { notifications } = (globalThis as { browser?: typeof chrome }).browser ?? chrome
    ;(notifications.onClicked as unknown as { dispatch(key: string): void }).dispatch(key)
  }, reward!.key)
  const page = await opened
  expect(decodeURIComponent(page.url())).toContain(`#reward=${reward!.key}`)
  await page.getByText(reward!.sats.toLocaleString('en')).first().waitFor()
  await page.close()
  await beginNext()
})

it('stopped between the ledger and the notification: shown at the next start', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create')
  await payCycle()
  void session.probe.command({ type: 'refresh' }).catch(() => undefined)
  await reached()
  expect(await states()).toEqual(['due'])
  await session.chromium.killBackground()
  await startBackground()
  await shown()
  expect(await session.chromium.notifications()).toEqual(await told())
  await beginNext()
})

it('stopped between the notification and the ledger: the same one again, not another', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('storage.local.set', {
    text: '"shown"',
  })
  await payCycle()
  void session.probe.command({ type: 'refresh' }).catch(() => undefined)
  await reached()
  expect(await states()).toEqual(['due'])
  const before = await session.chromium.notifications()
  expect(before).toEqual(await told())
  await session.chromium.killBackground()
  await startBackground()
  await shown()
  expect(await session.chromium.notifications()).toEqual(before)
  await beginNext()
})

it('the browser is quit before it was shown: shown at the next start, and never again', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create')
  await payCycle()
  void session.probe.command({ type: 'refresh' }).catch(() => undefined)
  await reached()
  await session.restart()
  await startBackground()
  await shown()
  expect(await session.chromium.notifications()).toEqual(await told())
  await session.restart()
  await session.refresh()
  expect(await states()).toEqual(['shown'])
  expect(await session.chromium.notifications()).toEqual([])
  await beginNext()
})

it('other happenings: put off by quiet hours, told once each after them, counted on the button until they are seen', async () => {
  await session.probe.command({ type: 'watch', address: other.address })
  const { settings } = await session.probe.state()
  const now = new Date().getHours()
  const wanted = {
    ...settings.notifications,
    reward: false,
    notEnrolled: true,
    boostBelow: 10.5,
    goldenRatioMoved: true,
  }
  const quiet = { ...wanted, quietHours: { from: now, to: (now + 2) % 24 } }
  await session.probe.command({
    type: 'saveSettings',
    settings: { ...settings, notifications: quiet },
  })
  await session.refresh()
  const keys = Object.keys(((await session.probe.raw())['notices'] as { d: object }).d).sort()
  expect(keys.map((key) => key.split(':')[0])).toEqual([
    'boost-below',
    'golden-ratio',
    'not-enrolled',
  ])
  expect(await session.chromium.notifications()).toEqual([])
  expect(await badge()).toBe('')
  // The quiet hours are over, and the background is stopped before it has told the second one.
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create', { call: 2 })
  await session.probe.command({
    type: 'saveSettings',
    settings: { ...settings, notifications: wanted },
  })
  void session.probe.command({ type: 'refresh' }).catch(() => undefined)
  await reached()
  await session.chromium.killBackground()
  await session.refresh()
  await session.refresh()
  expect((await session.chromium.notifications()).sort()).toEqual(keys)
  expect(await badge()).toBe('3')
  await session.chromium.clearNotifications()
  const popup = await session.popupOver(await session.openPage())
  await popup.shows(say['notice.not-enrolled.title'])
  await session.probe.untilRaw(
    (raw) => JSON.stringify(raw['unread']).includes('[]'),
    'nothing unread',
  )
  expect(await badge()).toBe('')
  for (let left = 3; left > 0; left--) {
    await popup.press(say['notice.dismiss'])
    await session.probe.until(({ news }) => news!.length === left - 1, 'one less')
  }
  await popup.hides(say['notice.dismiss'])
  await session.refresh()
  expect(await session.chromium.notifications()).toEqual([])
})

it('rewards from before an address was followed are listed, not told', async () => {
  await payCycle()
  await beginNext()
  await session.reset()
  await session.probe.command({ type: 'watch', address: user.address })
  await session.probe.until(
    ({ rewards, refresh }) => rewards.length === currentCycle - 1 && refresh.requestsLeft === null,
    'all past rewards',
    30_000,
  )
  expect(await states()).toEqual([])
  expect(await session.chromium.notifications()).toEqual([])
  await session.probe.command({ type: 'watch', address: other.address })
  await session.refresh()
  expect((await session.probe.state()).rewards).toHaveLength(currentCycle - 1)
})

/** Keys of what was told: neither past nor unknown. */
async function told(): Promise<string[]> {
  return Object.entries(await ledger())
    .filter(([, { state }]) => state !== 'past')
    .map(([key]) => key)
}

const badge = (): Promise<string> =>
  session.chromium.inBackground(() => chrome.action.getBadgeText({}))

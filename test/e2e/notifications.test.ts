import { Cl } from '@stacks/transactions'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { ledgerItem, type RewardLedger } from '../../src/app/dual-stacking/stored-items.ts'
import { parseItem } from '../../src/app/stored/stored-item.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// A reward is announced exactly once: neither lost nor repeated when the service worker is stopped
// or the browser quits at the worst moment.

const [user, other] = userAccounts as [(typeof userAccounts)[0], (typeof userAccounts)[0]]
let network: Network
let session: Session

beforeAll(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
  await callAs(network, user, 'enroll', [Cl.none()])
  // Two cycles have a golden ratio, so that it can have moved.
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('advance-to-next-cycle')
})
beforeEach(async () => {
  await beginNextCycle()
  await session.reset()
  await session.probe.sendCommand({ type: 'watch', address: user.address })
  await session.refresh()
  expect(
    (await session.probe.readState()).rewards.filter(
      ({ cycle }) => cycle.known && cycle.value === currentCycle,
    ),
  ).toEqual([])
})

let currentCycle = 2
let isPaid = false
async function payCycle(): Promise<void> {
  await network.control.runTo('distribute-rewards')
  isPaid = true
}
async function beginNextCycle(): Promise<void> {
  if (!isPaid) return
  await network.control.runTo('advance-to-next-cycle')
  currentCycle++
  isPaid = false
}

const ledger = async (): Promise<RewardLedger> => {
  const parsed = parseItem(ledgerItem, (await session.probe.readRaw())['ledger'])
  return parsed.ok ? parsed.value : {}
}
const states = async () =>
  Object.values(await ledger())
    .filter(({ state }) => state !== 'past')
    .map(({ state }) => state)
/** Waits until what was due is shown. */
const shown = () =>
  session.probe.waitUntilRaw(
    (raw) =>
      JSON.stringify(raw['ledger']).includes('"state":"shown"') &&
      !JSON.stringify(raw['ledger']).includes('"state":"due"'),
    'a shown reward',
  )
const startBackground = () => session.probe.sendCommand({ type: 'select', address: user.address })

it('states amount, cycle and address once, and a click opens the reward', async () => {
  await session.chromium.inBackground(() => {
    const { notifications } = (globalThis as { browser?: typeof chrome }).browser ?? chrome
    const create = notifications.create.bind(notifications) as (
      ...args: unknown[]
    ) => Promise<string>
    const scope = globalThis as { created?: unknown[] }
    scope.created = []
    Object.assign(notifications, {
      create: (...args: unknown[]) => (scope.created!.push(args), create(...args)),
    })
  })
  await payCycle()
  await session.refresh()
  await session.refresh()
  const created = await session.chromium.inBackground(
    () => (globalThis as { created?: unknown[] }).created,
  )
  const [reward] = (await session.probe.readState()).rewards
  expect(created).toEqual([
    [
      reward!.key,
      expect.objectContaining({
        title: say['notice.reward.title'],
        message: `${reward!.sats.toLocaleString('en')} sats for cycle ${currentCycle}, paid to ${user.address.slice(0, 7)}…${user.address.slice(-4)}`,
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
})

it('stopped between the ledger and the notification: shown at the next start', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create')
  await payCycle()
  void session.probe.sendCommand({ type: 'refresh' }).catch(() => undefined)
  await reached()
  expect(await states()).toEqual(['due'])
  await session.chromium.killBackground()
  await startBackground()
  await shown()
  expect(await session.probe.notifications()).toEqual(await announced())
})

it('stopped between the notification and the ledger: the same one again, not another', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('storage.local.set', {
    text: '"shown"',
  })
  await payCycle()
  void session.probe.sendCommand({ type: 'refresh' }).catch(() => undefined)
  await reached()
  expect(await states()).toEqual(['due'])
  const before = await session.probe.notifications()
  expect(before).toEqual(await announced())
  await session.chromium.killBackground()
  await startBackground()
  await shown()
  expect(await session.probe.notifications()).toEqual(before)
})

it('the browser quits before it was shown: shown at the next start, and never again', async () => {
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create')
  await payCycle()
  void session.probe.sendCommand({ type: 'refresh' }).catch(() => undefined)
  await reached()
  await session.restart()
  await startBackground()
  await shown()
  expect(await session.probe.notifications()).toEqual(await announced())
  await session.restart()
  await session.refresh()
  expect(await states()).toEqual(['shown'])
  expect(await session.probe.notifications()).toEqual([])
})

it('other notices: held back by quiet hours, shown once, counted until seen', async () => {
  await session.probe.sendCommand({ type: 'watch', address: other.address })
  const { settings } = await session.probe.readState()
  const now = new Date().getHours()
  const wanted = {
    ...settings.notifications,
    reward: false,
    notEnrolled: true,
    boostBelow: 10.5,
    goldenRatioMoved: true,
  }
  const quiet = { ...wanted, quietHours: { from: now, to: (now + 2) % 24 } }
  await session.probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, notifications: quiet },
  })
  await session.refresh()
  const keys = Object.keys(((await session.probe.readRaw())['notices'] as { d: object }).d).sort()
  expect(keys.map((key) => key.split(':')[0])).toEqual([
    'boost-below',
    'golden-ratio',
    'not-enrolled',
  ])
  expect(await session.probe.notifications()).toEqual([])
  expect(await badge()).toBe('')
  // The quiet hours are over, and the background is stopped before it has shown the second one.
  const { reached } = await session.chromium.hangBackgroundAt('notifications.create', { call: 2 })
  await session.probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, notifications: wanted },
  })
  void session.probe.sendCommand({ type: 'refresh' }).catch(() => undefined)
  await reached()
  await session.chromium.killBackground()
  await session.refresh()
  await session.refresh()
  expect((await session.probe.notifications()).sort()).toEqual(keys)
  expect(await badge()).toBe('3')
  await session.probe.clearNotifications()
  const popup = await session.openPopup(await session.openPage())
  await popup.waitForText(say['notice.not-enrolled.title'])
  await session.probe.waitUntilRaw(
    (raw) => JSON.stringify(raw['unread']).includes('[]'),
    'nothing unread',
  )
  expect(await badge()).toBe('')
  for (let left = 3; left > 0; left--) {
    await popup.press(say['notice.dismiss'])
    await session.probe.waitUntil(({ news }) => news!.length === left - 1, 'one less')
  }
  await popup.waitForNoText(say['notice.dismiss'])
  await session.refresh()
  expect(await session.probe.notifications()).toEqual([])
})

it('rewards from before an address was followed are listed, not announced', async () => {
  await payCycle()
  await beginNextCycle()
  await session.reset()
  await session.probe.sendCommand({ type: 'watch', address: user.address })
  await session.probe.waitUntil(
    ({ rewards, refresh }) => rewards.length === currentCycle - 1 && refresh.requestsLeft === null,
    'all past rewards',
  )
  expect(await states()).toEqual([])
  expect(await session.probe.notifications()).toEqual([])
  await session.probe.sendCommand({ type: 'watch', address: other.address })
  await session.refresh()
  expect((await session.probe.readState()).rewards).toHaveLength(currentCycle - 1)
})

/** Keys of what was announced: neither past nor unknown. */
async function announced(): Promise<string[]> {
  return Object.entries(await ledger())
    .filter(([, { state }]) => state !== 'past')
    .map(([key]) => key)
}

const badge = (): Promise<string> =>
  session.chromium.inBackground(() => chrome.action.getBadgeText({}))

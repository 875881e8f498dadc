import { expect, it, onTestFinished } from 'vitest'
import { welcomeUrl } from '../../src/dev/browser/chromium/chromium.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { waitLimitMs } from '../../src/dev/wait-limit.ts'
import { guide } from '../../src/words/en/guide.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'

const [user] = userAccounts as [(typeof userAccounts)[0]]

it('explains, calculates without wallet and network, and follows an address', async () => {
  const network = await sharedNetwork()
  await network.control.runTo('advance-to-next-cycle')
  const session = await Session.start({ keepWelcome: true })
  onTestFinished(() => session.close())
  const welcome = session.chromium.context.pages().find((page) => page.url() === welcomeUrl)!
  await welcome.getByRole('heading', { name: guide['guide.title'] }).waitFor()
  await welcome.getByText(say['calculator.example']).waitFor()
  const boost = welcome.locator('.results .of-boost')
  await expect.poll(() => boost.textContent()).toBe('5.68×')
  await welcome.getByLabel(say['calculator.stx']).fill('20,000')
  await expect.poll(() => boost.textContent()).toBe('10×')
  await welcome.getByText(guide['guide.permissions']).click()
  await welcome.getByText(guide['guide.permission.sites.why']).waitFor()
  await welcome.getByLabel(say['settings.notify.notEnrolled']).check()
  const { settings } = await session.probe.waitUntil(
    (state) => state.settings.notifications.notEnrolled,
    'the choice of the welcome page',
  )
  await session.probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, apiBases: [network.url] },
  })
  await welcome.getByText(say['calculator.live']).waitFor()
  await welcome.getByLabel(say['accounts.watchLabel']).fill(user.address)
  await welcome.getByRole('button', { name: say['accounts.watch'] }).click()
  await session.probe.waitUntil(({ selected }) => selected === user.address, 'the watched address')
  await welcome.getByText('Now watching').waitFor()
  await session.probe.waitUntil(
    ({ readings }) => readings[user.address]?.sats.known === true,
    'its reading',
  )
})

/** What a person does with the mouse, counted. */
function countClicks() {
  let clicks = 0
  return {
    click: <T>(act: () => Promise<T>): Promise<T> => {
      clicks++
      return act()
    },
    clicks: () => clicks,
  }
}

/** A figure of one's own: what a cycle would pay. */
const showsFigure = (view: { readText: () => Promise<string> }) =>
  expect.poll(() => view.readText(), { timeout: waitLimitMs }).toMatch(/~[\d,]+ sats/)

it('shows a figure after two clicks and a pasted address, or three with a wallet', async () => {
  const network = await sharedNetwork()
  await network.control.runTo('advance-to-next-cycle')
  const session = await Session.start({ api: network.url, keepWelcome: true })
  onTestFinished(() => session.close())
  const page = await session.openPage()

  const watching = countClicks()
  const welcome = session.chromium.context.pages().find((each) => each.url() === welcomeUrl)!
  await welcome.getByLabel(say['accounts.watchLabel']).fill(user.address)
  await watching.click(() => welcome.getByRole('button', { name: say['accounts.watch'] }).click())
  await session.probe.waitUntil(({ selected }) => selected === user.address, 'the watched address')
  await showsFigure(await watching.click(() => session.openPopup(page)))
  expect(watching.clicks()).toBeLessThanOrEqual(2)

  await session.reset()
  const connecting = countClicks()
  const site = await session.openPage()
  const popup = await connecting.click(() => session.openPopup(site))
  await connecting.click(() => popup.press(say['connect.wallet']))
  await connecting.click(() => session.wallet.approve())
  await showsFigure(popup)
  expect(connecting.clicks()).toBeLessThanOrEqual(3)
})

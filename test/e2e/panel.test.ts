import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import { serveWebPage } from '../../src/dev/browser/chromium/serve-web-page.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

let network: Network
let session: Session

beforeAll(async () => {
  network = await sharedNetwork()
  await network.control.runTo('advance-to-next-cycle')
  session = await sharedSession(network.url)
})
beforeEach(() => session.reset())
afterEach(() => optOutUsers(network))

/**
 * Opens the panel over a page, as the popup's button and the toolbar menu do; the toolbar button
 * has granted the tab.
 */
async function openPanel(page: Awaited<ReturnType<Session['openPage']>>): Promise<Panel> {
  await session.openPopup(page)
  await session.chromium.closePopup()
  expect(
    await session.probe.sendCommand({ type: 'openPanel', tabId: await session.findTabId(page) }),
  ).toEqual({ ok: true })
  return Panel.on(page)
}

it('connects, projects and enrolls on the page, and closes', async () => {
  const page = await session.openPage()
  const panel = await openPanel(page)
  await panel.press(say['connect.wallet'])
  await session.wallet.approve()
  await panel.waitForText(say['status.pill.not'])
  // The boost comes from the worker, as in the popup.
  await panel.waitForText('× of 10×')
  await panel.press(say['action.enroll'])
  await panel.press(say['enroll.submit'])
  await session.wallet.approve()
  await session.probe.waitUntil(
    ({ intents }) => intents[0]?.state === 'submitted',
    'a submitted intent',
  )
  await network.control.mine()
  await session.refresh()
  await panel.waitForText(say['status.pill.enrolled'])
  await panel.press(say['panel.close'])
  await panel.waitUntilClosed()
})

it('opens the settings in a tab of their own', async () => {
  const panel = await openPanel(await session.openPage())
  await panel.press(say['nav.settings'])
  const opened = session.chromium.context.waitForEvent('page')
  await panel.press(say['settings.open'])
  const settings = await opened
  await settings.getByRole('heading', { name: say['nav.settings'], level: 1 }).waitFor()
  await settings.getByLabel(say['settings.language']).waitFor()
})

it('opens by menu and by key, is dragged by its header, and leaves no trace', async () => {
  const page = await session.openPage()
  await page.setViewportSize({ width: 1000, height: 1300 })
  const trace = () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      names: Object.keys(window),
      sheets: document.adoptedStyleSheets.length,
    }))
  const before = await trace()
  await session.openPopup(page)
  await session.chromium.closePopup()
  const tabId = await session.findTabId(page)
  for (const event of ['command', 'menu'] as const) {
    await session.chromium.inBackground(
      (name: string, id: number) => {
        const { commands, contextMenus } =
          (globalThis as { browser?: typeof chrome }).browser ?? chrome
        const dispatch = (on: unknown, ...args: unknown[]) =>
          (on as { dispatch(...args: unknown[]): void }).dispatch(...args)
        if (name === 'command') dispatch(commands.onCommand, 'panel', { id })
        else dispatch(contextMenus.onClicked, { menuItemId: 'panel' }, { id })
      },
      event,
      tabId,
    )
    const panel = Panel.on(page)
    await panel.waitForText(say['connect.wallet'])
    const place = async () => {
      const { x, y } = await panel.locate()
      return { x, y }
    }
    const { x, y } = await place()
    await page.mouse.move(x + 150, y + 12)
    await page.mouse.down()
    await page.mouse.move(x - 50, y + 112, { steps: 4 })
    await page.mouse.up()
    // A driver's pointer is placed on the screen by where the frame was before: on a busy machine
    // a step of the four goes missing.
    await expect.poll(async () => (await place()).x).toBeLessThanOrEqual(x - 100)
    expect((await place()).y).toBeGreaterThanOrEqual(y + 50)
    await panel.press(say['panel.close'])
    await panel.waitUntilClosed()
    expect(await trace()).toEqual(before)
  }
})

it('works on a page with a strict policy, and opening it again closes it', async () => {
  const site = await serveWebPage(
    '<!doctype html><title>Strict</title><style>* { display: none !important; color: red !important }</style>',
    {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  )
  const page = await session.openPage(site.url)
  const panel = await openPanel(page)
  await panel.waitForText(say['connect.wallet'])
  await session.probe.sendCommand({ type: 'openPanel', tabId: await session.findTabId(page) })
  await panel.waitUntilClosed()
  await site.close()
})

it('may not change settings: the panel is not a view', async () => {
  const page = await session.openPage()
  const panel = await openPanel(page)
  await panel.waitForText(say['connect.wallet'])
  const frame = await panel.frame()
  const { settings } = await session.probe.readState()
  const kept = await session.chromium.inBackground(() => chrome.storage.session.get(null))
  const token = Object.entries(kept).find(([key]) => key.startsWith('panel:'))?.[1]
  const ask = (command: object) =>
    frame.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<unknown>, {
      type: 'panel/command',
      token,
      command,
    })
  expect(await ask({ type: 'refresh' })).toEqual({ ok: true })
  for (const command of [
    { type: 'saveSettings', settings: { ...settings, apiBases: ['https://evil.example'] } },
    { type: 'erase' },
    { type: 'watch', address: 'x' },
    { type: 'nonsense' },
    {},
  ])
    expect(await ask(command)).toEqual({ ok: false, code: 'not-understood' })
  expect((await session.probe.readState()).settings).toEqual(settings)
})

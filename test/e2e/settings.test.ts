import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Settings } from '../../src/app/settings.ts'
import { extensionId, welcomeUrl } from '../../src/dev/browser/chromium/chromium.ts'
import type { Remote } from '../../src/dev/browser/chromium/remote.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { catalogue as es } from '../../src/words/es/index.ts'
import { catalogue as zh } from '../../src/words/zh-CN/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// Every setting, changed in the view that has it.

const [user] = userAccounts as [(typeof userAccounts)[0]]
let network: Network
let session: Session
let popup: Page

beforeAll(async () => {
  network = await sharedNetwork()
  await network.control.runTo('advance-to-next-cycle')
  session = await sharedSession(network.url)
})
beforeEach(async () => {
  await session.reset()
  await session.probe.sendCommand({ type: 'watch', address: user.address })
  popup = await session.chromium.context.newPage()
  await popup.goto(`chrome-extension://${extensionId}/dist/extension/popup/popup.html`)
})

const openSettings = () => popup.getByRole('button', { name: say['nav.settings'] }).click()
const waitForSettings = (fits: (settings: Settings) => boolean, what: string) =>
  session.probe.waitUntil(({ settings }) => fits(settings), what)
const changeSettings = async (changes: Partial<Settings>) => {
  const { settings } = await session.probe.readState()
  const answer = await session.probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, ...changes },
  })
  expect(answer).toEqual({ ok: true })
}

it('names an address', async () => {
  await popup.getByRole('button', { name: say['accounts.watchOnly'] }).click()
  await popup.getByRole('button', { name: say['accounts.rename'] }).click()
  await popup.getByLabel(say['accounts.name']).fill('Savings')
  await popup.getByRole('button', { name: say['accounts.saveName'] }).click()
  await session.probe.waitUntil(({ accounts }) => accounts[0]!.label === 'Savings', 'the name')
  await popup.getByRole('button', { name: say['nav.back'] }).click()
  await popup.locator('.acct-name', { hasText: 'Savings' }).waitFor()
})

it('leads to the welcome page', async () => {
  await openSettings()
  const opened = session.chromium.context.waitForEvent('page')
  await popup.getByRole('button', { name: say['settings.welcome'] }).click()
  const page = await opened
  await page.waitForURL(welcomeUrl)
  await page.close()
})

it('changes language, theme and units at once, the language for screen readers too', async () => {
  await openSettings()
  const lang = () => popup.evaluate(() => document.documentElement.lang)
  expect(await lang()).toBe('en')
  await popup.getByLabel(say['settings.language']).selectOption('es')
  await popup.getByRole('heading', { name: es['settings.look'] }).waitFor()
  expect(await lang()).toBe('es')
  await popup.getByLabel(es['settings.language']).selectOption('zh-CN')
  await popup.getByRole('heading', { name: zh['settings.look'] }).waitFor()
  expect(await lang()).toBe('zh-CN')
  await popup.getByLabel(zh['settings.language']).selectOption('en')
  await popup.getByText(say['settings.theme.dark'], { exact: true }).click()
  await waitForSettings(({ theme }) => theme === 'dark', 'the theme')
  const ground = (of: string) =>
    popup.locator(of).evaluate((element) => getComputedStyle(element).backgroundColor)
  await expect.poll(() => ground('.app')).toBe('rgb(22, 21, 26)')
  // In a tab the view is a card on a ground of its own.
  expect(await ground('html')).toBe('rgb(15, 14, 18)')
  await popup.getByText('sBTC', { exact: true }).click()
  await waitForSettings(({ units }) => units === 'sbtc', 'the units')
})

it('takes every choice of notifications, a threshold and quiet hours', async () => {
  await openSettings()
  for (const kind of ['reward', 'paymentLate'] as const)
    await popup.getByLabel(say[`settings.notify.${kind}`], { exact: true }).first().uncheck()
  for (const kind of ['notEnrolled', 'goldenRatioMoved'] as const)
    await popup.getByLabel(say[`settings.notify.${kind}`]).check()
  await popup.getByLabel(say['settings.notify.boostBelow']).check()
  await popup
    .getByRole('textbox', { name: say['settings.notify.threshold'], exact: true })
    .fill('7.25')
  await popup.getByLabel(say['settings.quiet'], { exact: true }).check()
  await popup.getByLabel(say['settings.quiet.from'], { exact: true }).selectOption('23')
  const { settings } = await waitForSettings(
    ({ notifications }) =>
      notifications.quietHours?.from === 23 && notifications.boostBelow === 7.25,
    'the choices',
  )
  expect(settings.notifications).toMatchObject({
    reward: false,
    paymentLate: false,
    notEnrolled: true,
    goldenRatioMoved: true,
    boostBelow: 7.25,
    quietHours: { from: 23, to: 8 },
  })
})

it('adds a custom contract, reads it, and removes it', async () => {
  await openSettings()
  await popup.getByText(say['settings.advanced']).click()
  await popup.getByRole('button', { name: say['deployment.add'] }).click()
  const form = popup.locator('form')
  await form.getByLabel(say['deployment.network'], { exact: true }).selectOption('devnet')
  await form.getByLabel(say['deployment.contract'], { exact: true }).fill('nonsense')
  await form.getByLabel(say['deployment.label']).fill('My own')
  await form.getByLabel(say['deployment.server'], { exact: true }).fill(network.url)
  await form.getByRole('button', { name: say['deployment.save'] }).click()
  await popup.getByText(say['deployment.bad-contract']).waitFor()
  await form
    .getByLabel(say['deployment.contract'], { exact: true })
    .fill(network.contracts.dualStacking)
  await form.getByRole('button', { name: say['deployment.save'] }).click()
  const { customDeployments } = await session.probe.waitUntil(
    ({ customDeployments: rows }) => rows!.length === 1,
    'the row',
  )
  const { id } = customDeployments![0]!
  await popup.getByLabel(say['settings.deployment'], { exact: true }).first().selectOption(id)
  await session.probe.waitUntil((state) => state.network?.deployment === id, 'a reading of it')
  await popup.getByRole('button', { name: say['deployment.remove'] }).click()
  await session.probe.waitUntil(
    ({ customDeployments: rows, settings }) => rows!.length === 0 && settings.deployment !== id,
    'no row',
  )

  // The page that a link leads to is under the popup, which reads its address and nothing else.
  await popup.close()
  const contract = network.contracts.dualStacking
  const page = await session.openPage(
    `${network.url}/demo/add.html#network=devnet&contract=${contract}`,
  )
  const over = await session.openPopup(page)
  await over.press(say['programme.look'])
  await over.waitForText(say['programme.can'])
  await over.remote.evaluate((name) => {
    const add = [...document.querySelectorAll('button')].find((each) => each.innerText === name)!
    // A script's press adds nothing.
    add.click()
    add.focus()
  }, say['programme.add'])
  expect((await session.probe.readState()).customDeployments).toEqual([])
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
  for (const type of ['keyDown', 'keyUp'])
    await (over.remote as Remote).send('Input.dispatchKeyEvent', { type, ...enter })
  await session.probe.waitUntil(
    ({ customDeployments: rows }) => rows!.some((row) => row.contract === contract),
    'the row of the link',
  )
  await over.waitForText(say['programme.added'])
})

it('accepts servers and a key, and refuses what is not a server', async () => {
  await openSettings()
  await popup.getByText(say['settings.advanced']).click()
  const servers = popup.getByLabel(say['settings.api'], { exact: true })
  await servers.fill('http://example.org')
  await servers.blur()
  await popup.getByText(say['input.web-address']).waitFor()
  await servers.fill(`${network.url}\nhttps://api.example.org`)
  await servers.blur()
  await waitForSettings(({ apiBases }) => apiBases.length === 2, 'two servers')
  await popup.getByLabel(say['settings.apiKey']).fill('the-secret-key')
  await popup.getByLabel(say['settings.apiKey']).blur()
  await waitForSettings(({ apiKey }) => apiKey === 'the-secret-key', 'the key')
})

const exported = {
  units: 'sbtc' as const,
  theme: 'dark' as const,
  apiKey: 'the-secret-key',
}

async function exportSettings(): Promise<string> {
  const downloading = popup.waitForEvent('download')
  await popup.getByRole('button', { name: say['settings.export'] }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

it('exports without the key, and imports', async () => {
  await changeSettings(exported)
  await openSettings()
  const text = await exportSettings()
  expect(text).not.toContain('secret')
  expect(JSON.parse(text)).toMatchObject({ units: 'sbtc', theme: 'dark' })
  const choose = (contents: string) =>
    popup.getByLabel(say['settings.import']).setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(contents),
    })
  await choose('{"units":"gold"}')
  await popup.getByText(say['settings.import.problem']).waitFor()
  await choose(text.replace('"dark"', '"light"'))
  const { settings } = await waitForSettings(({ theme }) => theme === 'light', 'the imported theme')
  expect(settings.apiKey).toBe('the-secret-key')
})

it('keeps nothing of an address that was removed', async () => {
  await session.probe.waitUntil(({ readings }) => user.address in readings, 'its reading')
  await session.probe.sendCommand({ type: 'disconnect', address: user.address })
  await session.refresh()
  expect(JSON.stringify(await session.probe.readRaw())).not.toContain(user.address)
})

it('erases everything', async () => {
  await changeSettings(exported)
  await session.probe.waitUntil(({ readings }) => user.address in readings, 'its reading')
  await openSettings()
  await popup.getByRole('button', { name: say['settings.erase'] }).click()
  await popup.getByRole('button', { name: say['settings.erase.sure'] }).click()
  await session.probe.waitUntil(
    (state) => state.accounts.length === 0 && state.settings.apiKey === null,
    'nothing',
  )
  const raw = JSON.stringify(await session.probe.readRaw())
  for (const gone of ['secret', user.address, 'sbtc"']) expect(raw).not.toContain(gone)
})

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../src/app/state.ts'
import { extensionId, welcomeUrl } from '../../src/dev/browser/chromium/chromium.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { guide } from '../../src/words/en/guide.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { catalogue as es } from '../../src/words/es/index.ts'
import { catalogue as zh } from '../../src/words/zh-CN/index.ts'

// The first run, and every setting, as a person meets them.

const [user] = userAccounts
let network: Network
let session: Session
let popup: Page

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
  })
  await network.control.runTo('advance-to-next-cycle')
  session = await Session.start({ keepWelcome: true })
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

const saved = (fits: (settings: Settings) => boolean, what: string) =>
  session.probe.until(({ settings }) => fits(settings), what)

it('welcomes with a page that explains, calculates without a wallet or a network, and follows an address', async () => {
  const welcome = session.chromium.context.pages().find((page) => page.url() === welcomeUrl)!
  await welcome.getByRole('heading', { name: guide['guide.title'] }).waitFor()
  await welcome.getByText(say['calculator.example']).waitFor()
  const boost = welcome.locator('.results .boost')
  await expect.poll(() => boost.textContent()).toBe('5.68×')
  await welcome.getByLabel(say['calculator.stx']).fill('20,000')
  await expect.poll(() => boost.textContent()).toBe('10×')
  await welcome.getByText(guide['guide.permission.sites.why']).waitFor()
  await welcome.getByLabel(say['settings.notify.notEnrolled']).check()
  await saved(({ notifications }) => notifications.notEnrolled, 'the choice of the welcome page')
  const { settings } = await session.probe.state()
  await session.probe.command({
    type: 'saveSettings',
    settings: { ...settings, apiBases: [network.url] },
  })
  await welcome.getByText(say['calculator.live']).waitFor()
  await welcome.getByLabel(say['accounts.watchLabel']).fill(user!.address)
  await welcome.getByRole('button', { name: say['accounts.watch'] }).click()
  await session.probe.until(({ selected }) => selected === user!.address, 'the watched address')
  await welcome.getByText('You are watching').waitFor()
  await session.probe.until(
    ({ readings }) => readings[user!.address]?.sats.known === true,
    'its reading',
  )
  await welcome.close()
})

it('names the address, and leads back to that page from the settings', async () => {
  popup = await session.chromium.context.newPage()
  await popup.goto(`chrome-extension://${extensionId}/dist/extension/popup/popup.html`)
  await popup.getByRole('button', { name: say['accounts.watchOnly'] }).click()
  await popup.getByRole('button', { name: say['accounts.rename'] }).click()
  await popup.getByLabel(say['accounts.name']).fill('Savings')
  await popup.getByRole('button', { name: say['accounts.saveName'] }).click()
  await session.probe.until(({ accounts }) => accounts[0]!.label === 'Savings', 'the name')
  await popup.getByRole('button', { name: say['nav.back'] }).click()
  await popup.locator('.acct-name', { hasText: 'Savings' }).waitFor()
  await popup.getByRole('button', { name: say['nav.settings'] }).click()
  const opened = session.chromium.context.waitForEvent('page')
  await popup.getByRole('button', { name: say['settings.welcome'] }).click()
  const page = await opened
  expect(page.url()).toBe(welcomeUrl)
  await page.close()
})

it('speaks another language at once, and says so to screen readers; theme and units follow', async () => {
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
  await saved(({ theme }) => theme === 'dark', 'the theme')
  await expect
    .poll(() => popup.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(22, 21, 26)')
  await popup.getByText('sBTC', { exact: true }).click()
  await saved(({ units }) => units === 'sbtc', 'the units')
})

it('takes every choice of notifications, a threshold and quiet hours', async () => {
  for (const kind of ['reward', 'paymentLate'] as const)
    await popup.getByLabel(say[`settings.notify.${kind}`], { exact: true }).first().uncheck()
  await popup.getByLabel(say['settings.notify.goldenRatioMoved']).check()
  await popup.getByLabel(say['settings.notify.boostBelow']).check()
  await popup.getByLabel(say['settings.notify.threshold'], { exact: true }).fill('7.25')
  await popup.getByLabel(say['settings.quiet'], { exact: true }).check()
  await popup.getByLabel(say['settings.quiet.from'], { exact: true }).selectOption('23')
  const { settings } = await saved(
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

it("adds a contract of the user's own, reads it, and takes it away", async () => {
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
  const { customDeployments } = await session.probe.until(
    ({ customDeployments: rows }) => rows!.length === 1,
    'the row',
  )
  const { id } = customDeployments![0]!
  await popup.getByLabel(say['settings.deployment'], { exact: true }).first().selectOption(id)
  await session.probe.until((state) => state.network?.deployment === id, 'a reading of it')
  await popup.getByRole('button', { name: say['deployment.remove'] }).click()
  await session.probe.until(
    ({ customDeployments: rows, settings }) => rows!.length === 0 && settings.deployment !== id,
    'no row',
  )
})

it('takes servers and a key, and refuses what is no server', async () => {
  const servers = popup.getByLabel(say['settings.api'], { exact: true })
  await servers.fill('http://example.org')
  await servers.blur()
  await popup.getByText(say['input.web-address']).waitFor()
  await servers.fill(`${network.url}\nhttps://api.example.org`)
  await servers.blur()
  await saved(({ apiBases }) => apiBases.length === 2, 'two servers')
  await popup.getByLabel(say['settings.apiKey']).fill('the-secret-key')
  await popup.getByLabel(say['settings.apiKey']).blur()
  await saved(({ apiKey }) => apiKey === 'the-secret-key', 'the key')
})

it('exports without the key, imports, and erases everything', async () => {
  const downloading = popup.waitForEvent('download')
  await popup.getByRole('button', { name: say['settings.export'] }).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  expect(text).not.toContain('secret')
  expect(JSON.parse(text)).toMatchObject({
    units: 'sbtc',
    theme: 'dark',
    notifications: { boostBelow: 7.25 },
  })
  const choose = (contents: string) =>
    popup.getByLabel(say['settings.import']).setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(contents),
    })
  await choose('{"units":"gold"}')
  await popup.getByText(say['settings.import.problem']).waitFor()
  await choose(text.replace('"dark"', '"light"'))
  const { settings } = await saved(({ theme }) => theme === 'light', 'the imported theme')
  expect(settings.apiKey).toBe('the-secret-key')
  // Forgetting an address leaves nothing of it either.
  await session.probe.command({ type: 'disconnect', address: user!.address })
  await session.refresh()
  expect(JSON.stringify(await session.probe.raw())).not.toContain(user!.address)
  await session.probe.command({ type: 'watch', address: user!.address })
  await session.probe.until(({ readings }) => user!.address in readings, 'its reading again')
  await popup.getByRole('button', { name: say['settings.erase'] }).click()
  await popup.getByRole('button', { name: say['settings.erase.sure'] }).click()
  await session.probe.until(
    (state) => state.accounts.length === 0 && state.settings.apiKey === null,
    'nothing',
  )
  const raw = JSON.stringify(await session.probe.raw())
  for (const gone of ['secret', user!.address, 'sbtc"', '7.25']) expect(raw).not.toContain(gone)
})

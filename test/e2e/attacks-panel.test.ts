import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { extensionId } from '../../src/dev/browser/chromium/chromium.ts'
import { evaluateInContentWorld } from '../../src/dev/browser/chromium/content-world.ts'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import { quickClick } from '../../src/dev/browser/chromium/quick-click.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// Attacks by the page that the panel was opened on, and by one that knows its address.

const [, friend, attacker] = userAccounts.map(({ address }) => address) as [string, string, string]
let network: Network
let session: Session
let site: PartnerSite

beforeAll(async () => {
  ;[network, site] = await Promise.all([sharedNetwork(), servePartnerSite()])
  session = await sharedSession(network.url)
})
afterAll(() => site?.close())
beforeEach(() => session.reset())
afterEach(() => optOutUsers(network))

/** A page whose script runs before everything else, with the panel open on it. */
async function openOver(
  script: string,
  {
    connected = false,
    headers = {},
  }: { connected?: boolean; headers?: Record<string, string> } = {},
): Promise<{ page: Page; panel: Panel }> {
  if (connected) {
    await session.connect(await session.openPage())
    await session.refresh()
    await session.chromium.closePopup()
  }
  site.pages.set('/hostile', {
    body: `<!doctype html><title>Hostile</title><script>${script}</script><h1>A page</h1>`,
    headers,
  })
  const page = await session.openPage(`${site.url}/hostile`)
  await session.openPopup(page)
  await session.chromium.closePopup()
  const tabId = await session.findTabId(page)
  expect(await session.probe.sendCommand({ type: 'openPanel', tabId })).toEqual({ ok: true })
  const panel = Panel.on(page)
  await panel.waitForText(connected ? say['status.pill.not'] : say['connect.wallet'])
  return { page, panel }
}

const heardBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard)

/** The address under which the browser gives out the panel's document, for this session. */
const findAddress = async (page: Page): Promise<string> =>
  String(
    await evaluateInContentWorld(page, `chrome.runtime.getURL('dist/extension/panel/panel.html')`),
  )

it('cannot exchange the address that is typed, or hear a key of it', async () => {
  // It types on every occasion that it gets, and into whatever has the focus.
  const { page, panel } = await openOver(
    `window.heard = []
    const type = () => {
      document.execCommand('selectAll')
      document.execCommand('insertText', false, '${attacker}')
    }
    for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'paste',
      'pointerdown', 'mousedown', 'click', 'focusin'])
      addEventListener(name, (event) => { heard.push(name + (event.key ?? '')); type() }, true)
    setInterval(type, 20)`,
    { connected: true },
  )
  await panel.press(say['action.enroll'])
  await panel.press(say['enroll.elsewhere'])
  await panel.type(say['address.reward'], friend)
  await panel.waitForText(say['address.compare'])
  await panel.press(say['enroll.submit'])
  // The wallet is asked for its account first, which is not known on this host.
  await session.wallet.approve()
  await session.wallet.approve()
  const { intents } = await session.probe.waitUntil(
    (state) => state.intents[0]?.state === 'submitted',
    'a submitted intent',
  )
  expect(JSON.stringify(intents[0]!.request)).not.toContain(attacker)
  await network.control.mine()
  await session.refresh()
  const { readings } = await session.probe.waitUntil(
    (state) => state.intents[0]?.state === 'confirmed',
    'a confirmed intent',
  )
  expect(Object.values(readings)[0]).toMatchObject({
    rewardAddress: { known: true, value: friend },
  })
  // That its own document lost the focus is all that it can hear.
  expect(new Set(await heardBy(page))).toEqual(new Set(['focusin']))
})

it('cannot read a word or a letter of it, count its frame, or repaint it', async () => {
  const { page, panel } = await openOver(
    `document.documentElement.style.cssText = '--ink: transparent; --bad: transparent; --t-2: 0px'
    document.head.insertAdjacentHTML('beforeend',
      '<style>* { --paper: red !important; --mono: "Evil" !important }</style>')`,
    { connected: true },
  )
  const [me] = (await session.probe.readState()).accounts
  const read = await page.evaluate(
    (words) => {
      const found = words.filter((word) =>
        (window as unknown as { find(text: string): boolean }).find(word),
      )
      document.execCommand('selectAll')
      return {
        found,
        selected: String(getSelection()),
        text: document.documentElement.innerText,
        frames: [window.length, document.querySelectorAll('iframe').length],
        shadow: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
        names: Object.keys(window).filter((key) => /twinstack/i.test(key)),
      }
    },
    ['Twinstack', 'Dual Stacking', me!.address.slice(0, 7), me!.address.slice(-5)],
  )
  expect(read).toEqual({
    found: [],
    selected: 'A page',
    text: 'A page',
    frames: [0, 0],
    shadow: 0,
    names: [],
  })
  const frame = await panel.frame()
  const colours = await frame.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.panel')!)
    return ['--ink', '--bad', '--paper', '--t-2', '--mono'].map((name) =>
      style.getPropertyValue(name),
    )
  })
  expect(colours.join(' ')).not.toMatch(/transparent|red|Evil|\b0px/)
})

/** What a page can find out by loading an address in every way there is. */
const probe = (page: Page, address: string): Promise<Record<string, string>> =>
  page.evaluate(async (url) => {
    const settled = (asked: Promise<Response>) =>
      asked.then(
        () => 'loaded',
        () => 'refused',
      )
    const element = (tag: string) =>
      new Promise<string>((resolve) => {
        const made = document.createElement(tag) as HTMLImageElement & HTMLLinkElement
        made.onload = () => resolve('loaded')
        made.onerror = () => resolve('refused')
        made.rel = 'stylesheet'
        if (tag === 'link') made.href = url
        else made.src = url
        document.body.append(made)
      })
    return {
      fetch: await settled(fetch(url)),
      opaque: await settled(fetch(url, { mode: 'no-cors' })),
      img: await element('img'),
      script: await element('script'),
      link: await element('link'),
      iframe: await element('iframe'),
    }
  }, address)

it.each([
  ['an ordinary page', {}],
  ['one that embeds by consent', { 'cross-origin-embedder-policy': 'require-corp' }],
  [
    'one that hears what it would not embed without consent',
    {
      'cross-origin-embedder-policy-report-only': 'require-corp; report-to="main"',
      'reporting-endpoints': 'main="/reports"',
    },
  ],
  [
    'one that hears what its policy blocks',
    { 'content-security-policy-report-only': "frame-src 'none'" },
  ],
])('does not tell %s its address, or anything else', async (_what, headers) => {
  const { page } = await openOver(
    `window.heard = []
    for (const name of ['message', 'securitypolicyviolation', 'error'])
      addEventListener(name, ({ type }) => heard.push(type), true)
    new ReportingObserver((reports) => heard.push(...reports.map(({ type }) => type)),
      { buffered: true }).observe()
    for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) => heard.push(...list.getEntries().map(({ name }) => name)))
        .observe({ type, buffered: true })`,
    { headers },
  )
  const heard = await heardBy(page)
  expect(heard).not.toEqual([])
  expect(heard.join(' ')).not.toMatch(/extension|message|violation|error|coep/)
})

it('is not found by a page that nobody asked the extension to touch', async () => {
  const absent = extensionId.replace(/./g, (letter) => (letter === 'a' ? 'b' : 'a'))
  const page = await session.openPage()
  const files = ['panel/panel.html', 'panel.js', 'popup/popup.html', 'background.js']
  for (const file of files)
    expect(await probe(page, `chrome-extension://${extensionId}/dist/extension/${file}`)).toEqual(
      await probe(page, `chrome-extension://${absent}/dist/extension/${file}`),
    )
  const { page: touched } = await openOver('')
  const address = await findAddress(touched)
  expect(address).not.toContain(extensionId)
  // Under the browser's own address, too, no other file is given out.
  for (const file of files.slice(1)) {
    const other = new URL(`../${file}`, address).href
    expect(await probe(page, other), file).toMatchObject({ fetch: 'refused', script: 'refused' })
  }
})

it('shows nothing and does nothing where the content script did not place it', async () => {
  const { page: touched } = await openOver('', { connected: true })
  const address = await findAddress(touched)
  site.pages.set(
    '/framing',
    `<!doctype html><title>Framing</title><h1>A page</h1>
    <iframe id="copy" src="${address}"></iframe>
    <script>document.getElementById('copy').onload = ({ target }) => {
      for (const token of ['', 'x', crypto.randomUUID()])
        target.contentWindow.postMessage({ twinstackPanel: token }, '*',
          [new MessageChannel().port1])
      window.posted = true
    }</script>`,
  )
  const page = await session.openPage(`${site.url}/framing`)
  await page.waitForFunction(() => (window as unknown as { posted?: boolean }).posted === true)
  await page.evaluate((url) => void window.open(url), address)
  const tab = await page.context().waitForEvent('page')
  await tab.waitForLoadState()
  const kept = await session.chromium.inBackground(() => chrome.storage.session.get(null))
  const token = Object.entries(kept).find(([key]) => key.startsWith('panel:'))?.[1]
  expect(token).toEqual(expect.any(String))
  for (const copy of [page.frames()[1]!, tab.mainFrame()]) {
    const answers = await copy.evaluate(
      (known) =>
        Promise.all(
          [
            { type: 'panel/open', token: known },
            { type: 'panel/command', token: known, command: { type: 'refresh' } },
            { type: 'panel/command', token: 'x', command: { type: 'disconnect', address: 'x' } },
            { type: 'disconnect', address: 'x' },
            { type: 'refresh' },
          ].map((message) => chrome.runtime.sendMessage(message) as Promise<unknown>),
        ),
      token,
    )
    // The token of another tab is worth nothing here.
    for (const answer of answers) expect(answer).toMatchObject({ ok: false })
    expect(await copy.evaluate(() => document.body.innerText.trim())).toBe('')
  }
})

it('is not pressed by a game that moves it under the pointer', async () => {
  const { page, panel } = await openOver(`addEventListener('mousedown', () => {
    const { style } = document.documentElement.lastElementChild
    style.setProperty('inset', window.target, 'important')
  })`)
  const ball = { x: 150, y: 300 }
  await panel.settle()
  const button = await panel.locateButton(say['connect.wallet'])
  const { x, y } = await panel.locate()
  await page.evaluate(
    (target) => void Object.assign(window, { target }),
    `${ball.y - (button.y - y)}px auto auto ${ball.x - (button.x - x)}px`,
  )
  const startedAt = Date.now()
  await page.mouse.move(ball.x - 40, ball.y)
  await quickClick(page, ball, startedAt)
  await expect
    .poll(async () => {
      await quickClick(page, ball, startedAt + 300)
      return panel.showsCovered()
    })
    .toBe(true)
  expect((await session.probe.readState()).connection).toBeNull()
})

it('keeps every other page of the extension out of frames', async () => {
  const { page } = await openOver('')
  const address = await findAddress(page)
  for (const name of [
    'popup/popup',
    'console/console',
    'welcome/welcome',
    'walletconnect/walletconnect',
  ])
    for (const home of [`chrome-extension://${extensionId}`, address.split('/dist/')[0]!])
      expect(
        await page.evaluate(async (url) => {
          const frame = document.createElement('iframe')
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
          frame.src = url
          document.body.append(frame)
          await loaded
          return url
        }, `${home}/dist/extension/${name}.html`),
      ).toBeTruthy()
  const shown = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))
  expect(shown.map((frame) => new URL(frame.url()).pathname)).toEqual([
    '/dist/extension/panel/panel.html',
  ])
})

it('leaves the content script nothing to read, write or ask for', async () => {
  const { page } = await openOver('', { connected: true })
  const tried = await evaluateInContentWorld(
    page,
    `({
      read: await chrome.storage.local.get(null).then(() => 'read', () => 'refused'),
      written: await chrome.storage.local.set({ settings: {} })
        .then(() => 'written', () => 'refused'),
      session: await Promise.resolve().then(() => chrome.storage.session.get(null))
        .then(() => 'read', () => 'refused'),
      answers: await Promise.all([
        { type: 'erase' },
        { type: 'refresh' },
        { type: 'enroll', rewardAddress: null, tabId: null },
        { type: 'panel/open', token: 'x' },
        { type: 'panel/command', token: 'x', command: { type: 'refresh' } },
      ].map((message) => chrome.runtime.sendMessage(message))),
    })`,
  )
  expect(tried).toEqual({
    read: 'refused',
    written: 'refused',
    session: 'refused',
    answers: Array.from({ length: 5 }, () => ({ ok: false, code: 'not-understood' })),
  })
})

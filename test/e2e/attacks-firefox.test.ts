import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { serveWebPage } from '../../src/dev/browser/chromium/serve-web-page.ts'
import { FirefoxPage } from '../../src/dev/browser/firefox/firefox-page.ts'
import { FirefoxPanel } from '../../src/dev/browser/firefox/firefox-panel.ts'
import { FirefoxSession } from '../../src/dev/browser/firefox/firefox-session.ts'
import { demoWallet, extension } from '../../src/dev/browser/firefox/firefox.ts'
import { renderPartnerPage, servePartnerSite } from '../../src/dev/browser/partner-site.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

// Attacks on the panel (SECURITY.md) where Firefox could differ from Chromium.

const noApi = 'http://127.0.0.1:9'
let session: FirefoxSession
const isConnecting = async () => (await session.probe.readState()).connection !== null
beforeAll(async () => {
  session = await FirefoxSession.start(Promise.resolve(noApi))
})
afterAll(() => session?.close())

/** A page with the panel open on it, nothing of which has been pressed yet. */
async function openOver(html: string, headers: Record<string, string> = {}) {
  const site = await serveWebPage(html, headers)
  onTestFinished(() => site.close())
  const page = await session.firefox.openTab(site.url)
  await session.openPanel(page)
  const panel = new FirefoxPanel(session.firefox)
  await expect
    .poll(() => panel.evaluate(() => document.body.innerText))
    .toContain(say['connect.wallet'])
  return { page, panel }
}

const hostile = `<!doctype html><title>Hostile</title><h1>A page</h1><script>
  window.heard = []
  for (const name of ['keydown', 'keyup', 'input', 'paste', 'click', 'message'])
    addEventListener(name, () => heard.push(name), true)
  new PerformanceObserver((list) => heard.push(...list.getEntries().map(({ name }) => name)
    .filter((name) => name.includes('extension')))).observe({ entryTypes: ['resource'] })
  setInterval(() => document.execCommand('insertText', false, '666'), 20)
  addEventListener('read', () => {
    for (const word of ['Twinstack', 'Hyperstaking'])
      if (find(word, false, false, true, false, true, false)) heard.push('found ' + word)
    document.execCommand('selectAll')
    const selected = String(getSelection()).trim()
    if (selected !== 'A page') heard.push('selected ' + selected)
  })
</script>`

it('cannot be read, typed into or pressed before a person has seen it where it is', async () => {
  const { page, panel } = await openOver(hostile)
  // The calculator comes after the buttons.
  await expect.poll(() => panel.evaluate(() => document.querySelector('input') !== null)).toBe(true)
  await panel.evaluate(() => document.querySelector<HTMLInputElement>('input')!.select())
  await panel.type('12345')
  expect(await panel.evaluate(() => document.querySelector('input')!.value)).toBe('12345')

  const { x, y } = await panel.locateButton(say['connect.wallet'])
  await panel.press(x, y)
  expect(await panel.showsCovered()).toBe(true)
  expect(await isConnecting()).toBe(false)
  await expect
    .poll(async () => {
      await panel.press(x, y)
      return isConnecting()
    })
    .toBe(true)

  expect(
    await page.evaluate(() => {
      window.dispatchEvent(new Event('read'))
      return {
        heard: (window as unknown as { heard: string[] }).heard,
        frames: window.length,
      }
    }),
  ).toEqual({ heard: [], frames: 0 })
  // A window of the wallet that opened later would close the popup of whatever comes next.
  await session.reject()
  await session.probe.sendCommand({ type: 'cancelConnect' })
})

it('is not pressed where the page has just put it', async () => {
  const { page, panel } = await openOver('<!doctype html><title>A game</title><h1>A page</h1>')
  // The pointer has long found the panel where it is.
  const harmless = await panel.locateButton(say['tab.dual'])
  await expect
    .poll(async () => {
      await panel.press(harmless.x, harmless.y)
      return panel.showsCovered()
    })
    .toBe(false)
  const { x, y } = await panel.locateButton(say['connect.wallet'])
  // So has the button been, within the frame.
  const located = await panel.evaluate(() => performance.now())
  await expect
    .poll(() => panel.evaluate((since) => performance.now() - since, located))
    .toBeGreaterThan(1000)
  await page.evaluate(() => {
    const { style } = document.documentElement.lastElementChild as HTMLElement
    style.setProperty('inset', '16px auto auto 40px', 'important')
  })
  await panel.press(x, y)
  expect(await panel.showsCovered()).toBe(true)
  expect(await isConnecting()).toBe(false)
})

it.each([
  ['an ordinary page', {}],
  ['one that embeds by consent', { 'cross-origin-embedder-policy': 'require-corp' }],
  [
    'one that hears what its policy blocks',
    { 'content-security-policy-report-only': "frame-src 'none'" },
  ],
])('does not tell %s its address, or anything else', async (_what, headers) => {
  const { page } = await openOver(
    `<!doctype html><title>Curious</title><h1>A page</h1><script>
    window.heard = []
    for (const name of ['message', 'securitypolicyviolation', 'error'])
      addEventListener(name, ({ type, blockedURI }) => heard.push(type + blockedURI), true)
    for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) => heard.push(...list.getEntries().map(({ name }) => name)))
        .observe({ type, buffered: true })
    performance.mark('a mark of its own')</script>`,
    headers,
  )
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect(heard).toContain('a mark of its own')
  expect(heard.join(' ')).not.toMatch(/extension|message|violation|error/)
})

it('is not found by a page that nobody asked the extension to touch', async () => {
  const site = await serveWebPage()
  onTestFinished(() => site.close())
  const page = await session.firefox.openTab(site.url)
  const probe = (home: string) =>
    page.evaluate(async (origin: string) => {
      const found: string[] = []
      for (const file of ['popup/popup.html', 'panel.js', 'background.js']) {
        const url = `${origin}/dist/extension/${file}`
        for (const mode of ['cors', 'no-cors'] as const)
          found.push(
            await fetch(url, { mode }).then(
              () => `${mode} loaded`,
              () => `${mode} refused`,
            ),
          )
        for (const tag of ['img', 'script'] as const)
          found.push(
            await new Promise<string>((resolve) => {
              const made = document.createElement(tag)
              made.onload = () => resolve(`${tag} loaded`)
              made.onerror = () => resolve(`${tag} refused`)
              made.src = url
              document.body.append(made)
            }),
          )
      }
      return found
    }, home)
  const found = await probe(extension.origin)
  expect(found.join(' ')).not.toContain('loaded')
  // As for an extension that is not there.
  expect(await probe('moz-extension://00000000-0000-4000-8000-000000000000')).toEqual(found)
})

it('leaves a content script, and another extension, nothing to ask for', async () => {
  await openOver('<!doctype html><title>A page</title><h1>A page</h1>')
  const messages = [
    { type: 'erase' },
    { type: 'refresh' },
    { type: 'enroll', rewardAddress: null, tabId: null },
    { type: 'panel/open', token: 'x' },
    { type: 'panel/command', token: 'x', command: { type: 'refresh' } },
  ]
  expect(await session.sendFromContentScript(messages)).toEqual(
    messages.map(() => ({ ok: false, code: 'not-understood' })),
  )
  const stranger = await session.firefox.openTab(`${demoWallet.origin}/manifest.json`)
  const answers = await stranger.evaluate(
    (id: string, list: object[]) =>
      Promise.all(
        list.map((message) =>
          (globalThis as unknown as { browser: typeof chrome }).browser.runtime
            .sendMessage(id, message)
            .then(
              () => 'answered',
              () => 'refused',
            ),
        ),
      ),
    extension.id,
    messages,
  )
  expect(answers).toEqual(messages.map(() => 'refused'))
})

it('shows nothing in a frame of the page’s own, and no other page of ours is framed', async () => {
  const frame = (name: string) =>
    `<iframe src="${extension.origin}/dist/extension/${name}.html"></iframe>`
  const site = await serveWebPage(
    `<!doctype html><title>Framing</title>${frame('panel/panel')}${frame('popup/popup')}`,
  )
  const page = await session.firefox.openTab(site.url)
  const copy = new FirefoxPanel(session.firefox)
  expect(await copy.evaluate(() => [location.pathname, document.body.innerText.trim()])).toEqual([
    '/dist/extension/panel/panel.html',
    '',
  ])
  expect(
    await page.evaluate(async (home: string) => {
      const ask = (file: string) =>
        fetch(`${home}/dist/extension/${file}`).then(
          () => 'loaded',
          () => 'refused',
        )
      return [await ask('popup/popup.html'), await ask('console/console.html')]
    }, extension.origin),
  ).toEqual(['refused', 'refused'])
  await site.close()
})

it('counts no press of a widget that the page has just put there', async () => {
  const site = await servePartnerSite()
  onTestFinished(() => site.close())
  site.pages.set(
    '/',
    renderPartnerPage(
      `<dual-stacking-boost network="devnet" api-url="${noApi}" actions="enroll"></dual-stacking-boost>`,
    ),
  )
  const page = await session.firefox.openTab(`${site.url}/`)
  const driver = new FirefoxPage(session.firefox)
  const locate = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('dual-stacking-boost')!
      const button = shadowRoot?.querySelector<HTMLButtonElement>('[part=actions] button')
      if (!button || button.disabled) return null
      const box = button.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    })
  const status = () =>
    page.evaluate(
      () =>
        document.querySelector('dual-stacking-boost')!.shadowRoot!.querySelector('[part=status]')!
          .textContent,
    )
  const asksWallets = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('wallet.js')),
    )
  await expect.poll(locate).not.toBeNull()
  // It keeps moving, so that it is never in one place for long, however slow the machine is.
  await page.evaluate(() => {
    const widget = document.querySelector<HTMLElement>('dual-stacking-boost')!
    widget.style.position = 'relative'
    widget.dataset['moves'] = ''
    const move = (time: number) => {
      widget.style.left = `${90 + 10 * Math.sin(time / 300)}px`
      if ('moves' in widget.dataset) requestAnimationFrame(move)
    }
    move(0)
  })
  const { x, y } = (await locate())!
  await driver.press(x, y)
  await expect.poll(status).toContain('This button was covered')
  expect(await asksWallets()).toBe(false)
  await page.evaluate(() => {
    delete document.querySelector<HTMLElement>('dual-stacking-boost')!.dataset['moves']
  })
  await expect
    .poll(async () => {
      // The sentence has moved it as well. Once a press has counted there is nothing to press.
      const place = await locate()
      if (place) await driver.press(place.x, place.y)
      return asksWallets()
    })
    .toBe(true)
})

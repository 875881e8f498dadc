import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveWebPage } from '../../src/dev/browser/chromium/serve-web-page.ts'
import { FirefoxPanel } from '../../src/dev/browser/firefox/firefox-panel.ts'
import { FirefoxSession } from '../../src/dev/browser/firefox/firefox-session.ts'
import { extension } from '../../src/dev/browser/firefox/firefox.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

// Attacks on the panel (SECURITY.md) where Firefox could differ from Chromium.

const noApi = 'http://127.0.0.1:9'
let session: FirefoxSession
beforeAll(async () => {
  session = await FirefoxSession.start(Promise.resolve(noApi))
})
afterAll(() => session?.close())

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
  const site = await serveWebPage(hostile)
  const page = await session.firefox.openTab(site.url)
  await session.openPanel(page)
  const panel = new FirefoxPanel(session.firefox)
  await expect
    .poll(() => panel.evaluate(() => document.body.innerText))
    .toContain(say['connect.wallet'])

  await panel.evaluate(() => document.querySelector<HTMLInputElement>('input')!.select())
  await panel.type('12345')
  expect(await panel.evaluate(() => document.querySelector('input')!.value)).toBe('12345')

  const { x, y } = await panel.evaluate((name) => {
    const all = [...document.querySelectorAll('button')]
    const button = all.find(({ innerText }) => innerText.trim() === name)!
    button.scrollIntoView({ block: 'center' })
    const box = button.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, say['connect.wallet'])
  const isRefused = () =>
    panel.evaluate(() => !document.querySelector<HTMLElement>('.panel-covered')!.hidden)
  const isConnecting = async () => (await session.probe.readState()).connection !== null
  await panel.press(x, y)
  expect(await isRefused()).toBe(true)
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
  await site.close()
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

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeFor } from '../../src/site/builder/code.ts'
import { builder as english } from '../../src/ui/messages/en/builder.ts'
import { builder as spanish } from '../../src/ui/messages/es/builder.ts'
import { launchPlain, openWatched, shows } from '../support/widget/browser.ts'
import { serveSite } from '../support/widget/site.ts'
import type { Site } from '../support/widget/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchPlain(), serveSite()])
})
afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()])
})
const open = (width: number) => openWatched(browser, `${site.url}/demo/index.html`, { viewport: { width, height: 900 } })

it('shows what is chosen, and its code gives another page the same', async () => {
  const { page, problems } = await open(1100)
  await shows(page, 'boost', '5.33')
  await page.getByLabel('STX', { exact: true }).fill('22020')
  await page.getByLabel('Actions').selectOption('none')
  await shows(page, 'boost', '10')
  const code = await page.locator('#code').innerText()
  expect(code).toMatch(/integrity="sha384-[\w+/]{64}"/)
  const [, hash] = /integrity="sha384-([^"]+)"/.exec(code)!
  const [, file] = /src="([^"]+boost\.js)"/.exec(code)!
  expect(file).toContain('/widget/0.1.0/')
  expect(createHash('sha384').update(Buffer.from(await (await fetch(file!)).arrayBuffer())).digest('base64')).toBe(hash)
  site.pages.set('/copied', `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Copied</title>${code}</html>`)
  const copied = await openWatched(browser, `${site.url}/copied`)
  await shows(copied.page, 'boost', '10')
  expect(copied.problems).toEqual([])
  await page.getByRole('button', { name: 'iframe' }).click()
  const src = /src="([^"]+)"/.exec(await page.locator('#code').innerText())![1]!.replaceAll('&amp;', '&')
  const frame = await openWatched(browser, src)
  await shows(frame.page, 'boost', '10')
  expect([...problems, ...frame.problems]).toEqual([])
  await Promise.all([page, copied.page, frame.page].map((each) => each.close()))
})

it('is usable by everybody: no violation that axe finds, in light and dark, wide and narrow, nothing wider than the screen', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  for (const [width, colorScheme] of [[1100, 'light'], [360, 'dark']] as const) {
    const { page } = await open(width)
    await page.emulateMedia({ colorScheme })
    await shows(page, 'boost', '5.33')
    // The page's own policy would keep axe out.
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.setBypassCSP', { enabled: true })
    await page.reload()
    await shows(page, 'boost', '5.33')
    await page.addScriptTag({ path: axe })
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } }).axe.run()
      return found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
    })
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.close()
  }
})

it('speaks the browser’s language, and another when asked, the widget with it', async () => {
  const page = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1100, height: 900 } })).newPage()
  await page.goto(`${site.url}/demo/index.html`)
  await page.getByRole('heading', { name: spanish.title }).waitFor()
  await shows(page, 'reward', '12.280')
  expect(await page.title()).toBe(spanish.document)
  expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0,1152')
  await page.getByLabel(spanish.language).selectOption('zh-CN')
  await shows(page, 'boost', '5.33')
  await page.reload()
  await page.getByText('页面代码').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByLabel('本页语言').selectOption('en')
  await page.getByRole('heading', { name: english.title }).waitFor()
  await shows(page, 'reward', '12,280')
  await page.context().close()
})

it('has the catalogue’s English in its markup, for the first paint', async () => {
  const markup = await readFile('src/site/index.html', 'utf8')
  const found = [...markup.matchAll(/data-t="(\w+)">([^<]*)</g)].map(([, key, text]) => [key, text])
  expect(found.length).toBeGreaterThan(20)
  expect(found).toEqual(found.map(([key]) => [key, english[key as keyof typeof english]]))
})

it('writes attributes that no value can break out of', () => {
  const code = codeFor('script', { sbtc: '"><script>alert(1)</script>' }, { version: '1.0.0', integrity: 'sha384-x', base: 'https://cdn.example/', frame: 'https://cdn.example/frame.html' })
  expect(code).not.toContain('<script>alert')
  expect(code).toContain('sbtc="&quot;>&lt;script>')
})

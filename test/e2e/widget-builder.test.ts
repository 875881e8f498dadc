import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { openWatchedPage, readPart, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { generateCode, type EmbedMethod } from '../../src/site/builder/generate-code.ts'
import type { WidgetKind } from '../../src/site/builder/widgets.ts'
import type { Options } from '../../src/widget/frame/options.ts'
import { bitcoinStakingWidget as staking } from '../../src/words/en/bitcoin-staking-widget.ts'
import { builder as english } from '../../src/words/en/builder.ts'
import { programme as card } from '../../src/words/en/programme.ts'
import { site as pages } from '../../src/words/en/site.ts'
import { builder as spanish } from '../../src/words/es/builder.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

let browser: Browser
let site: PartnerSite

beforeAll(async () => {
  ;[browser, site] = await Promise.all([sharedBrowser(), servePartnerSite()])
})
afterAll(() => site?.close())
const open = (width: number, query = '') =>
  openWatchedPage(browser, `${site.url}/demo/index.html${query}`, {
    viewport: { width, height: 900 },
  })

it('shows what is chosen, and its code gives another page the same', async () => {
  const { page, problems } = await open(1100)
  await waitForPart(page, 'boost', '5.33')
  await page.getByLabel('STX', { exact: true }).filter({ visible: true }).fill('22020')
  await page
    .locator('#options')
    .getByLabel('Actions')
    .filter({ visible: true })
    .selectOption('none')
  await waitForPart(page, 'boost', '10')
  await page.getByLabel(english.accent).fill('#0b57d0')
  await page.getByLabel(english.radius).fill('2px')
  const code = await page.locator('#code').innerText()
  expect(code).toContain('{ --twinstack-accent: #0b57d0 }')
  expect(code).toMatch(/integrity="sha384-[\w+/]{64}"/)
  const [, hash] = /integrity="sha384-([^"]+)"/.exec(code)!
  const [, file] = /src="([^"]+boost\.js)"/.exec(code)!
  expect(file).toContain('/widget/0.1.0/')
  expect(
    createHash('sha384')
      .update(Buffer.from(await (await fetch(file!)).arrayBuffer()))
      .digest('base64'),
  ).toBe(hash)
  site.pages.set(
    '/copied',
    `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Copied</title>${code}</html>`,
  )
  const copied = await openWatchedPage(browser, `${site.url}/copied`)
  await waitForPart(copied.page, 'boost', '10')
  expect(copied.problems).toEqual([])
  await page.getByRole('button', { name: 'iframe' }).click()
  const src = /src="([^"]+)"/
    .exec(await page.locator('#code').innerText())![1]!
    .replaceAll('&amp;', '&')
  expect(src).toContain('accent=%230b57d0&radius=2px')
  const frame = await openWatchedPage(browser, src)
  await waitForPart(frame.page, 'boost', '10')
  expect([...problems, ...frame.problems]).toEqual([])
  await Promise.all([page, copied.page, frame.page].map((each) => each.close()))
})

it('takes the link of a program of anyone’s own, and shows its card', async () => {
  const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.ours'
  const hash = `#network=testnet&contract=${contract}`
  const { page } = await open(360, hash)
  const code = page.locator('#code')
  await code.filter({ hasText: `network="testnet/${contract}"` }).waitFor()
  await waitForPart(page, 'source', contract)
  await page.locator('#own-programme').getByText(card['programme.retry']).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  const link = page.getByLabel(english.ownLink)
  await link.fill('https://ours.example/index.html')
  await link.blur()
  await page.getByText(english.ownLinkBad).waitFor()
  expect(await code.innerText()).not.toContain(contract)
  await link.fill(`https://ours.example/add.html${hash}`)
  await link.blur()
  await code.filter({ hasText: contract }).waitFor()
  await page.close()
})

it('does the same for a pool', async () => {
  const tag = 'hyperstaking-pool'
  const { page, requests, problems } = await open(1100)
  await waitForPart(page, 'boost', '5.33')
  expect(requests.some((url) => url.endsWith('/pool.js'))).toBe(false)
  await page.getByRole('button', { name: english.pool }).click()
  await page.getByRole('heading', { name: english.poolTitle }).waitFor()
  expect(page.url()).toContain('widget=pool')
  await page.getByLabel(english.days).fill('60')
  await page.getByLabel(english.rewardFee).fill('5')
  await page.getByLabel(english.theme).selectOption('dark')
  await waitForPart(page, 'source', '5.00% reward fee', tag)
  await waitForPart(page, 'hint', '90% of outcomes', tag)
  const figures = await readPart(page, 'results', tag)
  expect(figures).toContain('60 days')
  const code = await page.locator('#code').innerText()
  const [, file, hash] =
    /src="([^"]+\/widget\/0\.1\.0\/pool\/pool\.js)"\s+integrity="sha384-([^"]+)"/.exec(code)!
  expect(
    createHash('sha384')
      .update(Buffer.from(await (await fetch(file!)).arrayBuffer()))
      .digest('base64'),
  ).toBe(hash)
  await page.getByRole('button', { name: 'iframe' }).click()
  await page.getByLabel(english.origin).fill(`${site.url}/some/page`)
  const frame = await page.locator('#code').innerText()
  await page.getByLabel(english.node).fill('https://node.example')
  await page.getByLabel(english.node).blur()
  await page.getByText(english.leftOutNode).waitFor()
  expect(await page.locator('#code').innerText()).not.toContain('node')

  // What was copied shows the same: two visitors with one telephone's window, so that the frame has
  // to ask for another height than it was given.
  site.pages.set(
    '/copied-pool',
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Copied</title>${code}${frame}</html>`,
  )
  const copied = await openWatchedPage(browser, `${site.url}/copied-pool`)
  await waitForPart(copied.page, 'hint', '90% of outcomes', tag)
  expect(await readPart(copied.page, 'results', tag)).toBe(figures)
  const inside = copied.page.frameLocator('iframe').locator(tag)
  await inside.locator('[part=hint]').filter({ hasText: '90% of outcomes' }).waitFor()
  expect(await inside.locator('[part=results]').innerText()).toBe(figures)
  await expect
    .poll(() => copied.page.locator('iframe').getAttribute('height').then(Number))
    .toBeGreaterThan(400)
  expect(
    await inside.evaluate(() => document.documentElement.scrollHeight - innerHeight),
  ).toBeLessThanOrEqual(0)
  expect([...problems, ...copied.problems]).toEqual([])
  await Promise.all([page, copied.page].map((each) => each.close()))
})

it('does the same for Bitcoin Staking', async () => {
  const tag = 'bitcoin-staking-yield'
  const manager = 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.our-manager'
  const { page, problems } = await open(1100, '?widget=yield')
  await page.getByRole('heading', { name: english.yieldTitle }).waitFor()
  await waitForPart(page, 'hint', staking.exampleOf, tag)
  await page.getByLabel(english.manager).fill(manager)
  await page.getByLabel(english.manager).blur()
  await waitForPart(page, 'facts', manager, tag)
  const code = await page.locator('#code').innerText()
  expect(code).toContain(`manager="${manager}"`)
  const [, file, hash] =
    /src="([^"]+\/widget\/0\.1\.0\/yield\/yield\.js)"\s+integrity="sha384-([^"]+)"/.exec(code)!
  const bytes = Buffer.from(await (await fetch(file!)).arrayBuffer())
  expect(createHash('sha384').update(bytes).digest('base64')).toBe(hash)
  await page.getByRole('button', { name: 'iframe' }).click()
  await page.getByLabel(english.origin).fill(`${site.url}/some/page`)
  const frame = await page.locator('#code').innerText()
  site.pages.set(
    '/copied-yield',
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Copied</title>${code}${frame}</html>`,
  )
  const copied = await openWatchedPage(browser, `${site.url}/copied-yield`)
  await waitForPart(copied.page, 'facts', manager, tag)
  const inside = copied.page.frameLocator('iframe').locator(tag)
  await inside.locator('[part=facts]').filter({ hasText: manager }).waitFor()
  expect([...problems, ...copied.problems]).toEqual([])
  await Promise.all([page, copied.page].map((each) => each.close()))
})

it('is accessible: no axe violation, and nothing overflows', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  for (const [width, colorScheme, query] of [
    [1100, 'light', ''],
    [360, 'dark', ''],
    [360, 'light', '?widget=pool'],
    [360, 'dark', '?widget=yield'],
  ] as const) {
    const { page } = await open(width, query)
    await page.emulateMedia({ colorScheme })
    const ready = () => {
      if (query.endsWith('pool'))
        return waitForPart(page, 'hint', '90% of outcomes', 'hyperstaking-pool')
      return query.endsWith('yield')
        ? waitForPart(page, 'hint', staking.exampleOf, 'bitcoin-staking-yield')
        : waitForPart(page, 'boost', '5.33')
    }
    await ready()
    // The page's own policy would keep axe out.
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.setBypassCSP', { enabled: true })
    await page.reload()
    await ready()
    await page.addScriptTag({ path: axe })
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (
        window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
        }
      ).axe.run()
      return found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
    })
    expect(violations).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    await page.close()
  }
})

it('speaks the browser’s language, and another on request, as does the widget', async () => {
  const page = await (
    await browser.newContext({ locale: 'es-MX', viewport: { width: 1100, height: 900 } })
  ).newPage()
  await page.goto(`${site.url}/demo/index.html`)
  await page.getByRole('heading', { name: spanish.title }).waitFor()
  await waitForPart(page, 'reward', '12.280')
  expect(await page.title()).toBe(spanish.document)
  expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0,1152')
  await page.getByRole('button', { name: spanish.pool }).click()
  await page.getByRole('heading', { name: spanish.poolTitle }).waitFor()
  await waitForPart(page, 'label', 'Pool de terceros', 'hyperstaking-pool')
  await page.getByRole('button', { name: spanish.boost }).click()
  await page.getByLabel(spanish.language).selectOption('zh-CN')
  await waitForPart(page, 'boost', '5.33')
  await page.reload()
  await page.getByText('页面代码').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByLabel('本页语言').selectOption('en')
  await page.getByRole('heading', { name: english.title }).waitFor()
  await waitForPart(page, 'reward', '12,280')
  await page.context().close()
})

it('has the catalogue’s English in its markup for the first paint', async () => {
  for (const [file, catalogue, least] of [
    ['index', english, 40],
    ['frame', pages, 2],
    ['pool-frame', pages, 3],
    ['yield-frame', pages, 2],
    ['pool', pages, 4],
  ] as const) {
    const markup = await readFile(`src/site/${file}.html`, 'utf8')
    const found = [...markup.matchAll(/data-t="(\w+)"\s*>([^<]*)</g)].map(([, key, text]) => [
      key,
      text!.trim().replaceAll(/\s+/g, ' '),
    ])
    expect(found.length).toBeGreaterThan(least)
    expect(found).toEqual(found.map(([key]) => [key, (catalogue as Record<string, string>)[key!]]))
  }
})

const release = {
  version: '0.1.0',
  integrity: { boost: 'sha384-…', pool: 'sha384-…', yield: 'sha384-…' },
  files: 'https://cdn.example/twinstack/0.1.0/',
  pages: 'https://frames.example/',
}

it('writes the code that the docs show', async () => {
  const boost = { sbtc: '0.1152', stx: '5103', actions: 'enroll', 'snapshot-url': '/boost.json' }
  const pool = { dusk: '5000', pool: 'Sozu', actions: 'deposit' }
  const staking = {
    stx: '25000',
    manager: 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager',
    actions: 'all',
    'snapshot-url': '/yield.json',
  }
  for (const [kind, options, title, docs] of [
    ['boost', boost, english.frameTitle, 'docs/widget.md'],
    ['pool', pool, english.poolFrameTitle, 'docs/pool-widget.md'],
    ['yield', staking, english.yieldFrameTitle, 'docs/bitcoin-staking-widget.md'],
  ] as const) {
    const shown = [...(await readFile(docs, 'utf8')).matchAll(/```html\n(.*?)```/gs)].map(
      ([, code]) => code,
    )
    expect(shown).toEqual([
      generateCode({ kind, method: 'script', options, release, title }),
      generateCode({ kind, method: 'frame', options, release, title }),
    ])
  }
})

it('writes attributes that no value can break out of', () => {
  const value = '"><script>alert(1)</script>'
  const codeOf = (kind: WidgetKind, method: EmbedMethod, options: Options) =>
    generateCode({ kind, method, options, release, title: value })
  const code = codeOf('boost', 'script', { sbtc: value })
  expect(code).toContain('sbtc="&quot;>&lt;script>')
  for (const each of [
    code,
    codeOf('boost', 'frame', { sbtc: value }),
    codeOf('pool', 'script', { pool: value }),
  ])
    expect(each).not.toContain('<script>alert')
})

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import {
  readEvents,
  openWatchedPage,
  readPart,
  waitForPart,
} from '../../src/dev/browser/plain-browser.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { estimatePool } from '../../src/widget/hyperstaking/estimate-pool.ts'
import { toPoolFigures, poolSnapshotFile } from '../../src/widget/hyperstaking/snapshot.ts'
import { computeChecksum } from '../../src/widget/snapshot-file.ts'
import { hyperstakingWallet as wallet } from '../../src/words/en/hyperstaking-wallet.ts'
import { hyperstakingWidget as say } from '../../src/words/en/hyperstaking-widget.ts'
import { hyperstakingWidget as spanish } from '../../src/words/es/hyperstaking-widget.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

const run = promisify(execFile)
const TAG = 'hyperstaking-pool'
const plain = `<${TAG} dusk="5000"></${TAG}>`
const listen =
  "for (const name of ['pool-ready', 'pool-change', 'pool-error']) addEventListener(name, (event) => window.heard.push({ name, detail: event.detail, target: event.target.id }));"
const field = (page: Page) => page.locator(`${TAG} input`).first()
const simulated = (page: Page, widget = TAG) => waitForPart(page, 'hint', '90% of outcomes', widget)

let browser: Browser
let site: PartnerSite
beforeAll(async () => {
  ;[browser, site] = await Promise.all([sharedBrowser(), servePartnerSite()])
})
afterAll(() => site?.close())

let pages = 0
function open(
  markup: string,
  {
    head = '',
    lang = 'en',
    headers = {},
    init = '',
    script = true,
  }: {
    head?: string
    lang?: string
    headers?: Record<string, string>
    init?: string
    script?: boolean
  } = {},
) {
  const path = `/page-${++pages}`
  const body = renderPartnerPage(markup, { head, lang }).replace(
    /<script type="module".*?<\/script>/,
    script ? '<script type="module" src="/widget/pool/pool.js"></script>' : '',
  )
  site.pages.set(path, { body, headers })
  return openWatchedPage(browser, site.url + path, { init: listen + init })
}

describe('a pool’s snapshot', () => {
  let network: DuskNetwork
  let folder: string
  let written: Record<string, unknown>
  const snapshot = (...args: string[]) =>
    run('node_modules/.bin/tsx', [
      'src/dev/cli/snapshot.ts',
      '--network',
      'local',
      ...args,
      '--out',
      join(folder, 'pool.json'),
    ])

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinstack-pool-'))
    network = await createDuskNetwork({ seed: 'pool snapshot', faultChance: 0 })
    await snapshot('--pool', 'liquid', '--api', network.url)
    written = JSON.parse(await readFile(join(folder, 'pool.json'), 'utf8')) as Record<
      string,
      unknown
    >
  })
  afterAll(async () => {
    await network?.close()
    await rm(folder, { recursive: true, force: true })
  })
  async function openWith(changes: Record<string, unknown>, { sign = true } = {}) {
    const { checksum, ...content } = { ...written, ...changes }
    site.pages.set(
      '/pool.json',
      JSON.stringify({ ...content, checksum: sign ? await computeChecksum(content) : checksum }),
    )
    return open(
      `<${TAG} dusk="5000" network="local" pool="Liquid" node-url="${network.url}" snapshot-url="/pool.json"></${TAG}>`,
    )
  }

  it('is small, complete, and gives a page its figures without any request to a node', async () => {
    const file = v.parse(poolSnapshotFile, written)
    expect(file).toMatchObject({
      network: 'local',
      name: 'Liquid',
      source: network.url,
      checksum: await computeChecksum(written),
      paused: false,
      callsOpen: true,
      parameters: { fees: 'contract' },
    })
    expect(file.totals.active).toBeGreaterThan(file.totals.pool)
    expect(JSON.stringify(written).length).toBeLessThan(1_024)
    const { page, requests, problems } = await openWith({})
    await waitForPart(page, 'source', `as of block ${file.height}`, TAG)
    await simulated(page)
    const expected = estimatePool({
      lux: dusk(5000n),
      days: 30,
      prospect: toPoolFigures(file, Date.now()).prospect!,
    })!
    await expect
      .poll(async () => (await readEvents(page)).at(-1)!.detail)
      .toMatchObject({
        reward: `${expected.reward}`,
        low: `${expected.low}`,
        high: `${expected.high}`,
      })
    expect(await readPart(page, 'heading', TAG)).toBe('Earn DUSK with Liquid')
    expect(await readPart(page, 'source', TAG)).not.toContain('outdated')
    expect(requests.every((url) => url.startsWith(site.url))).toBe(true)
    expect(requests.filter((url) => !url.includes('/widget/'))).toEqual([`${site.url}/pool.json`])
    expect(await page.getByRole('button', { name: say.load }).count()).toBe(0)
    // The figures of one pool are not another's.
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('pool', 'Sozu'),
    )
    await page.getByText(say['problem.snapshot']).waitFor()
    await page.getByRole('heading', { name: say.title, exact: true }).waitFor()
    expect(problems).toEqual([])
    await page.close()
  })

  it('is marked as old when it is, and the network can be read instead', async () => {
    const { page } = await openWith({ readAt: Date.now() - 13 * 3_600_000 })
    await waitForPart(page, 'source', 'outdated, from', TAG)
    await page.getByRole('button', { name: say.load }).click()
    await page.locator(`${TAG} [part=source]`).filter({ hasNotText: 'outdated' }).waitFor()
    await waitForPart(page, 'heading', 'Liquid', TAG)
    await page.close()
  })

  it('is not used when checksum, form or size is wrong, and that is said', async () => {
    for (const [changes, options] of [
      [{ height: '1' }, { sign: false }],
      [{ parameters: {} }, {}],
      [{ note: 'x'.repeat(20_000) }, {}],
    ] as const) {
      const { page } = await openWith(changes, options)
      await page.getByText(say['problem.snapshot']).waitFor()
      expect((await readEvents(page)).find(({ name }) => name === 'pool-error')).toMatchObject({
        detail: { code: 'snapshot' },
      })
      expect(await readPart(page, 'heading', TAG)).toBe(say.title)
      await page.close()
    }
    expect(
      await snapshot('--pool', 'nowhere', '--api', network.url).then(
        () => '',
        ({ stderr }: { stderr: string }) => stderr,
      ),
    ).toContain('no pool named nowhere')
    expect(
      await snapshot('--pool', 'liquid', '--api', 'http://127.0.0.1:9').then(
        () => '',
        ({ stderr }: { stderr: string }) => stderr,
      ),
    ).toContain('could not be read')
  })
})

describe('<hyperstaking-pool> as a guest', () => {
  it('works twice on a page, survives moves, and leaves only its element', async () => {
    const { page, problems } = await open(
      `<div id="a"><${TAG} id="one" dusk="5000"></${TAG}></div><div id="b"><${TAG} id="two" dusk="100"></${TAG}></div>`,
      { init: 'window.before = new Set(Object.getOwnPropertyNames(window));' },
    )
    await Promise.all([simulated(page, '#one'), simulated(page, '#two')])
    const last = async (id: string) =>
      (await readEvents(page)).filter(({ target }) => target === id).at(-1)!.detail
    expect([(await last('one'))['lux'], (await last('two'))['lux']]).toEqual([
      '5000000000000',
      '100000000000',
    ])
    expect(BigInt((await last('one'))['reward'] as string)).toBeGreaterThan(
      BigInt((await last('two'))['reward'] as string),
    )
    await page.locator('#one input').first().fill('7000')
    await page.evaluate(() => document.getElementById('b')!.append(document.getElementById('one')!))
    await expect
      .poll(() => last('one'))
      .toMatchObject({ lux: '7000000000000', apy: expect.any(String) as string })
    expect(await page.locator('#one input').first().inputValue()).toBe('7,000')
    await page.evaluate(async () => {
      const widget = document.getElementById('one')!
      widget.remove()
      await Promise.resolve()
      ;(widget as unknown as { dusk: string }).dusk = '8000'
      document.body.append(widget)
    })
    await expect
      .poll(() => last('one'))
      .toMatchObject({ lux: '8000000000000', apy: expect.any(String) as string })
    expect(
      await page.evaluate(
        () => (document.getElementById('one') as unknown as { result: { lux: string } }).result.lux,
      ),
    ).toBe('8000000000000')
    const added = await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter(
        (name) => !(window as unknown as { before: Set<string> }).before.has(name),
      ),
    )
    expect(
      added.filter((name) => !['before', 'heard', '__name', 'one', 'two', 'a', 'b'].includes(name)),
    ).toEqual([])
    expect(await page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0)
    // Another document has its own style sheets.
    expect(
      await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'))
        const widget = document.getElementById('two')!
        frame.contentDocument!.body.append(widget)
        return frame.contentWindow!.getComputedStyle(
          widget.shadowRoot!.querySelector('[part=box]')!,
        ).borderTopWidth
      }),
    ).toBe('1px')
    expect(problems).toEqual([])
    await page.close()
  })

  it('upgrades existing markup and a server’s picture, reads any decimals', async () => {
    const { page } = await open(
      `<${TAG} id="early" dusk="1"><template shadowrootmode="open"><p>rendered before</p></template></${TAG}><script>early.dusk = '1.152'</script>`,
      { script: false, lang: 'es' },
    )
    await page.getByText('rendered before').waitFor()
    await page.evaluate(() =>
      document.head.append(
        Object.assign(document.createElement('script'), {
          type: 'module',
          src: '/widget/pool/pool.js',
        }),
      ),
    )
    await page.getByText(spanish.dusk).waitFor()
    expect(await page.locator(TAG).evaluate((widget) => widget.shadowRoot!.childElementCount)).toBe(
      1,
    )
    expect(await field(page).inputValue()).toBe('1,152')
    await expect
      .poll(async () => (await readEvents(page)).at(-1)!.detail)
      .toMatchObject({ lux: '1152000000' })
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('locale', 'en'),
    )
    await page.getByText(say.rate).waitFor()
    expect(await field(page).inputValue()).toBe('1.152')
    await page.close()
  })

  it('mirrors itself right to left, and prints dark pages as ink on paper', async () => {
    const { page } = await open(
      `<div dir="rtl"><${TAG} dusk="5000" theme="dark" actions="all"></${TAG}></div>`,
    )
    await page.getByRole('button', { name: wallet.connect }).waitFor()
    await simulated(page)
    const [reward, box] = await Promise.all([
      page.locator('[part=reward] > span').boundingBox(),
      page.locator('[part=box]').boundingBox(),
    ])
    expect(reward!.x + reward!.width).toBeGreaterThan(box!.x + box!.width - 24)
    const look = () =>
      page.evaluate(() => {
        const root = document.querySelector('hyperstaking-pool')!.shadowRoot!
        const { color, backgroundColor } = getComputedStyle(root.querySelector('[part=box]')!)
        return {
          color,
          backgroundColor,
          buttons: [...root.querySelectorAll('button')].filter((each) => each.checkVisibility())
            .length,
          reward: (root.querySelector('[part=reward]') as HTMLElement).innerText,
        }
      })
    expect(await look()).toMatchObject({
      color: 'rgb(242, 239, 233)',
      backgroundColor: 'rgb(30, 29, 35)',
      buttons: 2,
    })
    await page.emulateMedia({ media: 'print' })
    expect(await look()).toMatchObject({
      color: 'rgb(29, 27, 24)',
      backgroundColor: 'rgb(255, 255, 255)',
      buttons: 0,
      reward: expect.stringContaining('~') as string,
    })
    await page.close()
  })

  it('works where the page allows only itself, without Trusted Types policies', async () => {
    const { page, problems } = await open(plain, {
      headers: {
        'content-security-policy':
          "default-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    })
    await simulated(page)
    await field(page).fill('6000')
    await expect
      .poll(async () => (await readEvents(page)).at(-1)!.detail)
      .toMatchObject({ lux: '6000000000000', low: expect.any(String) as string })
    // The worker that such a page refuses is its own rule at work.
    expect(problems.filter((text) => !/TrustedScriptURL/.test(text))).toEqual([])
    await page.close()
  })

  it('shifts nothing on a page that reserved its height, and idles when unused', async () => {
    const init = `window.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
      window.busy = 0
      const timers = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']
      for (const name of timers) {
        const real = window[name].bind(window)
        window[name] = (...all) => (window.busy++, real(...all))
      }`
    const { page } = await open(`<${TAG} dusk="5000" actions="deposit"></${TAG}><p>Below</p>`, {
      init,
      head: `<style>${TAG}{display:block;min-block-size:507px}</style>`,
    })
    await page.getByRole('button', { name: wallet.deposit, disabled: false }).waitFor()
    await simulated(page)
    const busy = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            // A channel's message comes after whatever was due by then; nothing may have been.
            const { port1, port2 } = new MessageChannel()
            let turns = 0
            port1.onmessage = () =>
              ++turns < 200
                ? port2.postMessage(0)
                : resolve((window as unknown as { busy: number }).busy)
            port2.postMessage(0)
          }),
      )
    // The turn in which the first figures come, the moment after which a button that is seen can be
    // pressed, and the worker's time limit.
    expect(await busy()).toBe(3)
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0)
    await page.close()
  })
})

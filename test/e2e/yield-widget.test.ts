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
import { openWatchedPage, readPart, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { sampleYieldSnapshot } from '../../src/dev/browser/sample-yield-snapshot.ts'
import { pageShiftCounter } from '../../src/dev/browser/widget-speed.ts'
import { listWidgetFiles, sumGzip } from '../../src/dev/cli/build/widget.ts'
import { walletPathOfYield, yieldOut } from '../../src/dev/cli/build/yield-widget.ts'
import { stakingManagers } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { generateCode } from '../../src/site/builder/generate-code.ts'
import { estimateYield } from '../../src/widget/bitcoin-staking/estimate-yield.ts'
import { toYieldFigures, yieldSnapshotFile } from '../../src/widget/bitcoin-staking/snapshot.ts'
import { computeChecksum } from '../../src/widget/snapshot-file.ts'
import { bitcoinStakingWidget as say } from '../../src/words/en/bitcoin-staking-widget.ts'
import { bitcoinStakingWidget as spanish } from '../../src/words/es/bitcoin-staking-widget.ts'
import { bitcoinStakingWidget as chinese } from '../../src/words/zh-CN/bitcoin-staking-widget.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

const run = promisify(execFile)
const TAG = 'bitcoin-staking-yield'
const manager = stakingManagers.max500
const microStx = 60_000_000_000n

let site: PartnerSite
let network: Network
let browser: Browser
let folder: string
let told: string
let written: Record<string, unknown>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinstack-yield-'))
  ;[site, network, browser] = await Promise.all([
    servePartnerSite(),
    createNetwork({ demo: true, keeper: false, blockIntervalMs: 0 }),
    sharedBrowser(),
  ])
  const out = join(folder, 'yield.json')
  const options = `--programme bitcoin-staking --network devnet --manager ${manager}`
  ;({ stdout: told } = await run('node_modules/.bin/tsx', [
    'src/dev/cli/snapshot.ts',
    ...options.split(' '),
    '--api',
    network.url,
    '--out',
    out,
  ]))
  written = JSON.parse(await readFile(out, 'utf8')) as Record<string, unknown>
})
afterAll(async () => {
  await Promise.all([site?.close(), network?.close()])
  await rm(folder, { recursive: true, force: true })
})

const events = ['yield-ready', 'yield-change', 'yield-error']
const init = `window.said = []
  for (const name of ${JSON.stringify(events)})
    addEventListener(name, ({ detail }) => window.said.push({ name, detail }))`
type Said = { name: string; detail: Record<string, unknown> }
const readSaid = (page: Page): Promise<Said[]> =>
  page.evaluate(() => (window as unknown as { said: Said[] }).said)

/** A page with the widget, and with a snapshot that differs from the one written by these. */
async function open(
  attributes: string,
  {
    changes = {},
    sign = true,
    headers = {},
    lang = 'en',
    head = '',
  }: {
    changes?: Record<string, unknown>
    sign?: boolean
    headers?: Record<string, string>
    lang?: string
    head?: string
  } = {},
) {
  const { checksum, ...content } = { ...written, ...changes }
  site.pages.set(
    '/yield.json',
    JSON.stringify({ ...content, checksum: sign ? await computeChecksum(content) : checksum }),
  )
  const body = renderPartnerPage(
    `<div id="a"><${TAG} stx="60000" network="devnet" ${attributes}></${TAG}></div><div id="b"></div>`,
    { lang, head },
  ).replace('/widget/boost.js', '/widget/yield/yield.js')
  site.pages.set('/', { body, headers })
  return openWatchedPage(browser, `${site.url}/`, { init })
}
const fromFile = 'snapshot-url="/yield.json"'
const ofManager = `manager="${manager}"`
const expected = () =>
  estimateYield({
    microStx,
    figures: toYieldFigures(v.parse(yieldSnapshotFile, written), Date.now()),
  })!

describe('the built yield widget', () => {
  it('has a core of at most 12 kB in one file, and 90 kB with all for a wallet', async () => {
    const files = await listWidgetFiles(yieldOut)
    const core = files.find(({ file }) => file === 'yield.js')!
    expect(core.imports).toEqual([])
    expect(core.later).toContain('pins.js')
    expect(sumGzip(files, ['yield.js'])).toBeLessThanOrEqual(12_000)
    expect(sumGzip(files, walletPathOfYield(files))).toBeLessThanOrEqual(90_000)
  })
})

describe(`<${TAG}> on a page`, () => {
  it('shows an example without figures, tells the page of none, and requests nothing', async () => {
    const { page, requests, problems } = await open('')
    await waitForPart(page, 'hint', say.exampleOf, TAG)
    const reward = await readPart(page, 'reward', TAG)
    expect(reward).toContain('~101,900 sats')
    expect(reward).toContain(say.example)
    expect(await readPart(page, 'fee', TAG)).toBe(say.unknown)
    expect(await readSaid(page)).toEqual([
      { name: 'yield-ready', detail: { microStx: String(microStx) } },
    ])
    expect(requests).toEqual([`${site.url}/widget/yield/yield.js`])
    expect(problems).toEqual([])
    await page.close()
  })

  it('has a snapshot that is small, complete, and states its source', async () => {
    const file = v.parse(yieldSnapshotFile, written)
    expect(file).toMatchObject({
      network: 'devnet',
      source: network.url,
      manager: { manager },
      checksum: await computeChecksum(written),
    })
    expect(file.state.income!.calculations).toBeGreaterThan(0)
    expect(JSON.stringify(written).length).toBeLessThan(2_048)
    expect(Number(/(\d+) requests/.exec(told)![1])).toBeLessThanOrEqual(30)
  })

  it('calculates from a snapshot without any request to the API, as its manager’s', async () => {
    const { page, requests, problems } = await open(`${fromFile} ${ofManager}`)
    const { low, middle, high } = expected().sats!
    await expect
      .poll(async () => (await readSaid(page)).at(-1)?.detail)
      .toMatchObject({ sats: `${middle}`, low: `${low}`, high: `${high}` })
    expect(middle).toBeGreaterThan(0n)
    expect(await readPart(page, 'facts', TAG)).toBe(`${say.manager}\n${manager}`)
    expect(await readPart(page, 'label', TAG)).toBe(say.third)
    await waitForPart(page, 'source', 'as of', TAG)
    await page.locator(`${TAG} input`).fill('lots')
    await page.getByText(say['problem.not-a-number']).waitFor()
    expect(requests.every((url) => url.startsWith(site.url))).toBe(true)
    expect(problems).toEqual([])
    await page.close()
  })

  it('calculates the same where the page forbids workers and inline style', async () => {
    const { page, problems } = await open(`${fromFile} ${ofManager}`, {
      headers: {
        'content-security-policy':
          "default-src 'self'; img-src data:; worker-src 'none'; require-trusted-types-for 'script'",
      },
    })
    await expect
      .poll(async () => (await readSaid(page)).at(-1)?.detail['sats'])
      .toBe(`${expected().sats!.middle}`)
    // The refused worker is the page's own rule at work.
    expect(problems.filter((text) => !/worker|TrustedScriptURL/i.test(text))).toEqual([])
    await page.close()
  })

  it.each<[string, string, Parameters<typeof open>[1]]>([
    ['whose checksum is wrong', ofManager, { changes: { source: 'x' }, sign: false }],
    ['of another network', ofManager, { changes: { network: 'testnet' } }],
    ['of another manager', `manager="${stakingManagers.native}"`, {}],
  ])('does not calculate with a file %s', async (_, attributes, options) => {
    const { page } = await open(`${fromFile} ${attributes}`, options)
    await waitForPart(page, 'status', say['problem.snapshot'], TAG)
    expect(await readPart(page, 'reward', TAG)).toContain(say.unknown)
    await page.close()
  })

  it('says that figures are old', async () => {
    const { page } = await open(`${fromFile} ${ofManager}`, {
      changes: { readAt: Date.now() - 13 * 3_600_000 },
    })
    await waitForPart(page, 'source', 'outdated, from', TAG)
    await page.getByRole('button', { name: say.load }).waitFor()
    await page.close()
  })

  it('reads the network when the visitor asks, and another manager after that', async () => {
    const { page, problems } = await open(`api-url="${network.url}" ${ofManager}`)
    await page.getByRole('button', { name: say.load }).click()
    await waitForPart(page, 'fee', '%', TAG)
    expect((await readSaid(page)).at(-1)?.detail).toMatchObject({
      sats: `${expected().sats!.middle}`,
    })
    const set = (name: string, value: string) =>
      page.evaluate(
        ([tag, attribute, to]) => document.querySelector(tag!)!.setAttribute(attribute!, to!),
        [TAG, name, value],
      )
    await set('manager', stakingManagers.native)
    await waitForPart(page, 'fee', '0.00%', TAG)
    await set('manager', 'SP000000000000000000002Q6VF78.of-mainnet')
    await waitForPart(page, 'status', say['problem.manager'], TAG)
    expect(await readPart(page, 'reward', TAG)).toContain(say.unknown)
    expect((await readSaid(page)).filter(({ name }) => name === 'yield-error')).toMatchObject([
      { detail: { code: 'manager' } },
    ])
    expect(problems).toEqual([])
    await page.close()
  })

  it.each([1100, 600, 390, 360])(
    'moves nothing of a page of %i px: its height is reserved',
    async (width) => {
      const named = 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager'
      const options = { manager: named, 'snapshot-url': '/yield.json', actions: 'all' }
      const release = {
        version: '',
        integrity: { boost: '', pool: '', yield: '' },
        files: '',
        pages: '',
      }
      const code = generateCode({ kind: 'yield', method: 'script', options, release, title: '' })
      site.pages.set(
        '/yield.json',
        await sampleYieldSnapshot({ manager: named, readAt: Date.now() }),
      )
      site.pages.set(
        '/',
        renderPartnerPage(`${code.slice(code.indexOf(`<${TAG}`))}<p>Below</p>`).replace(
          '/widget/boost.js',
          '/widget/yield/yield.js',
        ),
      )
      const { page } = await openWatchedPage(browser, `${site.url}/`, {
        init: pageShiftCounter,
        viewport: { width, height: 800 },
      })
      await waitForPart(page, 'source', 'as of', TAG)
      await page.locator(`${TAG} [part=actions] button:enabled`).nth(1).waitFor()
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0)
      await page.close()
    },
  )

  it('keeps its look on a page that styles everything', async () => {
    const hostile = `<style>*,::before{all:unset!important;font-size:60px!important;
      color:lime!important;letter-spacing:1em;padding:9px;border:9px solid}
      div,dl,input,button{display:none!important;position:fixed!important}
      ${TAG}{--line:red;--ink:red;font:99px fantasy;line-height:9;text-transform:uppercase}</style>`
    const look = async (head: string) => {
      const { page } = await open(`actions="all" ${fromFile} ${ofManager}`, { head })
      await page.evaluate(() => {
        const { style } = document.getElementById('a')!
        for (const [name, value] of [
          ['all', 'revert'],
          ['display', 'block'],
          ['width', '380px'],
        ] as const)
          style.setProperty(name, value, 'important')
      })
      await waitForPart(page, 'source', 'as of', TAG)
      await page.locator(`${TAG} [part=actions] button:enabled`).nth(1).waitFor()
      const seen = await page.locator(TAG).evaluate(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('[part]')].map((each) => {
          const { color, font, letterSpacing, textTransform, display } = getComputedStyle(each)
          const { width, height } = each.getBoundingClientRect()
          return { color, font, letterSpacing, textTransform, display, width, height }
        }),
      )
      await page.close()
      return seen
    }
    expect(await look(hostile)).toEqual(await look(''))
  })

  it('changes language and theme, can be styled, and keeps typed input when it moves', async () => {
    const { page, problems } = await open(`theme="dark" ${fromFile} ${ofManager}`, {
      lang: 'es',
      head: `<style>${TAG}{--twinstack-card:rgb(1, 2, 3)}${TAG}::part(fee){color:rgb(4, 5, 6)}</style>`,
    })
    await page.getByText(spanish.stx).waitFor()
    const style = (part: string, name: 'color' | 'backgroundColor') =>
      page
        .locator(`${TAG} [part="${part}"]`)
        .evaluate((element, of) => getComputedStyle(element)[of], name)
    expect(await style('box', 'backgroundColor')).toBe('rgb(1, 2, 3)')
    expect(await style('fee', 'color')).toBe('rgb(4, 5, 6)')
    await page.locator(`${TAG} input`).fill('2500,5')
    await page.evaluate(
      (tag) => document.getElementById('b')!.append(document.querySelector(tag)!),
      TAG,
    )
    await page.evaluate((tag) => document.querySelector(tag)!.setAttribute('locale', 'zh-CN'), TAG)
    await page.getByText(chinese.stx).waitFor()
    expect(await page.locator(`${TAG} input`).inputValue()).toBe('2,500.5')
    expect(problems).toEqual([])
    await page.close()
  })
})

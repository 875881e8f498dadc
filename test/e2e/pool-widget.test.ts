import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quickClick } from '../../src/dev/browser/chromium/quick-click.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { findCentre, coverPage } from '../../src/dev/browser/cover-page.ts'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { isTranslation } from '../../src/dev/cli/build/chunk-names.ts'
import { poolOut } from '../../src/dev/cli/build/pool-widget.ts'
import { readRelease, sumGzip, listWidgetFiles } from '../../src/dev/cli/build/widget.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { namedContract } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { estimatePool, estimatePoolMean } from '../../src/widget/hyperstaking/estimate-pool.ts'
import { assumeProspect } from '../../src/widget/hyperstaking/figures.ts'
import { hyperstakingProblems as refusals } from '../../src/words/en/hyperstaking-problems.ts'
import { hyperstakingWallet as wallet } from '../../src/words/en/hyperstaking-wallet.ts'
import { hyperstakingWidget as say } from '../../src/words/en/hyperstaking-widget.ts'
import { hyperstakingWidget as spanish } from '../../src/words/es/hyperstaking-widget.ts'
import { hyperstakingWidget as chinese } from '../../src/words/zh-CN/hyperstaking-widget.ts'
import { sharedBrowser } from '../support/shared/browser.ts'
import { sharedSession } from '../support/shared/session.ts'

const names = [
  'pool-ready',
  'pool-change',
  'pool-wallet-connect',
  'pool-transaction-submitted',
  'pool-transaction-confirmed',
  'pool-reward-landed',
  'pool-error',
]
const listen = `window.heard = []
for (const name of ${JSON.stringify(names)})
  addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))`
const partner = (markup: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Partner</title>${head}<script src="/listen.js"></script><script type="module" src="/widget/pool/pool.js"></script></head><body>${markup}</body></html>`
type Heard = { name: string; detail: Record<string, unknown> }
const readEvents = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)
const part = (page: Page, name: string) =>
  page.locator(`hyperstaking-pool [part="${name}"]`).first()
const question = { lux: dusk(5000n), days: 30, prospect: assumeProspect({}) }
const exact = estimatePool(question)!

let site: PartnerSite
let network: DuskNetwork
beforeAll(async () => {
  ;[site, network] = await Promise.all([
    servePartnerSite(),
    createDuskNetwork({ seed: 'pool widget', faultChance: 0 }),
  ])
  site.pages.set('/listen.js', listen)
})
afterAll(async () => {
  await Promise.all([site?.close(), network?.close()])
})

describe('the built pool widget', () => {
  it('has a core of at most 12 kB, and 70 kB with network and wallet code', async () => {
    const files = await listWidgetFiles(poolOut)
    expect(files.find(({ file }) => file === 'pool.js')!.imports).toEqual([])
    expect(sumGzip(files, ['pool.js'])).toBeLessThanOrEqual(12 * 1024)
    expect(
      sumGzip(
        files,
        files
          .map(({ file }) => file)
          .filter((file) => !isTranslation(file) && !/-worker\.|^snapshot\./.test(file)),
      ),
    ).toBeLessThanOrEqual(70 * 1024)
    expect((await readRelease('pool/pool.js')).integrity).toMatch(/^sha384-[\w+/]{64}$/)
  })
})

describe('<hyperstaking-pool> on a page', () => {
  let browser: Browser
  let count = 0
  beforeAll(async () => {
    browser = await sharedBrowser()
  })

  async function open(html: string, headers: Record<string, string> = {}, width = 400) {
    const path = `/page-${++count}`
    site.pages.set(path, { body: html, headers })
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const requests: string[] = []
    const problems: string[] = []
    page.on(
      'request',
      (request) =>
        void (
          request.isNavigationRequest() ||
          request.url().startsWith('data:') ||
          requests.push(request.url().replace(site.url, ''))
        ),
    )
    page.on('pageerror', (error) => problems.push(error.message))
    page.on(
      'console',
      (message) => void (message.type() === 'error' && problems.push(message.text())),
    )
    await page.goto(site.url + path)
    return { page, requests, problems }
  }
  const simulated = (page: Page) =>
    part(page, 'hint').filter({ hasText: '90% of outcomes' }).waitFor()

  it('calculates from HTML alone, then its range in a worker; requests nothing else', async () => {
    const { page, requests, problems } = await open(
      partner('<hyperstaking-pool dusk="5000"></hyperstaking-pool>'),
    )
    await simulated(page)
    const [ready, change] = await readEvents(page)
    const mean = estimatePoolMean(question)!
    expect(ready).toEqual({
      name: 'pool-ready',
      detail: { lux: '5000000000000', days: 30, reward: `${mean.reward}`, apr: `${mean.apr}` },
    })
    expect(change).toMatchObject({
      name: 'pool-change',
      detail: {
        reward: `${exact.reward}`,
        low: `${exact.low}`,
        high: `${exact.high}`,
        apy: `${exact.apy}`,
      },
    })
    expect(requests).toEqual([
      '/listen.js',
      '/widget/pool/pool.js',
      '/widget/pool/twinstack-pool-worker.js',
    ])
    expect(await part(page, 'label').innerText()).toBe(say.third)
    expect(await part(page, 'source').innerText()).toContain('200,000,000 DUSK staked in total')
    await page.locator('hyperstaking-pool input').first().fill('10000')
    await page.waitForFunction(() =>
      (window as unknown as { heard: Heard[] }).heard.some(
        ({ detail }) => detail['lux'] === '10000000000000' && detail['apy'] !== undefined,
      ),
    )
    await page.locator('hyperstaking-pool input').first().fill('lots')
    await page.getByText(say['problem.not-a-number']).waitFor()
    expect(await part(page, 'reward').innerText()).toContain('—')
    expect(problems).toEqual([])
    await page.close()
  })

  it('calculates the same where the page forbids workers and inline style', async () => {
    const { page, problems } = await open(
      partner('<hyperstaking-pool dusk="5000"></hyperstaking-pool>'),
      {
        'content-security-policy':
          "default-src 'self'; img-src data:; worker-src 'none'; require-trusted-types-for 'script'",
      },
    )
    await simulated(page)
    expect((await readEvents(page)).at(-1)!.detail).toMatchObject({
      reward: `${exact.reward}`,
      low: `${exact.low}`,
      high: `${exact.high}`,
    })
    // The refused worker is the page's own rule at work.
    expect(problems.filter((text) => !/worker|TrustedScriptURL/i.test(text))).toEqual([])
    await page.close()
  })

  it('changes language and theme, can be styled, and keeps typed input when it moves', async () => {
    const { page, problems } = await open(
      partner(
        '<div id="a"><hyperstaking-pool dusk="5000" theme="dark"><h3 slot="heading">Ours</h3></hyperstaking-pool></div><div id="b"></div>',
        '<style>hyperstaking-pool{--twinstack-card:rgb(1, 2, 3)}hyperstaking-pool::part(rate){color:rgb(4, 5, 6)}</style>',
        'es',
      ),
    )
    await page.getByText(spanish.dusk).waitFor()
    expect(await part(page, 'box').evaluate((box) => getComputedStyle(box).backgroundColor)).toBe(
      'rgb(1, 2, 3)',
    )
    expect(await part(page, 'rate').evaluate((rate) => getComputedStyle(rate).color)).toBe(
      'rgb(4, 5, 6)',
    )
    await page.locator('hyperstaking-pool input').first().fill('2500,5')
    await page.evaluate(() =>
      document.getElementById('b')!.append(document.querySelector('hyperstaking-pool')!),
    )
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('locale', 'zh-CN'),
    )
    await page.getByText(chinese.rate).waitFor()
    expect(await page.locator('hyperstaking-pool input').first().inputValue()).toBe('2,500.5')
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('locale', 'en'),
    )
    await page.getByText(say.rate).waitFor()
    expect(problems).toEqual([])
    await page.close()
  })

  it('reads the pool when the visitor asks, and says when it cannot', async () => {
    const { page, problems } = await open(
      partner(
        `<hyperstaking-pool dusk="5000" network="local" pool="liquid" node-url="${network.url}"></hyperstaking-pool>`,
      ),
    )
    await page.getByRole('button', { name: say.load }).click()
    await page.getByText('Earn DUSK with Liquid').waitFor()
    await part(page, 'facts').getByText(say.openPool).waitFor()
    expect(await part(page, 'source').innerText()).toContain('as of block')
    network.control.calls(false)
    network.control.stakeContract({ version: 9 })
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('pool', 'Sozu'),
    )
    await page.getByText('Earn DUSK with Sozu').waitFor()
    await page.getByText(say.closed).waitFor()
    await page.getByText(say.differs).waitFor()
    expect(await part(page, 'source').innerText()).toContain(say.published)
    network.control.calls(true)
    network.control.stakeContract({ version: 8 })
    await page.evaluate(() =>
      document.querySelector('hyperstaking-pool')!.setAttribute('pool', 'nowhere'),
    )
    await page.getByText(say['problem.no-pool']).waitFor()
    expect((await readEvents(page)).filter(({ name }) => name === 'pool-error')).toMatchObject([
      { detail: { code: 'no-pool' } },
    ])
    expect(problems).toEqual([])
    await page.close()
  })
})

describe('the page of pools, with a wallet', () => {
  let session: Session
  beforeAll(async () => {
    session = await sharedSession()
    await session.reset(
      {},
      { shapes: ['dusk'], dusk: { account: network.people.alice, api: network.url, chainId: 0 } },
    )
  })

  it('follows a referral link: counts visible clicks only, checks, deposits', async () => {
    const page = await session.chromium.context.newPage()
    await page.addInitScript(`${listen};${coverPage}`)
    const query = new URLSearchParams({
      network: 'local',
      pool: 'Referral',
      referrer: network.people.bob,
      'node-url': network.url,
      dusk: '2000',
    })
    await page.goto(`${site.url}/demo/pool.html?${query}`)
    await page.getByText('You were referred').waitFor()
    const button = (name: string) =>
      page.locator('hyperstaking-pool').getByRole('button', { name, exact: true })
    const press = (name: string) => pressInPlace(button(name))

    // What covers the page lets clicks through, and vanishes in the moment of the click: such a
    // click does not count.
    await page.evaluate(() =>
      addEventListener('mousedown', () => document.getElementById('cover')?.remove()),
    )
    // Of nobody known, the calls that fit are not known either.
    expect(await button(wallet.deposit).isVisible()).toBe(false)
    await quickClick(page, await findCentre(button(wallet.connect)))
    await page.getByText(wallet['problem.covered']).waitFor()
    expect((await readEvents(page)).filter(({ name }) => name === 'pool-error')).toMatchObject([
      { detail: { code: 'covered' } },
    ])

    await expect
      .poll(
        async () => {
          await press(wallet.connect)
          return button(wallet.connect).isDisabled()
        },
        { interval: 200 },
      )
      .toBe(true)
    await session.wallet.approve()
    await page.getByText(/^Connected: /).waitFor()
    await button(wallet.deposit).waitFor()
    expect(await button(wallet.withdraw).isVisible()).toBe(false)
    await press(wallet.deposit)
    await page.getByText(wallet.risk).waitFor()
    await press(wallet.understood)
    await session.wallet.approve()
    await page.bringToFront()
    await page.getByText(wallet.executed).waitFor()
    network.control.mine(12n)
    await page.getByText(wallet.confirmed).waitFor()
    await part(page, 'facts').getByText(say.position).waitFor()
    expect((await readEvents(page)).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'pool-wallet-connect',
        'pool-transaction-submitted',
        'pool-transaction-confirmed',
      ]),
    )
    const referred = network.ledger.host.read(
      namedContract('referral pool'),
      'referrals',
      network.people.bob,
    )
    expect(referred).toEqual([network.people.alice])

    await page.locator('hyperstaking-pool input').first().fill('999999')
    await press(wallet.withdraw)
    await page.getByText(refusals['hyper.problem.position-too-small']).waitFor()
    await press(wallet.withdrawAll)
    await press(wallet.confirm)
    await session.wallet.reject()
    await page.getByText(wallet['problem.rejected']).waitFor()

    await button(wallet.disconnect).click()
    await button(wallet.connect).waitFor()
    expect(await button(wallet.withdraw).isVisible()).toBe(false)
    expect(await part(page, 'facts').innerText()).not.toContain(say.position)
    await page.close()
  })
})

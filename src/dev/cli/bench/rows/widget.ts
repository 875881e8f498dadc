import type { Browser, Page } from 'playwright-core'
import { selectDeployment } from '../../../../widget/dual-stacking/chain.ts'
import { renderPartnerPage, servePartnerSite } from '../../../browser/partner-site.ts'
import { launchPlainBrowser, waitForPart } from '../../../browser/plain-browser.ts'
import { addAndRemoveWidgets } from '../../../browser/widget-crowd.ts'
import { measureLongestTask, measureScript, shiftCounter } from '../../../browser/widget-speed.ts'
import { createNetwork } from '../../../network/index.ts'
import { makeSnapshot } from '../../snapshot/make.ts'
import { buildMeasured } from '../build-measured.ts'
import { bundle, reactPage } from '../bundle.ts'
import { medianOf } from '../measure.ts'
import { simulate } from '../page-views.ts'
import type { Row } from '../row.ts'

const RUNS = 5
/** The length of a long task, and how much slower a phone is than this machine. */
const LONG = 50
const SLOWED = 4
const holdings = 'sbtc="0.1152" stx="5103"'
// Nothing is calculated for mainnet's programme, which has ended.
const ratio = 'network="testnet" golden-ratio="191000"'
const boost = `<dual-stacking-boost ${holdings} ${ratio}></dual-stacking-boost>`
const reserved =
  '<style>dual-stacking-boost:not(:defined){display:block;min-block-size:284px}</style>'
const idleMs = 2000
const MANY = 200

/**
 * Pages of partners, in a browser without anything else, compared with a page rendered by React.
 */
const pages = {
  '/boost': {
    name: '`<dual-stacking-boost>`',
    html: renderPartnerPage(`<p style="font: 14px system-ui">Text</p>${boost}`),
    event: 'boost-ready',
    script: 'boost.js',
    there: '[part=boost]',
  },
  '/pool': {
    name: '`<hyperstaking-pool>`',
    html: renderPartnerPage(
      '<p style="font: 14px system-ui">Text</p><hyperstaking-pool dusk="5000"></hyperstaking-pool>',
    ).replace('boost.js', 'pool/pool.js'),
    event: 'pool-ready',
    script: 'pool.js',
    there: '[part=rate]',
  },
  '/react': {
    name: reactPage.name,
    html: renderPartnerPage('<p style="font: 14px system-ui">Text</p>').replace(
      '/widget/boost.js',
      '/react.js',
    ),
    event: 'boost-ready',
    script: 'react.js',
    there: 'main p',
  },
} as const
type Path = keyof typeof pages

export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const [browser, site, network] = await Promise.all([
    launchPlainBrowser(),
    servePartnerSite(),
    createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false }),
  ])
  try {
    for (const [path, { html }] of Object.entries(pages)) site.pages.set(path, html)
    site.pages.set('/react.js', (await bundle(reactPage))[0]!.code)
    await network.control.runTo('advance-to-next-cycle')
    return [
      ...(await speed(browser, site.url)),
      ...(await guest(browser, site)),
      ...(await traffic(browser, site, network.url)),
    ]
  } finally {
    await Promise.all([browser.close(), site.close(), network.close()])
  }
}
type Site = Awaited<ReturnType<typeof servePartnerSite>>

/**
 * What a page's thread works until the first figures are visible, at a quarter of this machine's
 * speed; and what Chromium measures by the clock when it throttles a page itself.
 */
async function speed(browser: Browser, url: string): Promise<Row[]> {
  const run = (path: Path, slowed?: number) =>
    medianOf(
      RUNS,
      async () => (await measureScript(browser, url + path, pages[path].event, slowed)).script,
    )
  const script = async (path: Path) => SLOWED * (await run(path))
  const task = async (path: Path) =>
    SLOWED *
    (await medianOf(RUNS, () =>
      measureLongestTask(browser, url + path, pages[path].script, pages[path].there),
    ))
  const react = { script: await script('/react'), task: await task('/react') }
  const both = async (path: Path): Promise<Row[]> => [
    {
      what: `${pages[path].name}, script until its first figures, at a quarter of the speed`,
      median: await script(path),
      unit: 'ms',
      atMost: 50,
      comparedWith: `a page by ${reactPage.name} that says one sentence: ${react.script.toFixed(0)} ms; slowed by Chromium, by the clock: ${(await run(path, SLOWED)).toFixed(0)} ms`,
    },
    {
      what: '… its longest task',
      median: await task(path),
      unit: 'ms',
      atMost: LONG,
      comparedWith: `that page: ${react.task.toFixed(0)} ms`,
    },
  ]
  return [...(await both('/boost')), ...(await both('/pool'))]
}

/** The other effects on a page. */
async function guest(browser: Browser, site: Site): Promise<Row[]> {
  const shift = async (head: string) => {
    site.pages.set(
      '/shift',
      renderPartnerPage(`${boost.replace('>', ' actions="enroll">')}<p>Below</p>`, { head }),
    )
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } })
    await page.addInitScript(shiftCounter)
    await page.goto(`${site.url}/shift`)
    await page.getByRole('button', { name: 'Enroll with wallet' }).waitFor()
    const moved = await page.evaluate(() => (window as unknown as { shift: number }).shift)
    await page.close()
    return moved
  }
  const idle = async (path: Path) => {
    const page = await browser.newPage()
    await page.goto(site.url + path)
    await page.locator(pages[path].there).first().waitFor()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const script = async () =>
      (await cdp.send('Performance.getMetrics')).metrics.find(
        ({ name }) => name === 'ScriptDuration',
      )!.value * 1000
    // Work deferred until after the first paint is done by then.
    await page.waitForTimeout(500)
    const before = await script()
    await page.waitForTimeout(idleMs)
    const ms = (await script()) - before
    await page.close()
    return ms
  }
  site.pages.set('/crowd', renderPartnerPage(''))
  const crowded = await browser.newPage()
  await crowded.goto(`${site.url}/crowd`)
  await crowded.waitForFunction(() => customElements.get('dual-stacking-boost'))
  const cdp = await crowded.context().newCDPSession(crowded)
  const heaps: Awaited<ReturnType<typeof addAndRemoveWidgets>>[] = []
  for (let round = 0; round < 6; round++) heaps.push(await addAndRemoveWidgets(crowded, cdp, MANY))
  await crowded.close()
  // The first rounds warm up.
  const [, , warm] = heaps
  const last = heaps.at(-1)!
  return [
    {
      what: `heap of a page after ${MANY} widgets have come and gone six times, to that after three`,
      median: last.gone / warm!.gone,
      unit: '×',
      atMost: 1.1,
      comparedWith: `while they stand: ${(last.standing / warm!.gone).toFixed(2)} ×`,
    },
    {
      what: 'layout shift of `<dual-stacking-boost>`, its height reserved',
      median: await shift(reserved),
      unit: '',
      atMost: 0,
      comparedWith: `without: ${(await shift('')).toPrecision(2)}`,
    },
    {
      what: `its script in ${idleMs / 1000} s in which nobody does anything`,
      median: await idle('/boost'),
      unit: 'ms',
      atMost: 0,
      comparedWith: `the page by ${reactPage.name}: ${(await idle('/react')).toFixed(1)} ms`,
    },
  ]
}

/** Requests of a view, by host. */
async function traffic(browser: Browser, site: Site, api: string): Promise<Row[]> {
  const { json, requests: reading } = await makeSnapshot(
    selectDeployment({ network: 'devnet', apiUrl: api }),
  )
  site.pages.set('/boost.json', json)
  const view = async (attributes: string, work: (page: Page) => Promise<void>) => {
    site.pages.set(
      '/view',
      renderPartnerPage(`<dual-stacking-boost ${holdings} ${attributes}></dual-stacking-boost>`),
    )
    const page = await browser.newPage()
    const urls: string[] = []
    page.on('request', (request) => void urls.push(request.url()))
    await page.goto(`${site.url}/view`)
    await work(page)
    await page.close()
    return {
      api: urls.filter((url) => url.startsWith(api)).length,
      all: urls.filter(
        (url) =>
          !url.startsWith('data:') && !url.endsWith('/view') && !url.endsWith('/widget/boost.js'),
      ).length,
    }
  }
  const chain = `network="devnet" api-url="${api}"`
  const given = await view(ratio, (page) => waitForPart(page, 'boost', '5.33'))
  const snapshot = await view(`${chain} snapshot-url="/boost.json"`, (page) =>
    waitForPart(page, 'source', 'as of'),
  )
  const loaded = await view(chain, async (page) => {
    await page.getByRole('button', { name: 'Load golden ratio' }).click()
    await waitForPart(page, 'source', 'golden ratio of cycle')
  })
  const asking = `reading the network in the page: ${loaded.api} requests`
  const everyView = simulate({ perView: loaded.api, acting: 1, job: 0 }, loaded.api)
  return [
    {
      what: 'requests of a page view besides its one script',
      median: given.all,
      unit: 'requests',
      atMost: 0,
      comparedWith: asking,
    },
    {
      what: 'requests to the API of a page view with a snapshot',
      median: snapshot.api,
      unit: 'requests',
      atMost: 0,
      comparedWith: asking,
    },
    {
      what: 'a million views a day with a snapshot: requests from one address in its busiest minute',
      median: reading,
      unit: 'requests',
      atMost: 25,
      comparedWith: `every view reading by itself, from all of them: ${everyView.peak.toLocaleString('en')}, ${(everyView.waiting * 100).toFixed(1)} % of which wait for the public API’s limit`,
    },
  ]
}

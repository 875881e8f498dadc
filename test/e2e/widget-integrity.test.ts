import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Firefox } from '../../src/dev/browser/firefox/firefox.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { openWatchedPage } from '../../src/dev/browser/plain-browser.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { sampleYieldSnapshot } from '../../src/dev/browser/sample-yield-snapshot.ts'
import { readRelease } from '../../src/dev/cli/build/widget.ts'
import { networkAccount } from '../../src/dev/network/dusk/network-account.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

// A CDN that serves the widget's core as it was pinned, and something else beside it.

let site: PartnerSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([servePartnerSite(), sharedBrowser()])
})
afterEach(() => site.pages.clear())
afterAll(() => site?.close())

interface Widget {
  core: string
  worker: string
  markup: string
  button: string
}
const boost: Widget = {
  core: 'boost.js',
  worker: 'twinstack-boost-worker.js',
  markup: `<dual-stacking-boost sbtc="0.1" stx="50" locale="es" actions="enroll"
    network="devnet" api-url="http://127.0.0.1:9"
    address="ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG"></dual-stacking-boost>`,
  button: 'dual-stacking-boost button:not(.s)',
}
const pool: Widget = {
  core: 'pool/pool.js',
  worker: 'twinstack-pool-worker.js',
  markup: `<hyperstaking-pool dusk="5000" locale="es" actions="deposit" network="local"
    node-url="http://127.0.0.1:9" account="${networkAccount('alice')}"></hyperstaking-pool>`,
  button: 'hyperstaking-pool button:text-is("Deposit")',
}

const manager = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.manager'
const staking: Widget = {
  core: 'yield/yield.js',
  worker: 'twinstack-yield-worker.js',
  markup: `<bitcoin-staking-yield stx="50" locale="es" actions="stake" network="devnet"
    manager="${manager}" api-url="http://127.0.0.1:9" snapshot-url="/yield.json"
    address="ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG"></bitcoin-staking-yield>`,
  button: 'bitcoin-staking-yield button:text-is("Stake with wallet")',
}

/** What a worker has to say is heard by the page. */
const hearEvil = `new BroadcastChannel('evil').onmessage = ({ data }) => (window.evil = data)`

/** A page of a partner with a widget, pinned by the hash that the build prints unless told. */
const page = async ({ core, markup }: Widget, isPinned = true): Promise<string> => {
  const { integrity } = await readRelease(core)
  // Without figures of a network there is nothing to calculate.
  site.pages.set('/yield.json', await sampleYieldSnapshot({ network: 'devnet', manager }))
  const pin = isPinned ? ` integrity="${integrity}" crossorigin="anonymous"` : ''
  site.pages.set(
    '/partner',
    renderPartnerPage(markup, { head: `<script>${hearEvil}</script>` }).replace(
      '/widget/boost.js"',
      `/widget/${core}"${pin}`,
    ),
  )
  return `${site.url}/partner`
}

/** What the CDN serves for a file: the file, and one line more. */
const replace = (core: string, name: string): void => {
  const path = `${core.split('/').slice(0, -1).join('/')}/${name}`.replace(/^\//, '')
  const code = readFileSync(`dist/widget/${path}`, 'utf8')
  const said = JSON.stringify(name)
  site.pages.set(
    `/widget/${path}`,
    `${code}\n;globalThis.evil = ${said};new BroadcastChannel('evil').postMessage(${said})`,
  )
}

const evil = () => (globalThis as unknown as { evil?: string }).evil ?? null

const events = ['ready', 'change', 'error'].flatMap((name) => [
  `${name === 'error' ? 'widget' : 'boost'}-${name}`,
  `pool-${name}`,
  `yield-${name}`,
])
/** Keeps the events of both widgets that say how they are. */
const init = `window.said = []
  for (const name of ${JSON.stringify(events)})
    addEventListener(name, ({ detail }) => window.said.push(name + JSON.stringify(detail)))`
type Said = { said: string[] }

/** A page with a widget that loads languages, network, and the buttons for wallets at once. */
const open = async (widget: Widget, isPinned = true) => {
  const watched = await openWatchedPage(browser, await page(widget, isPinned), { init })
  return { ...watched, button: watched.page.locator(widget.button).first() }
}

/** Presses a widget's button once nothing moves it any more: the network did not answer. */
const pressSettled = async ({
  page: partner,
  button,
}: Awaited<ReturnType<typeof open>>): Promise<void> => {
  await partner.waitForFunction(() =>
    (window as unknown as Said).said.some((text) => /-error.*"network"/.test(text)),
  )
  await pressInPlace(button)
}

const boostFiles = ['pins.js', 'more-pins.js', 'actions.js', 'load.js', 'es.js', 'chain.js']
const poolFiles = ['pins.js', 'more-pins.js', 'actions.js', 'es.js', 'chain2.js', 'prospect.js']
const yieldFiles = ['pins.js', 'more-pins.js', 'actions.js', 'es.js', 'chain2.js', 'read-text.js']

describe.each([
  ['dual-stacking-boost', boost, boostFiles, 'wallet.js'],
  ['hyperstaking-pool', pool, poolFiles, 'wallet.js'],
  ['bitcoin-staking-yield', staking, yieldFiles, 'wallet.js'],
] as const)('another file beside %s', (_tag, widget, files, wallet) => {
  // Buttons are made again when a language has been loaded.
  const english = { ...widget, markup: widget.markup.replace('locale="es"', '') }
  // Its figures change once the network did not answer, or the range is asked for.
  const asking = {
    ...english,
    markup: english.markup.replace('stx="50"', 'stx="50" golden-ratio="191000"'),
  }

  it.each(files)('is not run where the page pinned the core: %s', async (name) => {
    replace(widget.core, name)
    const { page: partner } = await open(widget)
    // Its own calculation is in the core.
    await partner.waitForFunction(() => (window as unknown as Said).said.length > 0)
    await partner.waitForLoadState('networkidle')
    expect(await partner.evaluate(evil)).toBeNull()
    // Where nobody has pinned the core, it is run: it would have been seen.
    if (name.includes('pins')) return partner.close()
    const { page: other } = await open(widget, false)
    await other.waitForFunction(evil)
    await Promise.all([partner.close(), other.close()])
  })

  it('is not run where the CDN redirects to the pinned core', async () => {
    replace(widget.core, 'actions.js')
    const { integrity } = await readRelease(widget.core)
    const latest = `/latest/${widget.core}`
    site.pages.set(
      '/redirected',
      renderPartnerPage(widget.markup).replace(
        '/widget/boost.js"',
        `${latest}" integrity="${integrity}" crossorigin="anonymous"`,
      ),
    )
    site.pages.set(latest, {
      status: 302,
      body: '',
      headers: { location: `/widget/${widget.core}` },
    })
    const { page: partner } = await openWatchedPage(browser, `${site.url}/redirected`, { init })
    await partner.waitForFunction(() => (window as unknown as Said).said.length > 0)
    await partner.waitForLoadState('networkidle')
    expect(await partner.evaluate(evil)).toBeNull()
    await partner.close()
  })

  it('is not run when it would ask a wallet, and the page hears why', async () => {
    replace(widget.core, wallet)
    const opened = await open(english)
    const { page: partner } = opened
    await pressSettled(opened)
    await partner.waitForFunction(() =>
      (window as unknown as Said).said.some((text) => /-error.*pinned wallet/.test(text)),
    )
    expect(await partner.evaluate(evil)).toBeNull()
    await partner.close()
  })

  it('is not run as its worker, and the figures are right', async () => {
    replace(widget.core, widget.worker)
    const answered = () =>
      (window as unknown as Said).said.some((text) => /"(yearlyRate|apy|low)":"\d/.test(text))
    const workers = async (isPinned: boolean) => {
      const { page: partner, requests } = await open(asking, isPinned)
      await partner.waitForFunction(answered)
      await expect.poll(() => requests.some((path) => path.endsWith(widget.worker))).toBe(true)
      return partner
    }
    const pinned = await workers(true)
    await pinned.waitForLoadState('networkidle')
    expect([await pinned.evaluate(evil), pinned.workers()]).toEqual([null, []])
    // Where nobody has pinned the core, it is run: it would have been seen.
    const other = await workers(false)
    await other.waitForFunction(evil)
    await Promise.all([pinned, other].map((each) => each.close()))
  })

  it('leaves its worker, started from what was compared', async () => {
    const { page: partner, problems } = await open(asking)
    await expect.poll(() => partner.workers().map((each) => each.url())).toHaveLength(1)
    expect(partner.workers()[0]!.url()).toMatch(/^blob:/)
    expect(problems.filter((text) => /integrity|pinned|worker/i.test(text))).toEqual([])
    await partner.close()
  })

  it('leaves everything as it is where all files are as they were built', async () => {
    const opened = await open(english)
    const { page: partner, requests, problems } = opened
    await pressSettled(opened)
    await expect.poll(() => requests.some((path) => path.endsWith('wallet.js'))).toBe(true)
    // Each file is fetched once: what was compared is what runs.
    await partner.waitForLoadState('networkidle')
    const scripts = requests.filter((path) => path.includes('/widget/'))
    expect(new Set(scripts).size).toBe(scripts.length)
    expect(problems.filter((text) => /integrity|pinned/.test(text))).toEqual([])
    await partner.close()
  })
})

it('in Firefox: another file beside a pinned core is not run', async () => {
  const firefox = await Firefox.launch()
  try {
    for (const [widget, name] of [
      [boost, 'actions.js'],
      [boost, 'read-text.js'],
      [boost, boost.worker],
      [pool, 'actions.js'],
      [pool, 'chain2.js'],
      [pool, pool.worker],
      [staking, 'actions.js'],
      [staking, staking.worker],
    ] as const) {
      for (const isPinned of [true, false]) {
        site.pages.clear()
        replace(widget.core, name)
        const tab = await firefox.openTab(await page(widget, isPinned))
        const seen = () => tab.evaluate(evil)
        if (isPinned) {
          const tag = widget.markup.slice(1, widget.markup.indexOf(' '))
          const asked = name === widget.worker ? name : 'pins'
          const isRefused = () =>
            tab.evaluate(
              ([selector, file]) =>
                performance
                  .getEntriesByType('resource')
                  .some(({ name: of }) => of.includes(file!)) &&
                document.querySelector(selector!)!.shadowRoot!.textContent!.length > 0,
              [tag, asked],
            )
          await expect.poll(isRefused).toBe(true)
          expect(await seen()).toBeNull()
        } else await expect.poll(seen).toBe(name)
        await tab.close()
      }
    }
  } finally {
    await firefox.close()
  }
})

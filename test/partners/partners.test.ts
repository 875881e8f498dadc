import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servePartnerSite } from '../../src/dev/browser/partner-site.ts'
import { openWatchedPage, readPart, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { outputs } from '../../src/dev/cli/build/outputs.ts'
import { packageEntries, packTarball } from '../../src/dev/cli/release/package.ts'
import { englishBoostWords } from '../../src/widget/dual-stacking/words.ts'
import { sharedBrowser } from '../support/shared/browser.ts'
import { partnerApps } from './apps.ts'
import { buildApp, npm, readSite } from './build-app.ts'
import { expectedBoost, expectedYield, writeSnapshot } from './expected.ts'

// The package as a partner gets it from npm, in apps as partners build them: what their visitors
// see is what the library says.

const STRICT = "default-src 'self'"
const { f } = englishBoostWords
const folder = mkdtempSync(join(tmpdir(), 'twinstack-partners-'))
let tarball: string

beforeAll(async () => {
  process.env['NODE_ENV'] = 'production'
  for (const name of ['widget', 'lib', 'keeper'] as const) await outputs[name]()
  tarball = join(folder, packTarball(packageEntries(''), folder))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const type = (page: Page, widget: string, field: number, text: string) =>
  page.locator(`${widget} input`).nth(field).fill(text)

/** A page of Next that imports a widget itself: without a word it would stay blank. */
async function refuseOnServer(at: string): Promise<void> {
  const page = join(at, 'app/blank/page.tsx')
  mkdirSync(dirname(page))
  writeFileSync(
    page,
    "import 'twinstack/widget/react'\n\nexport default () => <dual-stacking-boost />\n",
  )
  await expect(npm(at, 'run', 'build')).rejects.toThrow("'use client'")
  rmSync(dirname(page), { recursive: true })
  await npm(at, 'run', 'build')
}

describe.each(partnerApps)('$name', (app) => {
  const at = join(folder, app.name)

  it('shows in production what the library calculates, and hears its events', async () => {
    await buildApp(app, tarball, at)
    if (app.hasServerComponents) await refuseOnServer(at)
    const [site, browser] = await Promise.all([servePartnerSite(), sharedBrowser()])
    const headers: Record<string, string> = app.inlines ? {} : { 'content-security-policy': STRICT }
    for (const [path, body] of await readSite(join(at, app.out)))
      site.pages.set(path, { body, headers })
    site.pages.set('/yield.json', await writeSnapshot())
    site.pages.set('/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" />')
    // A site's own file, which no widget may take for its worker.
    site.pages.set('/worker.js', 'onmessage = ({ data }) => postMessage({ id: data.id })')
    try {
      const { page, problems, requests } = await openWatchedPage(browser, `${site.url}/`)
      for (const stx of [5103n, 250n]) {
        const { boost, rewardSats } = await expectedBoost(at, stx)
        if (stx !== 5103n) await type(page, 'dual-stacking-boost', 1, String(stx))
        await waitForPart(page, 'boost', f.boost(boost))
        expect(await readPart(page, 'reward')).toBe(f.sats(rewardSats, 'about'))
        await expect.poll(() => page.locator('#boost').textContent()).toBe(String(rewardSats))
      }
      for (const stx of [25_000n, 90_000n]) {
        const sats = await expectedYield(at, stx)
        const widget = 'bitcoin-staking-yield'
        if (stx !== 25_000n) await type(page, widget, 0, String(stx))
        await waitForPart(page, 'reward', `~${f.sats(sats, 'about')}`, widget)
        await expect.poll(() => page.locator('#yield').textContent()).toBe(String(sats))
      }
      await waitForPart(page, 'reward', /^~[\d.]+/, 'hyperstaking-pool')
      await expect.poll(() => page.workers().length).toBe(3)
      expect(requests.filter((url) => url === `${site.url}/worker.js`)).toEqual([])
      expect(problems).toEqual([])
      await page.close()
    } finally {
      await site.close()
      // Each has hundreds of megabytes of packages.
      rmSync(at, { recursive: true, force: true })
    }
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { findLayoutProblems } from '../../src/dev/gallery/find-layout-problems.ts'
import { bitcoinStakingWidget as yieldWords } from '../../src/words/en/bitcoin-staking-widget.ts'
import { dualStackingWidget as boostWords } from '../../src/words/en/dual-stacking-widget.ts'
import { hyperstakingWidget as poolWords } from '../../src/words/en/hyperstaking-widget.ts'
import { bitcoinStakingWidget as yieldEs } from '../../src/words/es/bitcoin-staking-widget.ts'
import { dualStackingWidget as boostEs } from '../../src/words/es/dual-stacking-widget.ts'
import { hyperstakingWidget as poolEs } from '../../src/words/es/hyperstaking-widget.ts'
import { bitcoinStakingWidget as yieldZh } from '../../src/words/zh-CN/bitcoin-staking-widget.ts'
import { dualStackingWidget as boostZh } from '../../src/words/zh-CN/dual-stacking-widget.ts'
import { hyperstakingWidget as poolZh } from '../../src/words/zh-CN/hyperstaking-widget.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

/** From the narrowest column of a phone's page up: CSS pixels. */
const widths = [260, 292, 312, 328, 360]
const manager = `SP${'0'.repeat(18)}2Q6VF78.signer-manager`

const boost = {
  script: 'boost.js',
  // The widest figures that holders of this much see.
  markup: (locale: string) =>
    `<dual-stacking-boost locale="${locale}" network="testnet" sbtc="25" stx="1234567.89"
      golden-ratio="191000" actions="all"></dual-stacking-boost>`,
}
const pool = {
  script: 'pool/pool.js',
  markup: (locale: string) =>
    `<hyperstaking-pool locale="${locale}" dusk="1234567.89" actions="all"></hyperstaking-pool>`,
}
const staking = {
  script: 'yield/yield.js',
  markup: (locale: string) =>
    `<bitcoin-staking-yield locale="${locale}" stx="12345678.9" manager="${manager}"
      actions="all"></bitcoin-staking-yield>`,
}

let site: PartnerSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([servePartnerSite(), sharedBrowser()])
})
afterAll(() => site?.close())

it.each([
  ['boost', 'en', boost, boostWords.title],
  ['boost', 'es', boost, boostEs.title],
  ['boost', 'zh-CN', boost, boostZh.title],
  ['pool', 'en', pool, poolWords.title],
  ['pool', 'es', pool, poolEs.title],
  ['pool', 'zh-CN', pool, poolZh.title],
  ['yield', 'en', staking, yieldWords.title],
  ['yield', 'es', staking, yieldEs.title],
  ['yield', 'zh-CN', staking, yieldZh.title],
])('the %s widget in %s cuts nothing in a narrow column', async (_name, locale, widget, title) => {
  site.pages.set(
    '/',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>
    <style>body { margin: 0 }</style><script type="module" src="/widget/${widget.script}"></script>
    ${widget.markup(locale)}`,
  )
  const page = await browser.newPage({ viewport: { width: widths[0]!, height: 900 } })
  await page.goto(`${site.url}/`)
  await page.getByRole('heading', { name: title }).waitFor()
  // Buttons come last.
  await page.locator('[part=actions] button:visible').first().waitFor()
  for (const fold of await page.locator('details').all())
    await fold.evaluate((element: HTMLDetailsElement) => void (element.open = true))
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const problem of await page.evaluate(findLayoutProblems))
      found.push(`${width} px: ${problem}`)
  }
  expect(found).toEqual([])
  await page.close()
})

import type { Browser } from 'playwright-core'
import { renderPartnerPage, type PartnerSite } from '../../../browser/partner-site.ts'
import { addAndRemoveWidgets } from '../../../browser/widget-crowd.ts'
import { pageShiftCounter } from '../../../browser/widget-speed.ts'
import { reactPage } from '../bundle.ts'
import type { Row } from '../row.ts'
import { partnerPages, signing, type Path } from './partner-pages.ts'

const idleMs = 2000
const MANY = 200

/** The other effects on a page. */
export async function measureCalm(browser: Browser, site: PartnerSite): Promise<Row[]> {
  const shift = async ({ html, last }: (typeof signing)[keyof typeof signing], head: string) => {
    site.pages.set('/shift', html.replace('</head>', `${head}</head>`))
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } })
    await page.addInitScript(pageShiftCounter)
    await page.goto(`${site.url}/shift`)
    for (const each of last) await page.locator(each).first().waitFor()
    const moved = await page.evaluate(() => (window as unknown as { shift: number }).shift)
    await page.close()
    return moved
  }
  const idle = async (path: Path) => {
    const page = await browser.newPage()
    await page.goto(site.url + path)
    await page.locator(partnerPages[path].there).first().waitFor()
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
  const calm = async (path: keyof typeof signing): Promise<Row[]> => {
    const { reserved } = signing[path]
    return [
      {
        what: `layout shift of a page around ${partnerPages[path].name}, its height reserved`,
        median: await shift(signing[path], reserved),
        unit: '',
        atMost: 0,
        comparedWith: `without: ${(await shift(signing[path], '')).toPrecision(2)}`,
      },
      {
        what: `its script in ${idleMs / 1000} s in which nobody does anything`,
        median: await idle(path),
        unit: 'ms',
        atMost: 0,
        comparedWith: `the page by ${reactPage.name}: ${(await idle('/react')).toFixed(1)} ms`,
      },
    ]
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
    ...(await calm('/boost')),
    ...(await calm('/yield')),
  ]
}

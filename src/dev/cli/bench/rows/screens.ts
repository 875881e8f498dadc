import type { Page } from 'playwright-core'
import { measureScrollFrames, measureWorkMs } from '../../../browser/chromium/measure-work.ts'
import { nameHelper } from '../../../browser/chromium/name-helper.ts'
import { launchPlainBrowser } from '../../../browser/plain-browser.ts'
import type { Gallery } from '../../../gallery/main.tsx'
import { serveGallery } from '../../../gallery/serve-gallery.ts'
import { measureSliderDelay, slowDown } from '../../../gallery/slider-delay.ts'
import { medianOf } from '../measure.ts'
import type { Row } from '../row.ts'

declare global {
  // The gallery page defines it.
  var gallery: Gallery
}

const PLAIN_ROWS = 10_000

/**
 * The most demanding screens, with the components and the worker that ship, compared with what a
 * browser does without them.
 */
export async function rows(): Promise<Row[]> {
  const site = await serveGallery()
  const browser = await launchPlainBrowser()
  const open = async (width: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 600 } })
    if (nameHelper) await page.addInitScript(nameHelper)
    return page
  }
  const show = async (name: string, width: number): Promise<Page> => {
    const page = await open(width)
    await page.goto(site.url)
    await page.evaluate((scene) => gallery.show(scene, 'light', 'en'), name)
    return page
  }
  const delay = async (opening: Promise<Page>) => {
    const page = await opening
    await slowDown(page)
    const ms = await measureSliderDelay(page)
    await page.close()
    return ms
  }
  const bare = async () => {
    const page = await open(360)
    await page.goto('about:blank')
    await page.setContent('<input type="range" max="1000">')
    return page
  }
  try {
    const slider = await medianOf(3, () => delay(show('enrolled', 360)))
    const bareSlider = await medianOf(3, () => delay(bare()))
    const table = await show('console-participants', 1100)
    const slowest = await medianOf(3, async () => Math.max(...(await measureScrollFrames(table))))
    const plain = await medianOf(3, () => plainTable(open(1100)))
    return [
      {
        what: 'what-if slider, key to next paint, 98th percentile, four times slowed',
        median: slider,
        unit: 'ms',
        atMost: 100,
        comparedWith: `the browser’s own slider, which changes nothing else: ${bareSlider} ms`,
      },
      {
        what: 'slowest frame while a table of 100,000 participants scrolls',
        median: slowest,
        unit: 'ms',
        atMost: 50,
        comparedWith: `a plain table of only ${PLAIN_ROWS.toLocaleString('en')} rows takes one frame of ${plain.toFixed(0)} ms to show`,
      },
    ]
  } finally {
    await browser.close()
    await site.close()
  }
}

/** Milliseconds that a page's thread works until a table without any of our code is shown. */
async function plainTable(opening: Promise<Page>): Promise<number> {
  const page = await opening
  await page.goto('about:blank')
  const ms = await measureWorkMs(page, () =>
    page.evaluate(
      (count) =>
        new Promise<void>((resolve) => {
          const table = document.body.appendChild(document.createElement('table'))
          for (let row = 0; row < count; row++)
            table
              .insertRow()
              .append(
                ...Array.from({ length: 6 }, (_, cell) =>
                  Object.assign(document.createElement('td'), { textContent: `${row} ${cell}` }),
                ),
              )
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }),
      PLAIN_ROWS,
    ),
  )
  await page.close()
  return ms
}

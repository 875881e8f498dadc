import { servePartnerSite } from '../../browser/partner-site.ts'
import { lighthouse } from '../bench/lighthouse.ts'
import { wrapLines } from '../wrap-lines.ts'
import { writeFigures } from './write-figures.ts'

const pages = [
  { file: 'index.html', docs: 'docs/widget.md', is: 'builder page' },
  { file: 'pool.html', docs: 'docs/pool-widget.md', is: 'page of pools' },
]

/**
 * Measures the built pages with Lighthouse, emulating a phone, and writes the scores into the
 * widgets' docs. False when one is below 100.
 */
export async function measureLighthouse(): Promise<boolean> {
  let perfect = true
  const site = await servePartnerSite()
  try {
    for (const { file, docs, is } of pages) {
      const { categories, shown } = await lighthouse(`${site.url}/demo/${file}`)
      perfect &&= categories.every(({ points }) => points === 100)
      const scores = categories.map(({ title, points }) => `${title} ${points}`).join(', ')
      const figures = wrapLines(`
        Lighthouse of the ${is}, with the widget live on it, as a slow telephone: ${scores};
        largest paint after ${shown('largest-contentful-paint')},
        blocked ${shown('total-blocking-time')}, layout shift ${shown('cumulative-layout-shift')}.`)
      console.log(figures)
      await writeFigures(docs, 'lighthouse', figures)
    }
  } finally {
    await site.close()
  }
  return perfect
}

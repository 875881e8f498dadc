import { servePartnerSite } from '../../../browser/partner-site.ts'
import { buildMeasured } from '../build-measured.ts'
import { lighthouse } from '../lighthouse.ts'
import type { Row } from '../row.ts'

const pages = {
  'builder page, with `<dual-stacking-boost>` live on it': 'index.html',
  'page of pools, with `<hyperstaking-pool>`': 'pool.html',
}

/** The pages that show the widgets, as a slow phone loads them. */
export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const site = await servePartnerSite()
  try {
    const measured: Row[] = []
    for (const [name, file] of Object.entries(pages)) {
      const { categories, shown } = await lighthouse(`${site.url}/demo/${file}`)
      for (const [index, { title, points }] of categories.entries()) {
        const beside =
          title === 'performance'
            ? `; largest paint after ${shown('largest-contentful-paint')}, blocked ${shown('total-blocking-time')}`
            : ''
        measured.push({
          what: `${index === 0 ? name : '…'}: ${title}`,
          median: points,
          unit: 'points',
          atLeast: 100,
          comparedWith: `the most there are: 100${beside}`,
        })
      }
    }
    return measured
  } finally {
    await site.close()
  }
}

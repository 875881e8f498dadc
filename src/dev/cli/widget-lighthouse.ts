import { readFile, writeFile } from 'node:fs/promises'
import { serveSite } from '../browser/partner-site.ts'
import { lighthouse } from './bench/lighthouse.ts'

/**
 * Measures a built page by Lighthouse, as a telephone, and writes the scores into its widget's
 * docs: `npx tsx src/dev/cli/widget-lighthouse.ts [pool]`. Exits 1 below 100.
 */
const page =
  process.argv[2] === 'pool'
    ? { file: 'pool.html', docs: 'docs/pool-widget.md', is: 'page of pools' }
    : { file: 'index.html', docs: 'docs/widget.md', is: 'builder page' }
const site = await serveSite()
const { categories, shown } = await lighthouse(`${site.url}/demo/${page.file}`).finally(() =>
  site.close(),
)
const scores = categories.map(({ title, points }) => `${title} ${points}`).join(', ')
const line = `Lighthouse of the ${page.is}, with the widget live on it, as a slow telephone: ${scores}; largest paint after ${shown('largest-contentful-paint')}, blocked ${shown('total-blocking-time')}, layout shift ${shown('cumulative-layout-shift')}.`
console.log(line)
const docs = await readFile(page.docs, 'utf8')
await writeFile(
  page.docs,
  docs.replace(/(<!-- lighthouse -->\n)[^]*?(<!-- \/lighthouse -->)/, `$1${line}\n$2`),
)
process.exit(categories.every(({ points }) => points === 100) ? 0 : 1)
